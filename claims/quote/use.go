package quote

import (
	"strings"
	"unicode"

	"crosscheck/claims"
)

// Use says what a quotation does in the sentence around it.
type Use int

// The uses. In PolNeAR train 92 % of what is called Speech is a content by
// itself, 15 % of the Fragments and 10 % of the Names; 73 % of the Fragments and
// 34 % of the Names stand inside of a larger content.
const (
	Speech   Use = iota // an utterance: what stands between the marks is all that is said
	Fragment            // a part of a sentence: a term, scare quotes, half a statement
	Name                // a title or a nickname, which nobody need have said
)

// longPhrase is the number of words from which a quotation is speech wherever
// it stands: in PolNeAR train 74 % of those within a sentence are a content by
// themselves, and 43 % of those of 10 to 19 words.
const longPhrase = 20

// Use tells speech from what else stands in quotation marks, by the length and
// the capitals of the quotation and by what is beside its marks. The block is
// the one that the quotation was found in.
func (q Quotation) Use(text string, block claims.Span) Use {
	f := newFinder(text, block, nothing, false)
	inner := q.Inner.In(text)
	end := f.ending(q)
	ended := end == stop || end == comma || end == dots
	before, w := f.wordBefore(q.Start)
	own := before == gap || before == stop || before == dots || f.behindQuotation(q.Start)
	introduced := before == comma || before == colon || saying(w)
	switch words, capitals := shape(inner); {
	case q.Open, words >= longPhrase:
		return Speech
	case capitals && words > 1 && !(own && ended) && (before == comma || !introduced || end != stop):
		return Name
	case capitals && words == 1 && !ended && f.nickname(q):
		return Name
	case ended && (own || introduced):
		return Speech
	}
	return Fragment
}

// ending is the class of the last character of the quotation, nested marks
// apart, or of the one behind it: British papers set their commas there.
func (f *finder) ending(q Quotation) class {
	inner := strings.TrimRightFunc(q.Inner.In(f.text), func(r rune) bool { return familyOf(r) != nothing || unicode.IsSpace(r) })
	r, _ := decodeLast(inner)
	if c := classOf(r); c != letter && c != digit && c != bracketClose {
		return c
	}
	r, _ = decode(f.text[q.End:f.block.End])
	return classOf(r)
}

// behindQuotation reports whether another quotation ends before i.
func (f *finder) behindQuotation(i int) bool {
	before := strings.TrimRightFunc(f.text[max(f.block.Start, i-longestWord):i], unicode.IsSpace)
	r, _ := decodeLast(before)
	return familyOf(r) != nothing
}

// nickname reports whether the quotation stands between two names.
func (f *finder) nickname(q Quotation) bool {
	before := strings.TrimRightFunc(f.text[max(f.block.Start, q.Start-longestWord):q.Start], unicode.IsSpace)
	before = before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	behind := strings.TrimLeftFunc(f.text[q.End:f.block.End], unicode.IsSpace)
	return capital(before) && capital(behind)
}

// shape is how many words s has, and whether all but the small ones begin with
// a capital, and the first and the last do.
func shape(s string) (words int, capitals bool) {
	const small = 3 // letters: "of", "the"
	capitals = true
	upper := false
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimFunc(w, unicode.IsPunct)
		r, _ := decode(w)
		upper = unicode.IsUpper(r) || unicode.IsDigit(r)
		if !upper && (words == 0 || len(w) > small) {
			capitals = false
		}
		words++
	}
	return words, capitals && upper
}
