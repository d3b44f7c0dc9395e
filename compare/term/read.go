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

// Reader turns texts into tokens. The zero value is ready. Not safe for concurrent
// use: it keeps the memory in which it reads.
type Reader struct {
	whole  []word.Word // of a text that is read by several
	words  []word.Word
	pieces []piece
	tokens []Token
}

// Split is word.Split with a base of 0, for a text whose words several read. They
// are good until the next call.
func (r *Reader) Split(text string) []word.Word {
	r.whole = word.Append(r.whole[:0], text, 0)
	return r.whole
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
func (r *Reader) Read(text string, base int) []Token { return kept(r.Look(text, base)) }

// Look is Read for who does not keep the tokens. They are good until the next call.
func (r *Reader) Look(text string, base int) []Token {
	r.words = word.Append(r.words[:0], text, 0)
	return r.look(text, r.words, base)
}

// ReadWords is Read of a text whose words are known, as Split has them.
func (r *Reader) ReadWords(text string, words []word.Word, base int) []Token {
	return kept(r.look(text, words, base))
}

// kept is a copy of tokens in no more memory than they take: half of the words of a
// text carry no topic, which is known when they are read.
func kept(tokens []Token) []Token {
	out := make([]Token, len(tokens))
	copy(out, tokens)
	return out
}

func (r *Reader) look(text string, words []word.Word, base int) []Token {
	r.split(text, words)
	out := r.tokens[:0]
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
	r.tokens = out
	return out
}

// split cuts the words of a text into pieces.
func (r *Reader) split(text string, words []word.Word) {
	r.pieces = r.pieces[:0]
	open, cut := true, true
	for i := range words {
		w := &words[i]
		if w.Punct {
			open = open || strings.ContainsAny(w.Norm, ".!?“\":")
			cut = cut || !initialDot(text, w.Span, r.pieces)
			continue
		}
		parts := met.parts(text[w.Start:w.End])
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
