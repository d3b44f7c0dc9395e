package trained

import (
	"math"
	"slices"
	"strings"
	"testing"

	"crosscheck/compare/align"
)

// of measures one feature of a pair.
func of(t *testing.T, name, a, b string) float32 {
	t.Helper()
	k := slices.Index(Names(), name)
	if k < 0 {
		t.Fatalf("there is no feature %q", name)
	}
	var v Vector
	Measure(align.New(read(a), read(b)), &v)
	return v[k]
}

func TestFeatures(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       float32
	}{
		{"coverage.hard-b", "The red boat sank.", "The red boat sank.", 1},
		{"coverage.bare-b", "The boat sank.", "The boat and the pier sank.", 1},
		{"order.common-b", "The boat sank.", "The boat sank.", 1},
		{"order.front", "The boat sank slowly.", "The boat sank fast.", 3},
		{"polarity.only-b", "The boat sank.", "The boat did not sank.", 1},
		{"polarity.only-a", "The boat sank.", "The boat did not sink.", 0},
		{"opposites.free", "Prices rose.", "Prices fell.", 1},
		{"opposites.turned", "The gate is open.", "The gate is not closed.", 1},
		{"figures.clash-noun", "It killed 12 people.", "It killed 40 people.", 1},
		{"figures.met", "It killed 12 people.", "It killed twelve people.", 1},
		{"figures.clash-year", "It was built in 1912.", "It was built in 1987.", 1},
		{"amounts.all-none", "All schools closed.", "No schools closed.", 2}, // the schools, and their closing
		{"certainty.maybe-b", "The plant will close.", "The plant may close.", 1},
		{"roles.swapped", "The mayor sued the union.", "The union sued the mayor.", 1},
		{"roles.passive", "The mayor sued the union.", "The union was sued by the mayor.", 1},
		{"roles.kept", "The mayor sued the union.", "The mayor sued the union.", 1},
		{"mood.question-b", "The plant will close.", "Will the plant close?", 1},
	} {
		if got := of(t, c.name, c.a, c.b); got != c.want {
			t.Errorf("%s of %q / %q = %v, want %v", c.name, c.a, c.b, got, c.want)
		}
	}
}

// TestNames asks that every feature has a name of its own and a place.
func TestNames(t *testing.T) {
	names := Names()
	if len(names) != Width || Width > len(Vector{})-1 {
		t.Errorf("%d names, %d features", len(names), Width)
	}
	slices.Sort(names)
	if n := len(slices.Compact(names)); n != Width {
		t.Errorf("%d of %d names differ", n, Width)
	}
}

// FuzzMeasure asks that no text makes a feature that is no number, or panics.
func FuzzMeasure(f *testing.F) {
	f.Add("", "The boat sank.")
	f.Add("Not 12 of the 40 boats, or all, may have sunk by 1912.", "No boat was not sunk?")
	f.Add(strings.Repeat("a b ", 90), strings.Repeat("b a. ", 90))
	f.Fuzz(func(t *testing.T, a, b string) {
		al := align.New(read(a), read(b))
		var v Vector
		Measure(al, &v)
		for i, x := range v {
			if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
				t.Fatalf("%s is %v", Names()[i], x)
			}
		}
		Default().Verdict(al)
		Default().Explain(al)
	})
}
