package rule

import (
	"strings"

	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// scope holds back the same said of another time or another part.
var scope = Guard{
	ID:  "scope",
	Doc: "The two sides speak of different years, months or days, or of different parts of a whole: both can be true.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) bool {
		if quotes(o) || o.Type == compare.Date || len(o.A) == 0 || len(o.B) == 0 {
			return false
		}
		if apart(times(al.A), times(al.B)) {
			return true
		}
		return o.Type != compare.Number && partial(al.A, o.A[0]) && partial(al.B, o.B[0])
	},
}

// times are the years, months, weekdays and words such as "last year" of a
// statement.
func times(s *align.Statement) []string {
	var out []string
	for _, v := range s.Values {
		if v.Kind == quantity.Year {
			out = append(out, v.Span.In(s.Text))
		}
	}
	for i := range s.Words {
		w := &s.Words[i]
		if dayOrMonth(w) && (i == 0 || s.Words[i-1].Norm != "since") { // "not since October" holds of February too
			out = append(out, w.Norm)
		}
		if i > 0 && period[w.Norm] && shifts[s.Words[i-1].Norm] {
			out = append(out, s.Words[i-1].Norm+" "+w.Norm)
		}
	}
	return out
}

// dayOrMonth reports whether a word names a day or month: "May" and not "may".
func dayOrMonth(w *align.Word) bool { return w.Capital && w.Named()&lexicon.Calendar != 0 }

// period and shifts are the words of "last year".
var (
	period = set("year month week decade century season quarter")
	shifts = set("last next this previous past following")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// apart reports whether both lists name times and none in common.
func apart(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return false
			}
		}
	}
	return len(a) > 0 && len(b) > 0
}

// partial reports whether what stands before word at is a part of a whole:
// "46 percent of voters", "some ministers", "others".
func partial(s *align.Statement, at int) bool {
	for i := at - 1; i >= 0 && s.Words[i].Clause == s.Words[at].Clause; i-- {
		w := &s.Words[i]
		if w.Class&lexicon.Some != 0 || w.Norm == "percent" || w.Norm == "%" || w.Norm == "others" || w.Norm == "other" || w.Norm == "another" || w.Norm == "half" {
			return true
		}
	}
	return false
}
