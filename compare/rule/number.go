package rule

import (
	"fmt"
	"strings"

	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// number finds two figures for one thing that cannot both be right.
var number = Rule{
	ID:   "number",
	Doc:  `The two sides give different figures for the same thing, beyond rounding and hedges: "12 people were hurt" / "19 people were hurt".`,
	Type: compare.Number,
	Run:  figures,
	May:  mayFigure,
}

func mayFigure(g *glance) bool {
	for i := range g.a.Values {
		for j := range g.b.Values {
			if _, ok := differ(&g.a.Values[i], &g.b.Values[j], g.a.Values, g.b.Values); ok {
				return true
			}
		}
	}
	return false
}

func figures(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
	best, found := Opposition{}, false
	for n := range al.A.Values {
		for m := range al.B.Values {
			a, b := &al.A.Values[n], &al.B.Values[m]
			grade, ok := differ(a, b, al.A.Values, al.B.Values)
			if !ok {
				continue
			}
			i, j := wordAt(al.A, a), wordAt(al.B, b)
			if i < 0 || j < 0 || !near(al, i, j) {
				continue
			}
			o := Opposition{Rule: "number", Type: compare.Number, Grade: grade, A: []int{i}, B: []int{j}}
			o.share(al)
			o.Cover = (o.Cover + o.Even) / 2 // a figure is of all that is said with it
			o.SpanA, o.SpanB = append(o.SpanA, a.Span), append(o.SpanB, b.Span)
			o.Why = func() string {
				return fmt.Sprintf("“%s” and “%s” are different figures for the same thing.", a.Span.In(al.A.Text), b.Span.In(al.B.Text))
			}
			if !found || o.Grade < best.Grade || o.Grade == best.Grade && o.Cover > best.Cover {
				best, found = o, true
			}
		}
	}
	return best, found
}

// differ reports whether two values of one thing, one of each side, cannot both
// be right, and neither has its like on the other side. It grades how firmly
// they are of one thing.
func differ(a, b *quantity.Value, all, others []quantity.Value) (grade int, ok bool) {
	grade, ok = sameThing(a, b)
	return grade, ok && !quantity.Compatible(*a, *b) && !answered(a, others) && !answered(b, all)
}

// sameThing reports whether two values number the same thing, and grades how
// firmly: 0 by a noun that is the same, 1 by their unit alone.
func sameThing(a, b *quantity.Value) (int, bool) {
	if a.Kind != b.Kind {
		return 0, false
	}
	switch a.Kind {
	case quantity.Cardinal:
		return 0, a.Noun != "" && lastWord(a.Noun) == lastWord(b.Noun)
	case quantity.Money, quantity.Percent, quantity.Measure, quantity.Fraction:
		if a.Noun != "" && b.Noun != "" {
			return 0, lastWord(a.Noun) == lastWord(b.Noun)
		}
		return 1, true
	}
	return 0, false
}

func lastWord(noun string) string { return noun[strings.LastIndexByte(noun, ' ')+1:] }

// answered reports whether a value has its like among the other side's.
func answered(v *quantity.Value, others []quantity.Value) bool {
	for i := range others {
		if o := &others[i]; o.Kind == v.Kind && o.Unit == v.Unit && quantity.Compatible(*v, *o) {
			return true
		}
	}
	return false
}

// wordAt returns the last word of a value, -1 where there is none.
func wordAt(s *align.Statement, v *quantity.Value) int {
	for i := len(s.Words) - 1; i >= 0; i-- {
		if v.Span.Contains(s.Words[i].Span) {
			return i
		}
	}
	return -1
}
