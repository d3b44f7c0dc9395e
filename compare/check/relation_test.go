package check

import (
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
)

// TestAlike wants what a judge is sure of to need no likeness, whoever says it, and
// figures and dates always to need much.
func TestAlike(t *testing.T) {
	for _, c := range []struct {
		rule     string
		score    float64
		relation compare.Relation
		want     float64
	}{
		{"polarity", .62, compare.Misquote, 0},
		{"polarity", .62, compare.Shift, 0},
		{"polarity", .62, compare.Dispute, 0},
		{"polarity", .3, compare.Misquote, muchAlike},
		{"polarity", .3, compare.Dispute, leastAlike},
		{"number", .9, compare.Conflict, muchAlike},
		{"date", .9, compare.Conflict, dateAlike},
	} {
		p := judged{
			couple: couple{
				a: &statement{Statement: compare.Statement{Claim: &claims.Claim{Article: "one"}}},
				b: &statement{Statement: compare.Statement{Claim: &claims.Claim{Article: "other"}}},
			},
			verdict: compare.Verdict{Rule: c.rule, Score: c.score},
		}
		if got := alike(p, c.relation); got != c.want {
			t.Errorf("%s %v, score %v: %v, want %v", c.rule, c.relation, c.score, got, c.want)
		}
	}
}
