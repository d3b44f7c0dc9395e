// Package word splits text into words with their places. It is the one
// tokenizer of the finders, the topics and the rules, so that a span found by
// one can be compared with a span found by another.
//
//  1. the text is cut where Unicode Standard Annex 29 does (segment.go);
//  2. hyphenated words and abbreviations are put together again (join.go);
//  3. each word is folded, so that words can be compared (fold.go), and those
//     who ask get its stem (stem.go).
//
// It does not know sentences, and it turns no text into model tokens.
package word

import (
	"iter"
	"unicode"
	"unicode/utf8"

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
	return Append(make([]Word, 0, len(text)/4+1), text, base) // news has a word or mark in 5.4 bytes
}

// Append is [Split] that appends to out.
func Append(out []Word, text string, base int) []Word {
	for i := 0; i < len(text); {
		w, found := next(text, i)
		i = w.End
		if found {
			w.Start += base
			w.End += base
			out = append(out, w)
		}
	}
	return out
}

// All yields the words of [Split] one by one, for who looks for one of them.
func All(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for i := 0; i < len(text); {
			w, found := next(text, i)
			i = w.End
			if found && !yield(w) {
				return
			}
		}
	}
}

// next is the word at i, or white space, of which only the end is told.
func next(text string, i int) (w Word, found bool) {
	end, letters := segment(text, i)
	if isSpace(text, i) {
		w.End = end
		return w, false
	}
	if end < len(text) && joint[text[end]] {
		end = join(text, i, end, letters)
	}
	return Word{
		Span: claims.Span{Start: i, End: end},
		Norm: Norm(text[i:end]), Punct: !letters, Capital: isUpper(text, i),
	}, true
}

// isUpper reports whether an upper-case letter is at i.
func isUpper(text string, i int) bool {
	if c := text[i]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

// isSpace reports whether white space or a control character is at i.
func isSpace(text string, i int) bool {
	if c := text[i]; c < utf8.RuneSelf {
		return c <= ' ' || c == 0x7f
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r) || unicode.IsControl(r)
}
