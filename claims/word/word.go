// Package word splits text into words with their places. It is the one
// tokenizer of the finders, the topics and the rules, so that a span found by
// one can be compared with a span found by another. It does not know
// sentences, and it turns no text into model tokens.
package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/kljensen/snowball/english"

	"crosscheck/claims"
)

// Word is one word or one punctuation mark.
type Word struct {
	claims.Span
	// Norm is the word in lower case with straight apostrophes: "don't" for
	// "Don’t".
	Norm string
	// Punct is true for a mark that is neither letter nor digit.
	Punct bool
	// Capital is true where the word begins with an upper-case letter.
	Capital bool
}

// Split returns the words and marks of text, white space left out, with
// offsets from base: those of text[0] are base. Words joined by a hyphen stay
// one ("US-Russian"), as do abbreviations ("U.S.") and figures ("1,000.5").
//
// Boundaries are those of Unicode Standard Annex 29, but for hyphens, which
// it would split, and the last dot of an abbreviation.
func Split(text string, base int) []Word {
	out := make([]Word, 0, len(text)/5+1)
	seg := words.FromString(text)
	for seg.Next() {
		s, at := seg.Value(), seg.Start()
		r, _ := utf8.DecodeRuneInString(s)
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			continue
		}
		w := Word{Span: claims.Span{Start: base + at, End: base + at + len(s)}}
		w.Punct = !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
		if n := len(out); n > 0 && out[n-1].End == w.Start && joins(text, base, out, w) {
			out[n-1].End = w.End
			continue
		}
		out = append(out, w)
	}
	for i := range out {
		s := text[out[i].Start-base : out[i].End-base]
		out[i].Norm = Norm(s)
		r, _ := utf8.DecodeRuneInString(s)
		out[i].Capital = unicode.IsUpper(r)
	}
	return out
}

// joins reports whether w, which directly follows the last word of out,
// belongs to it.
func joins(text string, base int, out []Word, w Word) bool {
	last := out[len(out)-1]
	before := text[last.Start-base : last.End-base]
	now := text[w.Start-base : w.End-base]
	switch {
	case now == "-" || now == "‑" || now == "‐": // a hyphen, where a letter or digit follows at once
		next, _ := utf8.DecodeRuneInString(text[w.End-base:])
		return !last.Punct && (unicode.IsLetter(next) || unicode.IsDigit(next))
	case now == ".": // the last dot of "U.S."
		return isAbbreviation(before)
	case w.Punct:
		return false
	default: // what follows a joined hyphen
		r, _ := utf8.DecodeLastRuneInString(before)
		return !last.Punct && (r == '-' || r == '‑' || r == '‐')
	}
}

// isAbbreviation reports whether s is single letters with dots between: "U.S".
func isAbbreviation(s string) bool {
	for i, part := range strings.Split(s, ".") {
		r, n := utf8.DecodeRuneInString(part)
		if n == 0 || n != len(part) || !unicode.IsLetter(r) {
			return false
		}
		if i > 0 {
			return true
		}
	}
	return false
}

// Norm folds a word for comparison: lower case, and straight apostrophes.
func Norm(s string) string {
	if strings.ContainsRune(s, '’') {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return strings.ToLower(s)
}

// Stem is the English stem of a folded word ("dialogues" and "dialogue" share
// one), by the Porter2 algorithm (Porter 2001).
func Stem(norm string) string {
	return english.Stem(strings.TrimSuffix(norm, "'s"), false)
}
