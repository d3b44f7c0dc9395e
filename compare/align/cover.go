package align

import (
	"cmp"
	"slices"
)

// order puts the links in order of A.
func (al *Alignment) order() {
	slices.SortFunc(al.Links, func(x, y Link) int { return cmp.Compare(x.A, y.A) })
	for n, l := range al.Links {
		al.ToB[l.A], al.ToA[l.B] = n, n
	}
}

// Cover returns what share of either statement's weight is linked, the words
// of skipA and skipB (those that decide) left out. Words that the other side
// only implies count for implied of their weight. It is 1 where
// nothing is left.
func (al *Alignment) Cover(skipA, skipB []int) (a, b float64) {
	return side(al.A, al.ToB, al.Links, al.B.Implied(), skipA), side(al.B, al.ToA, al.Links, al.A.Implied(), skipB)
}

// ClauseCover returns what share of the clause of words[0] in s, which is A or
// B, is linked or implied, the words left out; 0 where nothing else is said in
// the clause.
func (al *Alignment) ClauseCover(s *Statement, words []int) float64 {
	to, other := al.ToB, al.B.Implied()
	if s == al.B {
		to, other = al.ToA, al.A.Implied()
	}
	if len(words) == 0 || words[0] < 0 {
		return 0
	}
	got, all := 0.0, 0.0
	for _, i := range s.Content {
		w := &s.Words[i]
		if w.Clause != s.Words[words[0]].Clause || slices.Contains(words, i) || w.form.adverb {
			continue // how it is so does not matter: "perfectly safe"
		}
		all += w.Weight
		switch {
		case to[i] >= 0:
			got += w.Weight * al.Links[to[i]].Weight
		case among(w, other):
			got += w.Weight * implied
		}
	}
	if all == 0 {
		return 0
	}
	return got / all
}

// implied is how much a word counts that the other side only implies.
const implied = .7

func side(s *Statement, to []int, links []Link, other []Word, skip []int) float64 {
	got, all := 0.0, 0.0
	for _, i := range s.Content {
		if slices.Contains(skip, i) {
			continue
		}
		w := &s.Words[i]
		all += w.Weight
		switch {
		case to[i] >= 0:
			got += w.Weight * links[to[i]].Weight
		case among(w, other):
			got += w.Weight * implied
		}
	}
	if all == 0 {
		return 1 // nothing is said beside
	}
	return got / all
}
