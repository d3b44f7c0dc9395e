package certainty

import "crosscheck/claims"

// count is how many of each were filed before the sentence at hand.
type count struct{ negations, modals, hedges, conditions int }

func counts(c *claims.Certainty) count {
	return count{len(c.Negations), len(c.Modals), len(c.Hedges), len(c.Conditions)}
}

// degree is how certain something is said to be.
type degree int

const (
	underspecified degree = iota
	possible
	probable
	certain
)

// judge gives the text the polarity and factuality of its first sentence.
func (f *finder) judge(c *claims.Certainty, s sentence, from count) {
	for _, n := range c.Negations[from.negations:] {
		if n.Main {
			c.Polarity = c.Polarity.Not()
		}
	}
	d := certain
	if len(c.Conditions) > from.conditions {
		d = underspecified
	}
	for _, m := range c.Modals[from.modals:] {
		if m.Main {
			d = min(d, modalDegree(m.Kind, c.Polarity))
		}
	}
	for _, h := range s.hits {
		if h.class&hedges != 0 && s.main.has(h.from) {
			d = min(d, hedgeDegree(h.class))
		}
	}
	c.Factuality = factuality(d, c.Polarity)
}

// modalDegree is how certain a modal leaves its clause. What cannot be is not;
// what can be is not said to be.
func modalDegree(k claims.ModalKind, p claims.Polarity) degree {
	switch k {
	case claims.Future:
		return certain
	case claims.Probability:
		return probable
	case claims.Possibility:
		return possible
	case claims.Ability:
		if p == claims.Negative {
			return certain
		}
	}
	return underspecified
}

// hedgeDegree is how certain a hedge leaves its clause. Of hearsay the text
// itself takes no part.
func hedgeDegree(c class) degree {
	switch {
	case c&hearsay != 0:
		return underspecified
	case c&maybe != 0:
		return possible
	case c&likely != 0:
		return probable
	}
	return certain
}

func factuality(d degree, p claims.Polarity) claims.Factuality {
	positive := p == claims.Positive
	switch {
	case d == certain && positive:
		return claims.Fact
	case d == certain:
		return claims.Counterfact
	case d == probable && positive:
		return claims.Probable
	case d == probable:
		return claims.NotProbable
	case d == possible && positive:
		return claims.Possible
	case d == possible:
		return claims.NotPossible
	}
	return claims.Underspecified
}
