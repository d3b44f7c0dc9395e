package report_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/report"
)

// at is a mark for tests: its part does not matter.
func at(start, end int) report.Mark {
	return report.Mark{Span: claims.Span{Start: start, End: end}, Part: report.ContentPart, Claims: []int{1}}
}

func TestFlatten(t *testing.T) {
	cue := at(0, 3)
	cue.Part = report.CuePart
	for _, c := range []struct {
		name, text string
		marks      []report.Mark
		edges      []int
		want       string // stretches with the marks over them, outermost first
	}{
		{"nothing", "", nil, nil, ""},
		{"no marks", "abc", nil, nil, "abc[]"},
		{"one", "abcd", []report.Mark{at(1, 3)}, nil, "a[] bc[0] d[]"},
		{"nested, the inner one named first", "abcdef", []report.Mark{at(2, 4), at(0, 6)}, nil, "ab[1] cd[1 0] ef[1]"},
		{"overlapping", "abcdef", []report.Mark{at(2, 6), at(0, 4)}, nil, "ab[1] cd[1 0] ef[0]"},
		{"the same bounds twice", "abc", []report.Mark{at(0, 3), at(0, 3)}, nil, "abc[0 1]"},
		{"a cue in content of the same bounds", "abc", []report.Mark{cue, at(0, 3)}, nil, "abc[1 0]"},
		{"side by side", "abcd", []report.Mark{at(0, 2), at(2, 4)}, nil, "ab[0] cd[1]"},
		{"edges", "abcd", []report.Mark{at(0, 3)}, []int{2, 2, 0, 9, -1}, "ab[0] c[0] d[]"},
		{"an edge inside of a letter", "aéb", nil, []int{2}, "aéb[]"},
		{"marks that do not fit", "aéb", []report.Mark{at(0, 2), at(3, 1), at(-1, 2), at(0, 9), at(1, 1), at(1, 3)}, nil, "a[] é[5] b[]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range report.Flatten(c.text, c.marks, c.edges...) {
				got = append(got, fmt.Sprint(s.In(c.text), s.Marks))
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A tower of marks is cut off, and does not grow the page with its square.
func TestFlattenDeep(t *testing.T) {
	const n = 20_000
	var marks []report.Mark
	for i := range n {
		marks = append(marks, at(i, 2*n-i))
	}
	total := 0
	for _, s := range report.Flatten(strings.Repeat("x", 2*n), marks) {
		total += len(s.Marks)
	}
	if total == 0 || total > 16*2*n {
		t.Errorf("%d marks over all stretches", total)
	}
}

// Put together, the stretches are the text; over each lie the marks that
// contain it, and no other begins or ends inside.
func FuzzFlatten(f *testing.F) {
	f.Add("“No,” said Lee.", []byte{3, 5, 11, 14, 0, 18, 6, 10})
	f.Add("héé 長い \u202e\xff", []byte{0, 9, 1, 2, 200, 3, 5, 5})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		var marks []report.Mark
		for i := 0; i+1 < len(places) && len(marks) < 16; i += 2 {
			marks = append(marks, at(int(places[i]), int(places[i+1])))
		}
		var whole strings.Builder
		covered := make([]int, len(marks))
		for _, s := range report.Flatten(text, marks, 1, 2) {
			whole.WriteString(s.In(text))
			checkStretch(t, text, marks, s)
			for _, m := range s.Marks {
				covered[m] += s.Len()
			}
		}
		if whole.String() != text {
			t.Errorf("the stretches are %q, the text is %q", whole.String(), text)
		}
		for i, m := range marks {
			if want := max(m.Len(), 0); fitsText(text, m) && covered[i] != want {
				t.Errorf("%d bytes of mark %v are covered, want %d", covered[i], m.Span, want)
			}
		}
	})
}

func checkStretch(t *testing.T, text string, marks []report.Mark, s report.Stretch) {
	t.Helper()
	if s.Len() == 0 {
		t.Errorf("the stretch %v is empty", s.Span)
	}
	over := map[int]bool{}
	last := report.Mark{}
	for i, m := range s.Marks {
		over[m] = true
		if i > 0 && (last.Start > marks[m].Start || last.Start == marks[m].Start && last.End < marks[m].End) {
			t.Errorf("%v lies inside of %v", last.Span, marks[m].Span)
		}
		last = marks[m]
	}
	for i, m := range marks {
		switch {
		case over[i] && !m.Contains(s.Span):
			t.Errorf("mark %v is over %v", m.Span, s.Span)
		case !over[i] && fitsText(text, m) && m.Len() > 0 && m.Overlaps(s.Span):
			t.Errorf("mark %v is not over %v", m.Span, s.Span)
		}
	}
}

// fitsText reports whether the mark is a stretch of the text.
func fitsText(text string, m report.Mark) bool {
	edge := func(i int) bool { return i == len(text) || i < len(text) && utf8.RuneStart(text[i]) }
	return 0 <= m.Start && m.Start <= m.End && m.End <= len(text) && edge(m.Start) && edge(m.End)
}
