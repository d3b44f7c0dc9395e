package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func TestPack(t *testing.T) {
	one, two, three := 1.0, 1.0, 3.0
	lee := &claims.Speaker{ID: "person:ann-lee"}
	at := func(n int) []claims.Span { return []claims.Span{{Start: n, End: n + 1}} }
	build := func() []claims.Claim {
		return []claims.Claim{
			{ID: "c_1", Speaker: lee, Source: at(1), Cue: at(2), Content: append(at(3), at(5)...), Values: []claims.Value{{Low: &one, High: &two}}},
			{ID: "c_2", Speaker: lee, Source: []claims.Span{}, Content: at(7), Context: at(9),
				Values: []claims.Value{{Low: &one, High: &three}, {High: &three}, {}}, Times: []claims.Time{{Span: at(4)[0]}},
				Certainty: claims.Certainty{
					Negations: []claims.Negation{{Scope: at(8)}, {}}, Conditions: at(11), Modals: make([]claims.Modal, 2),
					Hedges: make([]claims.Hedge, 1), Quantifiers: make([]claims.Quantifier, 1),
				}},
			{ID: "c_3", Content: at(20)},
		}
	}
	want, got := build(), build()
	pack(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-before +after\n%s", diff)
	}
	if got[0].Values[0].Low != got[0].Values[0].High || got[0].Speaker != got[1].Speaker || got[0].Speaker == lee {
		t.Error("a point has two numbers, or a speaker is not one copy")
	}
	// To append to a list leaves the others as they are.
	got[0].Source = append(got[0].Source, claims.Span{Start: 99, End: 99})
	got[0].Values = append(got[0].Values, claims.Value{Kind: "other"})
	if diff := cmp.Diff(want[1:], got[1:]); diff != "" || got[0].Cue[0] != want[0].Cue[0] {
		t.Errorf("after appending: -before +after\n%s", diff)
	}
}
