package attribution

import (
	"strings"

	"crosscheck/claims/word/class"
)

// atoms are what the features are made of, each hashed to 32 bits.
type atoms struct {
	word, ending, shape uint32
	class, fork, branch uint32 // distributional class, and that at 8 and at 5 turns of its tree
	level, lexicon      uint32 // of a word: how often it was a cue in training, and the lists it is in
	likely, opener      bool   // worth noting from afar: as a cue, as the beginning of a clause
}

// The depths of the class tree at which classes are taken together.
const (
	branchDepth = 5
	forkDepth   = 8
)

// The atoms beyond the sentence's ends.
var (
	before = atoms{word: 11, ending: 11, shape: 11, class: 11, fork: 11, branch: 11, level: 11}
	behind = atoms{word: 12, ending: 12, shape: 12, class: 12, fork: 12, branch: 12, level: 12}
)

// The shapes of a token: a number for marks and quotations, bits for words.
const (
	markShape      = 1
	quotationShape = 2 // plus 1 for a capital, plus 2 for speech
	wordShape      = 8

	capital    = 1 // a word's bits
	possessive = 2
	figure     = 4
)

// mark are the atoms of a punctuation mark.
func mark(norm string) atoms {
	w := spell(norm)
	return atoms{word: w, ending: w, shape: markShape, class: w, fork: w, branch: w, opener: true}
}

// quotation are the atoms of a quotation: its length, how it ends and begins
// stand for its words.
func quotation(t *Token) atoms {
	size := scatter(100 + bin(min(t.Words, LongQuotation)))
	last := scatter(200 + ending(t.Last))
	shape := uint32(quotationShape)
	if t.Capital {
		shape++
	}
	if t.Speech {
		shape += 2
	}
	k := scatter(300 + shape)
	return atoms{word: size ^ last ^ k, ending: last, shape: shape, class: k, fork: k, branch: k, opener: true}
}

// ending makes the last character of a quotation coarse.
func ending(r rune) uint32 {
	switch r {
	case ',':
		return 1
	case '.':
		return 2
	case '?', '!':
		return 3
	case '…', '-', '–', '—':
		return 4
	}
	return 0
}

// lettering are the atoms of a word that its letters tell; the class atoms are
// 0 where it is not known.
func lettering(norm string) atoms {
	shape := uint32(wordShape)
	bare, owns := strings.CutSuffix(norm, "'s")
	if owns {
		shape |= possessive
	}
	c := class.Of(norm)
	if c == 0 && owns {
		c = class.Of(bare)
	}
	spelled := spell
	if norm != "" && isDigit(norm[0]) {
		shape |= figure
		spelled = spellShape
	}
	a := atoms{word: spelled(norm), ending: spelled(norm[max(0, len(norm)-3):]), shape: shape, opener: openers[norm]}
	if c != 0 {
		a.class = scatter(1000 + uint32(c))
		a.fork = scatter(2000 + uint32(c.Prefix(forkDepth)))
		a.branch = scatter(6000 + uint32(c.Prefix(branchDepth)))
	}
	return a
}

// rank sets the level of a word.
func (a *atoms) rank(l level) { a.level, a.likely = uint32(l), l >= rarely }

// complete adds what the word's place in the text tells.
func (a *atoms) complete(t *Token) {
	if t.Capital {
		a.shape |= capital
	}
	a.lexicon = uint32(t.Lexicon)
	if a.class == 0 { // unknown: the ending and the shape must do
		a.class = scatter(a.ending ^ a.shape)
		a.fork, a.branch = a.class, scatter(a.shape)
	}
}

// The constants of FNV-1a (Fowler, Noll and Vo 1991).
const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

// spell hashes a word.
func spell(s string) uint32 {
	h := uint32(fnvOffset)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return scatter(h)
}

// spellShape hashes a word with every digit as 0: spell(class.Shape(s)).
func spellShape(s string) uint32 {
	h := uint32(fnvOffset)
	for i := range len(s) {
		c := s[i]
		if isDigit(c) {
			c = '0'
		}
		h = (h ^ uint32(c)) * fnvPrime
	}
	return scatter(h)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// scatter spreads small numbers over 32 bits (the finalizer of MurmurHash3).
func scatter(h uint32) uint32 {
	h = (h ^ h>>16) * 0x85ebca6b
	h = (h ^ h>>13) * 0xc2b2ae35
	return h ^ h>>16
}

// bins is how many bins there are.
const bins = 10

// bin makes a distance or length coarse.
func bin(n int) uint32 {
	switch {
	case n <= 4:
		return uint32(max(n, 0))
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 24:
		return 8
	}
	return bins - 1
}
