package cross

import (
	"fmt"

	"crosscheck/compare/token"
)

// deniers are the words that are marked; the vocabulary has each whole.
var deniers = [...]string{"no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly", "barely"}

// Reader cuts statements for the network. It is safe for concurrent use.
type Reader struct {
	tokens         *token.Tokenizer
	denies         map[int32]bool
	apostrophe, tt int32 // the pieces of "n't"
}

// NewReader makes a reader of a vocabulary, which must have the words whole
// that deny, and the special pieces where token.Default has them.
func NewReader(tokens *token.Tokenizer) (*Reader, error) {
	r := &Reader{tokens: tokens, denies: map[int32]bool{}}
	for _, w := range deniers {
		id, err := r.piece(w)
		if err != nil {
			return nil, err
		}
		r.denies[id] = true
	}
	var err error
	if r.apostrophe, err = r.piece("'"); err != nil {
		return nil, err
	}
	r.tt, err = r.piece("t")
	return r, err
}

// piece is the one piece that a word is.
func (r *Reader) piece(word string) (int32, error) {
	pieces, err := r.tokens.Encode(word, 2)
	if err != nil {
		return 0, err
	}
	if len(pieces) != 1 {
		return 0, fmt.Errorf("the vocabulary has %q in %d pieces, not in one; hint: it is not the network's", word, len(pieces))
	}
	return pieces[0].ID, nil
}

// Encode cuts a statement, as far as a pair could have room for it. Give it
// each statement once, and keep what it returns for all the statement's pairs.
// Nothing readable in it gives an Encoding of length 0. The error is
// token.Encode's.
func (r *Reader) Encode(text string) (*Encoding, error) {
	pieces, err := r.tokens.Encode(text, maxSides)
	if err != nil {
		return nil, err
	}
	e := &Encoding{ids: make([]int32, len(pieces)), marks: make([]uint8, len(pieces)), words: make([]uint64, len(pieces))}
	var ofWord uint8
	for i, p := range pieces {
		if !p.Inner {
			ofWord = capitals(text[p.Span.Start:])
		}
		e.ids[i], e.marks[i] = p.ID, ofWord|ownMarks(p, text)
		if r.denies[p.ID] || p.ID == r.tt && i > 0 && pieces[i-1].ID == r.apostrophe {
			e.marks[i] |= markDenies
		}
	}
	e.name(pieces)
	return e, nil
}
