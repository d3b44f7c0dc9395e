package term

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Token is a term in its place.
type Token struct {
	*Term
	claims.Span      // its place in the text
	Name        bool // printed with a capital, and not only because it opens a sentence
}

// mostKnown is how many words a reader remembers: more than a year of news
// has, but a bound on what it may be fed.
const mostKnown = 1 << 18

// Reader turns texts into tokens and remembers the words it met. The zero
// value is ready. Not safe for concurrent use.
type Reader struct {
	known  map[string][]part
	words  []word.Word
	pieces []piece
}

// part is what is known of a word, or of one part of a compound.
type part struct {
	*Term              // nil where it carries no topic
	claims.Span        // in the word
	opens       []name // the places that it may be the first word of
}

// piece is a part of a word of the text in hand.
type piece struct {
	*part
	claims.Span
	open bool // it opens a sentence
	cut  bool // a mark stands before it, so that it goes on with no name
}

// Read returns the tokens of text, in order and with repetitions, with offsets
// from base: those of text[0] are base. A place of several words is one token,
// and an unknown compound of known words two.
func (r *Reader) Read(text string, base int) []Token {
	r.split(text)
	out := make([]Token, 0, len(r.pieces))
	for i := 0; i < len(r.pieces); {
		p := &r.pieces[i]
		if t, n := placeAt(text, r.pieces[i:]); n > 0 {
			at := claims.Span{Start: base + p.Start, End: base + r.pieces[i+n-1].End}
			out = append(out, Token{t, at, true})
			i += n
			continue
		}
		if i++; p.Term != nil {
			first, _ := utf8.DecodeRuneInString(text[p.Start:])
			at := claims.Span{Start: base + p.Start, End: base + p.End}
			out = append(out, Token{p.Term, at, unicode.IsUpper(first) && !p.open})
		}
	}
	return out
}

// split cuts a text into pieces.
func (r *Reader) split(text string) {
	r.words, r.pieces = word.Append(r.words[:0], text, 0), r.pieces[:0]
	open, cut := true, true
	for _, w := range r.words {
		if w.Punct {
			open = open || strings.ContainsAny(w.Norm, ".!?“\":")
			cut = cut || !initialDot(text, w.Span, r.pieces)
			continue
		}
		parts := r.parts(text[w.Start:w.End])
		for n := range parts {
			at := claims.Span{Start: w.Start + parts[n].Start, End: w.Start + parts[n].End}
			r.pieces = append(r.pieces, piece{&parts[n], at, open, cut && n == 0})
		}
		open, cut = false, false
	}
}

// initialDot reports whether a mark is the dot of an initial, as in "N. Korea".
func initialDot(text string, mark claims.Span, before []piece) bool {
	if len(before) == 0 || text[mark.Start] != '.' {
		return false
	}
	last := before[len(before)-1].Span
	return last.Len() == 1 && last.End == mark.Start
}

// parts looks a word up.
func (r *Reader) parts(surface string) []part {
	if p, ok := r.known[surface]; ok {
		return p
	}
	if r.known == nil || len(r.known) >= mostKnown {
		r.known = map[string][]part{}
	}
	surface = strings.Clone(surface) // a key that is a slice of a text would keep the text
	p := newParts(surface)
	r.known[surface] = p
	return p
}

// newParts reads a word.
func newParts(surface string) []part {
	if background().light[word.Norm(surface)] {
		return []part{{Span: claims.Span{End: len(surface)}, opens: opens(surface)}}
	}
	spans := compound(surface)
	out := make([]part, len(spans))
	for i, at := range spans {
		out[i] = part{newTerm(joined(at.In(surface))), at, opens(at.In(surface))}
	}
	return out
}
