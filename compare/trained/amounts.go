package trained

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// amounts are words for all, most, some or none of a thing.
var amounts = family{
	ID:   "amounts",
	Type: compare.Quantifier,
	show: showAmounts,
	Names: []string{
		"all-none", "some-none", "all-most", "all-some", "more-b", "less-b", "none-a", "none-b", "same",
		"all-a", "all-b", "some-a", "some-b", "hedge-a", "hedge-b",
	},
	measure: func(d *desk, out []float32) {
		const any = lexicon.All | lexicon.Most | lexicon.Some | lexicon.None
		out[9], out[10], out[11], out[12] = d.a.of(alls), d.b.of(alls), d.a.of(somes), d.b.of(somes)
		out[13], out[14] = d.a.of(hedges), d.b.of(hedges)
		if (d.A.Classes|d.B.Classes)&any == 0 {
			return
		}
		for n := range d.Links {
			l := &d.Links[n]
			x, y := amount(d.A, l.A), amount(d.B, l.B)
			if k := clash(x, y); k >= 0 {
				out[k]++
			}
		}
	},
}

// reach is how many words a quantifier may stand before its noun: "all of the
// remaining".
const reach = 4

// rank orders amounts from none to all.
type rank int8

const (
	unsaid rank = iota
	noneOf
	someOf
	mostOf
	allOf
)

// amount is the quantifier before word i.
func amount(s *align.Statement, i int) rank {
	content := 0
	for k := i - 1; k >= 0 && k >= i-reach && s.Words[k].Clause == s.Words[i].Clause; k-- {
		w := &s.Words[k]
		if r := rankOf(w.Class); r != unsaid && !w.Part {
			return r
		}
		if w.Weight > 0 {
			content++
		}
		if content > 1 {
			break
		}
	}
	return unsaid
}

func rankOf(c lexicon.Class) rank {
	switch {
	case c&lexicon.None != 0:
		return noneOf
	case c&lexicon.Most != 0:
		return mostOf
	case c&lexicon.Some != 0:
		return someOf
	case c&lexicon.All != 0:
		return allOf
	}
	return unsaid
}

// clash is the number of the feature that two amounts of one thing are, -1 for
// none.
func clash(a, b rank) int {
	low, high := min(a, b), max(a, b)
	switch {
	case a == b && a == unsaid:
		return -1
	case a == b:
		return 8
	case low == noneOf && high == someOf:
		return 1
	case low == noneOf:
		return 0
	case low == mostOf && high == allOf:
		return 2
	case low == someOf:
		return 3
	case a == noneOf:
		return 6
	case b == noneOf:
		return 7
	case a == unsaid && b == allOf:
		return 4
	}
	return 5
}
