package net

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"crosscheck/compare/token"
)

// MaxPieces is how much of a statement is read, in pieces: 99 of 100 sentences
// of the news with 6 to 40 words have at most 53.
const MaxPieces = 64

// Marks of a piece, which its vector cannot tell or tells too faintly.
const (
	markInner   = 1 << iota // does not begin its word
	markCapital             // its word begins with a capital
	markDigit               // begins with a digit
	markUpper               // its word is in capitals, two or more
	markDenies              // turns a clause into its opposite: "not", the "t" of "don't"
	markKinds   = 1 << iota // how many combinations there are
)

// deniers are the words that are marked; the vocabulary has each whole.
var deniers = [...]string{"no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly", "barely"}

// Input is what the network reads of a statement.
type Input struct {
	IDs   []int32 `json:"ids"`   // pieces of the reader's vocabulary
	Marks []uint8 `json:"marks"` // for each piece
}

// Reader cuts statements for the network.
type Reader struct {
	tokens         *token.Tokenizer
	denies         map[int32]bool
	apostrophe, tt int32 // the pieces of "n't"
}

// NewReader makes a reader of a vocabulary, which must have the words whole
// that deny.
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

// Read cuts a text. Nothing readable in it gives an empty input. The error is
// token.Encode's.
func (r *Reader) Read(text string) (Input, error) {
	pieces, err := r.tokens.Encode(text, MaxPieces)
	if err != nil {
		return Input{}, err
	}
	in := Input{IDs: make([]int32, len(pieces)), Marks: make([]uint8, len(pieces))}
	var ofWord uint8
	for i, p := range pieces {
		if !p.Inner {
			ofWord = capitals(text[p.Span.Start:])
		}
		in.IDs[i], in.Marks[i] = p.ID, ofWord|ownMarks(p, text)
		if r.denies[p.ID] || p.ID == r.tt && i > 0 && pieces[i-1].ID == r.apostrophe {
			in.Marks[i] |= markDenies
		}
	}
	return in, nil
}

// ownMarks are the marks that a piece has whatever its word.
func ownMarks(p token.Piece, text string) (m uint8) {
	if p.Inner {
		m |= markInner
	}
	if p.Span.Start < len(text) && '0' <= text[p.Span.Start] && text[p.Span.Start] <= '9' {
		m |= markDigit
	}
	return m
}

// capitals are the marks of the word that text begins with.
func capitals(text string) uint8 {
	first, size := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return 0
	}
	if second, _ := utf8.DecodeRuneInString(text[size:]); unicode.IsUpper(second) {
		return markCapital | markUpper
	}
	return markCapital
}
