package hub

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
)

func TestTrials(t *testing.T) {
	count := map[compare.Label]int{}
	for _, trial := range Trials() {
		count[trial.Label]++
		if trial.Premise == "" || trial.Hypothesis == "" {
			t.Errorf("%+v lacks a sentence", trial)
		}
	}
	if diff := cmp.Diff(map[compare.Label]int{compare.Entailment: 8, compare.Neutral: 8, compare.Contradiction: 8}, count); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// answers are those of a model that is right, and names its labels in an order.
func answers(o Order) []compare.Scores {
	var out []compare.Scores
	for _, trial := range Trials() {
		var s compare.Scores
		switch trial.Label {
		case o.Entailment:
			s.Entailment = 1
		case o.Neutral:
			s.Neutral = 1
		default:
			s.Contradiction = 1
		}
		out = append(out, s)
	}
	return out
}

func TestSane(t *testing.T) {
	for _, o := range orders {
		got, err := Sane(answers(o))
		if err != nil {
			t.Fatal(err)
		}
		want := Sanity{Right: got.Right, Of: 24}
		if o != orders[0] {
			want.Fits, want.FitsRight = o, 24
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", o, diff)
		}
		if (got.Share() >= SaneShare) != (o == orders[0]) {
			t.Errorf("%v: share %v", o, got.Share())
		}
	}
	got, err := Sane(make([]compare.Scores, 24))
	if err != nil || got.Right != 8 || got.Permuted() {
		t.Errorf("a model that says nothing: %+v, %v", got, err)
	}
	if _, err := Sane(nil); err == nil {
		t.Error("no answers were taken for enough")
	}
}
