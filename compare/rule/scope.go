package rule

import (
	"fmt"
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
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) string {
		if quotes(o) || o.Type == compare.Date || o.Rule == "record" {
			return ""
		}
		if a, b := times(al.A, o.A), times(al.B, o.B); apart(a, b) && !timeOnly(o, al) {
			return fmt.Sprintf("One side speaks of “%s”, the other of “%s”.", a[0], b[0])
		}
		if len(o.A) == 0 || len(o.B) == 0 || o.A[0] < 0 || o.B[0] < 0 {
			return ""
		}
		if i, j := part(al.A, o.A[0]), part(al.B, o.B[0]); o.Type != compare.Number && i >= 0 && j >= 0 {
			return fmt.Sprintf("Each side speaks of a part: %s, %s.", quoted(al.A, i), quoted(al.B, j))
		}
		if i, j := fields(al, o); i >= 0 {
			return fmt.Sprintf("Each side says it of another part: %s, %s.", quoted(al.A, i-1, i), quoted(al.B, j-1, j))
		}
		return ""
	},
}

// times are the years and months of a statement, the words such as "last year",
// and the weekdays of the clauses that decide: another one may be that on which
// it was said.
func times(s *align.Statement, at []int) []string {
	var out []string
	for _, v := range s.Values {
		if v.Kind == quantity.Year {
			out = append(out, v.Span.In(s.Text))
		}
	}
	for i := range s.Words {
		w := &s.Words[i]
		if dayOrMonth(w) && (i == 0 || s.Words[i-1].Norm != "since") && (!strings.HasSuffix(w.Norm, "day") || first(at) >= 0 && decides(s, at, i)) {
			out = append(out, strings.TrimSuffix(w.Norm, "'s")) // "not since October" holds of February too
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
	period = wordsOf("period")
	shifts = wordsOf("shifts")
)

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

// timeOnly reports whether no deciding words are known and nothing but the times
// differs: then these are given for one event.
func timeOnly(o Opposition, al *align.Alignment) bool {
	return first(o.A) < 0 && first(o.B) < 0 && covered(al) >= bands[4]
}

// part is what says, of what stands before word at, that a part of a whole is
// meant: "46 percent of voters", "some ministers", "others"; -1 where nothing
// does. What word at itself is said of is none ("some large rocks"), and "the
// other side" is the same on both sides.
func part(s *align.Statement, at int) int {
	for i := at - 1; i >= 0 && s.Words[i].Clause == s.Words[at].Clause; i-- {
		w := &s.Words[i]
		switch {
		case w.Class&lexicon.Some == 0 && !parts[w.Norm]:
		case i > 0 && s.Words[i-1].Norm == "the" && w.Norm != "others":
		case w.Norm == "others" || speaks(s, w.Last+1, at):
			return i
		}
	}
	return -1
}

var parts = wordsOf("parts")

// speaks reports whether a content word stands from i on and before at.
func speaks(s *align.Statement, i, at int) bool {
	for ; i < at; i++ {
		if s.Words[i].Weight > 0 {
			return true
		}
	}
	return false
}

// fields are the nouns behind one preposition, in the clauses that decide, for
// which alone each side says it: "among women", "among men". -1 where there are
// none: a noun that the other side has or means is no other part.
func fields(al *align.Alignment, o Opposition) (a, b int) {
	for i := 1; i < len(al.A.Words); i++ {
		if !confines(al.A, al.B, al.ToB, o.A, i) {
			continue
		}
		for j := 1; j < len(al.B.Words); j++ {
			if al.B.Words[j-1].Norm == al.A.Words[i-1].Norm && confines(al.B, al.A, al.ToA, o.B, j) {
				return i, j
			}
		}
	}
	return -1, -1
}

// confining are the prepositions that name the part for which something holds.
var confining = wordsOf("confining")

func confines(s, other *align.Statement, to, at []int, i int) bool {
	w := &s.Words[i]
	return confining[s.Words[i-1].Norm] && w.Weight > 0 && to[i] < 0 && !contains(at, i) && decides(s, at, i) && !other.Implies(w)
}
