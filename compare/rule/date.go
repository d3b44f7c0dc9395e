package rule

import (
	"fmt"
	"strings"

	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// date finds two statements that give different days or years.
var date = Rule{
	ID:   "date",
	Doc:  `The two sides give different days, months or years for the same event: "the bridge opened on Monday" / "the bridge opened on Tuesday".`,
	Type: compare.Date,
	Run:  dates,
	May:  func(g *glance) bool { return otherDay(g.a.day, g.b.day) && sameFigures(g.a.Values, g.b.Values) },
}

func dates(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
	a, b := momentOf(al.A), momentOf(al.B)
	if !otherDay(a, b) || !alike(al) {
		return Opposition{}, false
	}
	o := Opposition{Rule: "date", Type: compare.Date, A: withDay(al.A, a.at), B: withDay(al.B, b.at)}
	o.share(al)
	o.Cover = o.Even
	o.Why = func() string {
		return fmt.Sprintf("%s and %s are given for the same event.", quoted(al.A, o.A...), quoted(al.B, o.B...))
	}
	return o, true
}

// otherDay reports whether two moments are of one kind and differ, the one not
// only more exact than the other.
func otherDay(a, b moment) bool {
	return a.at >= 0 && b.at >= 0 && a.norm != b.norm && years(a.norm) == years(b.norm) &&
		!strings.HasPrefix(a.norm, b.norm+" ") && !strings.HasPrefix(b.norm, a.norm+" ")
}

// alike reports whether nothing else opposes the two sides: no word of other
// polarity, no opposites, no other figure.
func alike(al *align.Alignment) bool {
	for _, l := range al.Links {
		if al.A.Words[l.A].Off != al.B.Words[l.B].Off {
			return false
		}
	}
	return len(al.Opposed) == 0 && sameFigures(al.A.Values, al.B.Values)
}

// sameFigures reports whether no figure but of a date opposes one of its kind.
func sameFigures(a, b []quantity.Value) bool {
	for _, v := range a {
		for _, w := range b {
			if v.Kind != quantity.Year && v.Kind != quantity.Calendar && v.Kind == w.Kind && !quantity.Compatible(v, w) {
				return false
			}
		}
	}
	return true
}

// moment is the one day, month or year of a statement.
type moment struct {
	at   int // the index of its word, -1 where there is none or more than one
	norm string
}

func momentOf(s *align.Statement) moment {
	m := moment{at: -1}
	for i := range s.Words {
		w := &s.Words[i]
		if dayOrMonth(w) || isYear(s, w) {
			if m.at >= 0 {
				return moment{at: -1}
			}
			m.at = i
		}
	}
	if m.at >= 0 {
		m.norm = s.Words[m.at].Norm + dayBeside(s, m.at)
	}
	return m
}

// dayBeside is the day of the month that stands beside word i: "3 February",
// "February 3"; "" where there is none.
func dayBeside(s *align.Statement, i int) string {
	if k := dayAt(s, i); k >= 0 {
		return " " + s.Words[k].Norm
	}
	return ""
}

// dayAt is the index of that day, or -1.
func dayAt(s *align.Statement, i int) int {
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(s.Words) && s.Words[k].Number && len(s.Words[k].Norm) <= 2 {
			return k
		}
	}
	return -1
}

// withDay are word i and its day, in order.
func withDay(s *align.Statement, i int) []int {
	switch k := dayAt(s, i); {
	case k < 0:
		return []int{i}
	case k < i:
		return []int{k, i}
	default:
		return []int{i, k}
	}
}

func isYear(s *align.Statement, w *align.Word) bool {
	if !w.Number {
		return false
	}
	for _, v := range s.Values {
		if v.Kind == quantity.Year && v.Span.Contains(w.Span) {
			return true
		}
	}
	return false
}

// years tells a year from a word for a day or month.
func years(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
