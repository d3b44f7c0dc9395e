package claims_test

import (
	"testing"

	"crosscheck/claims"
)

func TestPolarity(t *testing.T) {
	for _, c := range []struct {
		said       claims.Polarity
		of         claims.Factuality
		stance     claims.Stance
		want       claims.Polarity
		factuality claims.Factuality
	}{
		{claims.Positive, claims.Fact, claims.Asserted, claims.Positive, claims.Fact},
		{claims.Negative, claims.Counterfact, claims.Asserted, claims.Negative, claims.Counterfact},
		{claims.Positive, claims.Fact, claims.Denied, claims.Negative, claims.Counterfact},
		{claims.Negative, claims.NotProbable, claims.Denied, claims.Positive, claims.Probable},
		{claims.Positive, claims.Underspecified, claims.Denied, claims.Negative, claims.Underspecified},
		{claims.Negative, claims.Counterfact, claims.Asked, "", claims.Underspecified},
		{claims.Positive, claims.Possible, claims.Hoped, "", claims.Underspecified},
		{"", "", claims.Denied, "", ""},
	} {
		claim := claims.Claim{Stance: c.stance, Certainty: claims.Certainty{Polarity: c.said}}
		if got := claim.Polarity(); got != c.want {
			t.Errorf("polarity of %q under %q: %q, want %q", c.said, c.stance, got, c.want)
		}
		if got := c.of.Under(c.stance); got != c.factuality {
			t.Errorf("factuality %q under %q: %q, want %q", c.of, c.stance, got, c.factuality)
		}
	}
}
