package rule

import (
	"fmt"

	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// incidental holds back figures that count nothing, or that count something
// else on either side.
var incidental = Guard{
	ID:  "incidental-number",
	Doc: "The figures that differ are years, hours, numbers of articles, buses or telephones, ages of two people or parts of a name, or one counts a part only.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) string {
		if o.Type != compare.Number || o.Rule == "record" || len(o.A) == 0 || len(o.B) == 0 {
			return ""
		}
		a, b := valueAt(al.A, o.A), valueAt(al.B, o.B)
		if a == nil || b == nil {
			return ""
		}
		for _, v := range []struct {
			*quantity.Value
			s *align.Statement
		}{{a, al.A}, {b, al.B}} {
			if what := counting[v.Kind]; what != "" && !(v.Kind == quantity.Age && oneOwner(al, o)) {
				return fmt.Sprintf("“%s” is %s: it counts nothing.", v.Span.In(v.s.Text), what)
			}
			if named := nameAt(v.s, v.Value); named != "" {
				return fmt.Sprintf("“%s” is part of a name, “%s”.", v.Span.In(v.s.Text), named)
			}
		}
		if i, j := rest(al.A, a), rest(al.B, b); (i < 0) != (j < 0) {
			return fmt.Sprintf("One figure is of a part only: %s.", either(al, i, j))
		}
		return ""
	},
}

// counting tells what the kinds of number are that count nothing.
var counting = map[quantity.Kind]string{
	quantity.Age: "an age", quantity.Year: "a year", quantity.Calendar: "the day of a date", quantity.Clock: "a time of day",
	quantity.Identifier: "a number of one thing",
}

// oneOwner reports whether the last content words before the figures, whose
// ages they are, are one.
func oneOwner(al *align.Alignment, o Opposition) bool {
	i, j := contentBefore(al.A, first(o.A)), contentBefore(al.B, first(o.B))
	return i >= 0 && j >= 0 && al.ToB[i] >= 0 && al.Links[al.ToB[i]].B == j && al.Links[al.ToB[i]].Kind <= align.Spelling
}

func contentBefore(s *align.Statement, at int) int {
	for i := at - 1; i >= 0; i-- {
		if s.Words[i].Weight > 0 {
			return i
		}
	}
	return -1
}

// valueAt is the value that the deciding words are of, nil where there is none.
func valueAt(s *align.Statement, at []int) *quantity.Value {
	for n := range s.Values {
		for _, i := range at {
			if i >= 0 && s.Values[n].Span.Overlaps(s.Words[i].Span) {
				return &s.Values[n]
			}
		}
	}
	return nil
}

// nameAt is the name that a value written as a word is part of: "Ground Zero";
// "" where it is part of none.
func nameAt(s *align.Statement, v *quantity.Value) string {
	i := wordAt(s, v)
	if i < 1 || !s.Words[i].Capital || s.Words[i].Norm[0] <= '9' || !s.Words[i-1].Name {
		return ""
	}
	return s.Show(i-1) + " " + s.Show(i)
}

// rest is the word beside a figure that says that it counts only some: "two
// other bridges", "ten more"; -1 where there is none.
func rest(s *align.Statement, v *quantity.Value) int {
	i := wordAt(s, v)
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(s.Words) && others[s.Words[k].Norm] {
			return k
		}
	}
	return -1
}

var others = wordsOf("others")
