package review

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// judged makes n findings of a score, of which some are right.
func judged(score float64, kind string, n, right int) (list []Judged) {
	for i := range n {
		list = append(list, Judged{Pair{Score: score, Type: kind, Judge: "rules/1", Relation: "dispute", Rule: kind}, i < right})
	}
	return list
}

func TestMeasure(t *testing.T) {
	list := append(judged(.95, "number", 20, 19), append(judged(.75, "negation", 20, 14), judged(.35, "negation", 10, 1)...)...)
	m := NewMeasure(list, 3)
	near := cmpopts.EquateApprox(0, .0005)
	want := Measure{
		Pairs: 50, Unclear: 3,
		All:       Precision{"all", 34, 50, .68, .542, .792},
		Relations: []Precision{{"dispute", 34, 50, .68, .542, .792}},
		Types:     []Precision{{"negation", 15, 30, .5, .332, .668}, {"number", 19, 20, .95, .764, .991}},
		Judges:    []Precision{{"rules/1", 34, 50, .68, .542, .792}},
		Rules:     []Precision{{"negation", 15, 30, .5, .332, .668}, {"number", 19, 20, .95, .764, .991}},
		Bands: []Band{
			{Precision{"0.3 to 0.4", 1, 10, .1, .018, .404}, .3, .4, .35},
			{Precision{"0.7 to 0.8", 14, 20, .7, .481, .855}, .7, .8, .75},
			{Precision{"0.9 to 1.0", 19, 20, .95, .764, .991}, .9, 1, .95},
		},
		Brier: (19*.0025 + .9025 + 14*.0625 + 6*.5625 + .4225 + 9*.1225) / 50,
		ECE:   (10*.25 + 20*.05) / 50,
		Thresholds: []Threshold{
			{"", .8, .75, 33, 40, 33.0 / 34}, {"", .9, .95, 19, 20, 19.0 / 34}, {"", .95, .95, 19, 20, 19.0 / 34},
			{"number", .8, .95, 19, 20, 1}, {"number", .9, .95, 19, 20, 1}, {"number", .95, .95, 19, 20, 1},
		},
	}
	if diff := cmp.Diff(want, m, near); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := NewMeasure(nil, 0); got.Pairs != 0 || math.IsNaN(got.All.Value+got.Brier+got.ECE) {
		t.Errorf("nothing: %+v", got)
	}
}
