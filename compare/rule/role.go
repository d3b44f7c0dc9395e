package rule

import (
	"fmt"

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
}

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
			o.Cover, _ = al.Cover(nil, nil)
			_, cb := al.Cover(nil, nil)
			o.Cover = min(o.Cover, cb)
			o.Core = min(al.ClauseCover(al.A, o.A[:1]), al.ClauseCover(al.B, o.B[:1]))
			o.Why = fmt.Sprintf("%s on one side, %s on the other: the two have changed places.", quoted(al.A, o.A...), quoted(al.B, o.B...))
			return o, true
		}
	}
	return Opposition{}, false
}

// party reports whether a link is the same noun or name on both sides, firm
// enough to be a party to a deed.
func party(al *align.Alignment, l align.Link) bool {
	return l.Kind <= align.Lemma && al.A.Words[l.A].Class&(lexicon.Symmetric|lexicon.Saying) == 0 && al.A.Words[l.A].Weight > 1.2
}

// between returns the link of a verb that stands between the two on both sides,
// with nothing there on which the order does not matter.
func between(al *align.Alignment, first, second align.Link) (align.Link, bool) {
	if al.A.Has(lexicon.Symmetric, first.A+1, second.A-1) || al.B.Has(lexicon.Symmetric, second.B+1, first.B-1) {
		return align.Link{}, false
	}
	if al.A.Words[first.A].Clause != al.A.Words[second.A].Clause || al.B.Words[first.B].Clause != al.B.Words[second.B].Clause {
		return align.Link{}, false
	}
	for _, l := range al.Links {
		if l.A > first.A && l.A < second.A && l.B > second.B && l.B < first.B && l.Kind <= align.Lemma {
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
