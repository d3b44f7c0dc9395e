package compare

import "crosscheck/claims"

// Verdict is what scores alone say: the likeliest label. The type of an opposition
// whose words nobody named is Lexical, the widest.
func (s Scores) Verdict() Verdict {
	switch {
	case s.Contradiction >= max(s.Entailment, s.Neutral):
		return Verdict{Label: Contradiction, Scores: s, Type: Lexical, Score: s.Contradiction,
			Evidence: Evidence{A: []claims.Span{}, B: []claims.Span{}},
			Why:      "A neural network that read both sentences takes them for opposed; it cannot say by which words."}
	case s.Entailment >= s.Neutral:
		return Verdict{Label: Entailment, Scores: s}
	}
	return Verdict{Label: Neutral, Scores: s}
}
