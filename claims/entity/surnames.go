package entity

import (
	"math/bits"
	"slices"
)

// surnames finds those who may be one person by what same asks of surnames, so
// that of a block of thousands only a few are looked at.
type surnames struct {
	list []surname
	at   map[string]int // in list
}

// surname is a surname and who has it.
type surname struct {
	last    string
	letters uint32
	who     []int // in ascending order
}

// add notes that the person of number k has the surname.
func (n *surnames) add(last string, k int) {
	i, ok := n.at[last]
	if !ok {
		if n.at == nil {
			n.at = map[string]int{}
		}
		i = len(n.list)
		n.at[last] = i
		n.list = append(n.list, surname{last: last, letters: letters(last)})
	}
	n.list[i].who = append(n.list[i].who, k)
}

// first is the least number of a person for whom is reports true, among those
// with p's surname and, where p's side is known, another spelling of it; -1
// for none.
func (n *surnames) first(p *identity, is func(k int) bool) int {
	var who []int
	if i, ok := n.at[p.last]; ok {
		who = n.list[i].who
	}
	if p.side() != "" {
		own := letters(p.last)
		for i := range n.list {
			if s := &n.list[i]; s.last != p.last && mayBeSimilar(p.last, s.last, own, s.letters) && similar(p.last, s.last) {
				who = append(who[:len(who):len(who)], s.who...)
			}
		}
		slices.Sort(who)
	}
	for _, k := range who {
		if is(k) {
			return k
		}
	}
	return -1
}

// letters is the set of a word's letters, as bits.
func letters(s string) (set uint32) {
	for _, r := range s {
		set |= 1 << (r & 31)
	}
	return set
}

// mayBeSimilar reports whether two words may be similar by their letters: an
// edit takes one from a set and adds one at most.
func mayBeSimilar(a, b string, inA, inB uint32) bool {
	edits := int((1-minAlike)*float64(max(len(a), len(b)))) + 1 // one to spare for rounding
	return bits.OnesCount32(inA^inB) <= 2*edits
}
