package word

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// property is the word-break property of a rune, as far as the runes that
// nearly all news is made of need it (Unicode Standard Annex 29, table 3).
type property uint8

const (
	other     property = iota // a mark or control character: a segment of its own
	letter                    // ALetter
	digit                     // Numeric
	under                     // ExtendNumLet
	midLetter                 // ":"
	midNumber                 // "," and ";"
	midBoth                   // "." and the apostrophes
	space                     // WSegSpace
	hard                      // any other rune: left to package uax29
)

// ascii are the properties of the bytes below 128; all others are hard.
var ascii = func() (p [256]property) {
	for c := range p {
		switch {
		case c >= utf8.RuneSelf:
			p[c] = hard
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			p[c] = letter
		case c >= '0' && c <= '9':
			p[c] = digit
		}
	}
	p['_'], p[':'], p[','], p[';'], p['.'], p['\''] = under, midLetter, midNumber, midNumber, midBoth, midBoth
	p[' '] = space
	return p
}()

// at is the property of the rune at i and its size in bytes; at the end of the
// text it is other.
func at(text string, i int) (p property, size int) {
	if i >= len(text) {
		return other, 0
	}
	if p := ascii[text[i]]; p != hard {
		return p, 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	switch {
	case r == '‘' || r == '’':
		return midBoth, n
	case r >= '‐' && r <= '“', r == '”', r == '…', r == '•', r == '\u00a0', r == '£', r == '€', r == '«', r == '»':
		return other, n
	case r >= 'À' && r <= 'ÿ' && r != '×' && r != '÷':
		return letter, n
	}
	return hard, n
}

// segment returns where the segment of text that begins at i ends by Unicode
// Standard Annex 29, and whether it holds a letter or digit.
//
// It decides for the runes that at knows and leaves a segment with any other
// in it, or right behind it, to package uax29, which takes longer.
func segment(text string, i int) (end int, letters bool) {
	first, n := at(text, i)
	end = i + n
	switch first {
	case hard:
		return segmentHard(text, i)
	case letter, digit, under:
		return segmentWord(text, i, end, first)
	}
	for { // a run of spaces is one segment, a mark is one by itself
		p, n := at(text, end)
		if p == hard { // a combining mark perhaps
			return segmentHard(text, i)
		}
		if first != space || p != space {
			return end, false
		}
		end += n
	}
}

// segmentWord is segment for a word whose first rune, of property last, ends
// at end.
func segmentWord(text string, i, end int, last property) (int, bool) {
	letters := last != under
	for {
		for last == letter && end < len(text) && ascii[text[end]] == letter { // nearly always to the word's end
			end++
		}
		p, n := at(text, end)
		switch p {
		case hard:
			return segmentHard(text, i)
		case letter, digit, under: // rules WB5, WB8 to WB10, WB13a and WB13b
			letters = letters || p != under
		case midLetter, midNumber, midBoth: // rules WB6, WB7, WB11 and WB12
			next, size := at(text, end+n)
			if next == hard {
				return segmentHard(text, i)
			}
			if next != last || !within(p, last) {
				return end, letters
			}
			p, n = next, n+size
		default:
			return end, letters
		}
		last, end = p, end+n
	}
}

// within reports whether a mark of property p may stand between two runes of
// the other property: "don't", "3.5", but not "3:5".
func within(p, between property) bool {
	switch between {
	case letter:
		return p == midLetter || p == midBoth
	case digit:
		return p == midNumber || p == midBoth
	}
	return false
}

// segmentHard is segment by package uax29.
func segmentHard(text string, i int) (end int, letters bool) {
	s := words.FromString(text[i:])
	s.Next()
	return i + s.End(), strings.ContainsFunc(s.Value(), isAlnum)
}
