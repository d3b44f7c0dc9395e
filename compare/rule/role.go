package rule

import (
	"fmt"
	"slices"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// role finds two parties that have changed places around one verb.
var role = Rule{
	ID:   "role",
	Doc:  `Doer and sufferer have changed places: "the mayor sued the union" / "the union sued the mayor".`,
	Type: compare.Structure,
	Run:  swapped,
	May:  maySwap,
}

// maySwap reports whether two words that both sides have stand in the other
// order around a third.
func maySwap(g *glance) bool {
	c := g.common(3)
	for n, first := range c {
		if !partyWord(&g.a.Words[first.A]) {
			continue
		}
		for _, second := range c[n+1:] {
			if second.A > first.A && second.B < first.B && partyWord(&g.a.Words[second.A]) && oneClause(g.a.Statement, first.A, second.A) && oneClause(g.b.Statement, second.B, first.B) &&
				slices.ContainsFunc(c, func(v align.Couple) bool { return inside(v.A, first.A, second.A) && inside(v.B, second.B, first.B) }) {
				return true
			}
		}
	}
	return false
}

func oneClause(s *align.Statement, i, j int) bool { return s.Words[i].Clause == s.Words[j].Clause }

func inside(v, from, to int) bool { return from < v && v < to }

func swapped(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
	for n, first := range al.Links {
		for _, second := range al.Links[n+1:] {
			if second.B >= first.B || !party(al, first) || !party(al, second) {
				continue
			}
			verb, ok := between(al, first, second)
			if !ok || passive(al.A, verb.A) != passive(al.B, verb.B) {
				continue
			}
			o := Opposition{Rule: "role", Type: compare.Structure, A: []int{first.A, verb.A, second.A}, B: []int{second.B, verb.B, first.B}}
			ca, cb := al.Cover(nil, nil)
			o.Cover = min(ca, cb)
			o.Core = min(al.ClauseCover(al.A, o.A[:1]), al.ClauseCover(al.B, o.B[:1]))
			o.Why = func() string {
				return fmt.Sprintf("%s on one side, %s on the other: the two have changed places.", quoted(al.A, o.A...), quoted(al.B, o.B...))
			}
			return o, true
		}
	}
	return Opposition{}, false
}

// party reports whether a link is the same noun or name on both sides, firm
// enough to be a party to a deed.
func party(al *align.Alignment, l align.Link) bool {
	return l.Kind <= align.Lemma && partyWord(&al.A.Words[l.A])
}

func partyWord(w *align.Word) bool {
	return w.Class&(lexicon.Symmetric|lexicon.Saying) == 0 && w.Weight > leastWord
}

// between returns the link of a verb that stands between the two on both sides,
// with nothing there on which the order does not matter.
func between(al *align.Alignment, first, second align.Link) (align.Link, bool) {
	if al.A.Has(lexicon.Symmetric, first.A+1, second.A-1) || al.B.Has(lexicon.Symmetric, second.B+1, first.B-1) {
		return align.Link{}, false
	}
	if !oneClause(al.A, first.A, second.A) || !oneClause(al.B, first.B, second.B) {
		return align.Link{}, false
	}
	for _, l := range al.Links {
		if inside(l.A, first.A, second.A) && inside(l.B, second.B, first.B) && l.Kind <= align.Lemma {
			return l, true
		}
	}
	return align.Link{}, false
}

// passive reports whether the verb at i is in the passive with a doer behind it.
func passive(s *align.Statement, i int) bool {
	return s.Has(lexicon.Be, i-3, i-1) && byFollows(s, i)
}

func byFollows(s *align.Statement, i int) bool {
	for k := i + 1; k <= i+3 && k < len(s.Words); k++ {
		if s.Words[k].Norm == "by" {
			return true
		}
	}
	return false
}
