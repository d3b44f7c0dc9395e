package rule

import (
	"strings"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// share fills in how much the statements share beside the deciding words.
func (o *Opposition) share(al *align.Alignment) {
	ca, cb := al.Cover(o.A, o.B)
	o.Cover, o.Even = max(ca, cb), min(ca, cb)
	o.Core = min(al.ClauseCover(al.A, o.A), al.ClauseCover(al.B, o.B))
	for _, l := range al.Links {
		if !contains(o.A, l.A) && !contains(o.B, l.B) {
			w := min(al.A.Words[l.A].Weight, al.B.Words[l.B].Weight)
			o.Mass += l.Weight * w
			if w >= leastWord {
				o.shared++
			}
			if al.A.Words[l.A].Name {
				o.shared++ // of whom, or where
			}
		}
	}
}

// covered is the share of the shorter statement that the longer has.
func covered(al *align.Alignment) float64 {
	a, b := al.Cover(nil, nil)
	return max(a, b)
}

func contains(list []int, i int) bool {
	for _, v := range list {
		if v == i {
			return true
		}
	}
	return false
}

// near reports whether the clauses of words i and j share a further content
// word, so that both say their word of the same thing.
func near(al *align.Alignment, i, j int) bool {
	for _, l := range al.Links {
		if l.A == i || l.B == j || al.A.Words[l.A].Class&lexicon.Saying != 0 {
			continue
		}
		if al.A.Words[l.A].Clause == al.A.Words[i].Clause && al.B.Words[l.B].Clause == al.B.Words[j].Clause {
			return true
		}
	}
	return false
}

// quoted sets words of a statement in quotation marks.
func quoted(s *align.Statement, words ...int) string {
	parts := make([]string, 0, len(words))
	for _, i := range words {
		if i >= 0 {
			parts = append(parts, s.Show(i))
		}
	}
	return "“" + strings.Join(parts, " … ") + "”"
}
