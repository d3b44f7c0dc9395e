// Package align lays two statements side by side: which word of the one
// answers to which of the other, and whether each holds there or is turned off.
//
//  1. a [Reader] reads a statement once: words and their weights, phrases of
//     the lexicon, clauses, negators and reversers with what they govern;
//  2. [New] links the words of two read statements: the same word, the same
//     dictionary form, words that the lexicon relates, names that differ by a
//     letter, words used alike; and apart from these the opposites.
//
// [Common], [MayLink], [MayTurn] and [MayOppose] tell from the sketches of two
// statements (sketch.go), at a fraction of the cost, what an alignment could hold.
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

	found []scored // memory for the candidates
}

// New aligns two statements that one reader has read.
func New(a, b *Statement) *Alignment {
	al := &Alignment{}
	al.Align(a, b)
	return al
}

// Align makes al the alignment of two statements that one reader has read, in
// the memory of what it was before.
func (al *Alignment) Align(a, b *Statement) {
	al.A, al.B = a, b
	al.ToB, al.ToA = none(al.ToB, len(a.Words)), none(al.ToA, len(b.Words))
	al.Links, al.Opposed = al.Links[:0], al.Opposed[:0]
	al.candidates()
	al.link()
	al.similar()
	al.link()
	al.order()
}

// none returns n times -1 in the memory of list.
func none(list []int, n int) []int {
	list = slices.Grow(list[:0], n)[:n]
	for i := range list {
		list[i] = -1
	}
	return list
}

// candidates lists the possible links but for similar words, and collects the
// opposites on the way.
func (al *Alignment) candidates() {
	al.found = al.found[:0]
	lex := al.A.reader.lex
	for i := range al.A.sketch.content {
		a := &al.A.sketch.content[i]
		for j := range al.B.sketch.content {
			b := &al.B.sketch.content[j]
			kind, rel := a.pair(b, lex)
			switch {
			case kind == Similar:
			case rel&lexicon.Opposite != 0:
				al.Opposed = append(al.Opposed, Link{A: int(a.at), B: int(b.at), Kind: kind, Rel: rel})
			default:
				al.find(Link{A: int(a.at), B: int(b.at), Kind: kind, Rel: rel, Weight: weight(a, b, kind, rel)})
			}
		}
	}
}

func (al *Alignment) find(l Link) { al.found = append(al.found, scored{l, al.rank(l)}) }

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
	if l.A > 0 && l.B > 0 && a[l.A-1].form.is(b[l.B-1].form) {
		r += neighbour
	}
	if l.A+1 < len(a) && l.B+1 < len(b) && a[l.A+1].form.is(b[l.B+1].form) {
		r += neighbour
	}
	return r
}

// link takes candidates best first, each word once.
func (al *Alignment) link() {
	slices.SortFunc(al.found, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.rank, x.rank), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	for i := range al.found {
		l := &al.found[i].Link
		if al.ToB[l.A] < 0 && al.ToA[l.B] < 0 {
			al.ToB[l.A], al.ToA[l.B] = len(al.Links), len(al.Links)
			al.Links = append(al.Links, *l)
		}
	}
}
