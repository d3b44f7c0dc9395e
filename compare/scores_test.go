package compare

import "testing"

func TestScoresVerdict(t *testing.T) {
	for _, c := range []struct {
		scores  Scores
		label   Label
		score   float64
		reasons bool
	}{
		{Scores{Entailment: .1, Neutral: .2, Contradiction: .7}, Contradiction, .7, true},
		{Scores{Entailment: .5, Neutral: .2, Contradiction: .3}, Entailment, 0, false},
		{Scores{Entailment: .2, Neutral: .5, Contradiction: .3}, Neutral, 0, false},
	} {
		v := c.scores.Verdict()
		if v.Label != c.label || v.Score != c.score || v.Scores != c.scores {
			t.Errorf("(%v).Verdict() = %+v, want %s with %v", c.scores, v, c.label, c.score)
		}
		if (v.Why != "" && v.Type != "" && v.Evidence.A != nil && v.Evidence.B != nil) != c.reasons {
			t.Errorf("(%v).Verdict() = %+v: reasons are for contradictions, want %t", c.scores, v, c.reasons)
		}
	}
}
