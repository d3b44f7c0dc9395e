package trained

import (
	"math"
	"testing"

	"crosscheck/compare"
	"crosscheck/compare/align"
)

// TestExplain asks which family shows the words of an opposition.
func TestExplain(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		family string
		words  [2]string // a word of the evidence on either side
	}{
		{"The tunnel will open in March.", "The tunnel will not open in March.", "polarity", [2]string{"open", "open"}},
		{"Prices rose in the harbour towns last winter.", "Prices fell in the harbour towns last winter.", "opposites", [2]string{"rose", "fell"}},
		{"The landslide killed 12 people in the valley.", "The landslide killed 40 people in the valley.", "figures", [2]string{"12", "40"}},
	} {
		al := align.New(read(c.a), read(c.b))
		r := Default().Explain(al)
		if r.Family != c.family || !has(al.A, r.A, c.words[0]) || !has(al.B, r.B, c.words[1]) {
			t.Errorf("%q / %q: %+v, want %s with %q", c.a, c.b, r, c.family, c.words)
		}
		if r.Share <= 0 || r.Share > 1 {
			t.Errorf("%q: share %v", c.a, r.Share)
		}
	}
}

func has(s *align.Statement, words []int, want string) bool {
	for _, i := range words {
		if s.Words[i].Norm == want {
			return true
		}
	}
	return false
}

// TestOppositionIsEven asks that the order of the two makes no difference.
func TestOppositionIsEven(t *testing.T) {
	m := Default()
	a, b := read("The union of teachers sued the northern city in May."), read("In May the city, which is in the north, was not sued by any union.")
	x, y := m.Opposition(align.New(a, b)), m.Opposition(align.New(b, a))
	if math.Abs(x-y) > 1e-6 || x <= 0 || x >= 1 {
		t.Errorf("one way %v, the other %v", x, y)
	}
}

// TestLabels asks for the labels of plain pairs.
func TestLabels(t *testing.T) {
	m := Default()
	for _, c := range []struct {
		a, b string
		want compare.Label
	}{
		{"The council approved the plan for a new bridge.", "The council approved the plan for a new bridge.", compare.Entailment},
		{"The council approved the plan for a new bridge.", "The council rejected the plan for a new bridge.", compare.Contradiction},
		{"All schools in the district are closed.", "None of the schools in the district are closed.", compare.Contradiction},
		{"The council approved the plan for a new bridge.", "A museum of glass will open beside the old mill.", compare.Neutral},
	} {
		if v := m.Verdict(align.New(read(c.a), read(c.b))); v.Label != c.want {
			t.Errorf("%q / %q: %s %v, want %s", c.a, c.b, v.Label, v.Scores, c.want)
		}
	}
}
