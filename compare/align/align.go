// Package align lays two statements side by side: which word of the one
// answers to which of the other, and whether each holds there or is turned off.
//
//  1. [Prepare] reads a statement once: words and their weights, phrases of the
//     lexicon, clauses, negators and reversers with what they govern, mood;
//  2. [New] links the words of two prepared statements: the same word, the same
//     dictionary form, words that the lexicon relates, names that differ by a
//     letter, words used alike; and apart from these the opposites.
//
// It passes no judgement. That the links are greedy, best first, follows
// MacCartney, Galley and Manning 2008, section 4, without their learned weights.
package align

import (
	"cmp"
	"slices"

	"crosscheck/compare/lexicon"
)

// Kind is the ground on which two words are linked.
type Kind uint8

// The kinds, firmest first.
const (
	Exact    Kind = iota // the same word
	Lemma                // forms of one word
	Spelling             // names that differ by a letter or two
	Relation             // a relation of the lexicon
	Similar              // used alike in the news
)

// Link ties word A of the one statement to word B of the other.
type Link struct {
	A, B   int
	Kind   Kind
	Weight float64          // firmness, in (0, 1]
	Rel    lexicon.Relation // where the lexicon relates them
}

// Alignment is two statements and the links between them.
type Alignment struct {
	A, B     *Statement
	Links    []Link // in order of A
	Opposed  []Link // opposites, in order of A; their words may not be in Links
	ToB, ToA []int  // index into Links by word, -1 where there is none
	// CoverA and CoverB are the shares of the weight of A, and of B, that
	// the links carry, in [0, 1].
	CoverA, CoverB float64
}

// New aligns two prepared statements.
func New(a, b *Statement, lex *lexicon.Lexicon) *Alignment {
	al := &Alignment{A: a, B: b, ToB: filled(len(a.Words)), ToA: filled(len(b.Words))}
	al.link(al.candidates(lex))
	al.link(al.similar())
	al.measure()
	return al
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// candidates lists the possible links but for similar words, and collects the
// opposites on the way.
func (al *Alignment) candidates(lex *lexicon.Lexicon) []scored {
	var out []scored
	for _, i := range al.A.Content {
		for _, j := range al.B.Content {
			l, ok := pair(&al.A.Words[i], &al.B.Words[j], lex)
			switch {
			case l.Rel&lexicon.Opposite != 0 && l.Kind == Relation:
				l.A, l.B = i, j
				al.Opposed = append(al.Opposed, l)
			case ok:
				l.A, l.B = i, j
				out = append(out, scored{l, al.rank(l)})
			}
		}
	}
	return out
}

// scored is a possible link with its rank.
type scored struct {
	Link
	rank float64
}

// rank orders the candidates: firmness, less the way it reaches over, more
// where the neighbours are the same.
func (al *Alignment) rank(l Link) float64 {
	a, b := al.A.Words, al.B.Words
	r := l.Weight
	x, y := float64(l.A)/float64(len(a)), float64(l.B)/float64(len(b))
	r -= crossing * max(x-y, y-x)
	if l.A > 0 && l.B > 0 && a[l.A-1].Norm == b[l.B-1].Norm {
		r += neighbour
	}
	if l.A+1 < len(a) && l.B+1 < len(b) && a[l.A+1].Norm == b[l.B+1].Norm {
		r += neighbour
	}
	return r
}

// link takes candidates best first, each word once.
func (al *Alignment) link(c []scored) {
	slices.SortFunc(c, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.rank, x.rank), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	for _, s := range c {
		if al.ToB[s.A] < 0 && al.ToA[s.B] < 0 {
			al.ToB[s.A], al.ToA[s.B] = len(al.Links), len(al.Links)
			al.Links = append(al.Links, s.Link)
		}
	}
}
