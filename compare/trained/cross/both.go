package cross

import (
	"math"

	"crosscheck/compare"
)

// Both judges a pair both ways round, for what opposes one way opposes the other.
// Contradiction is the mean of both ways' log-odds, turned back into a
// probability: the mean of the logarithms is what two answers to one question
// come to where neither is to be trusted more (Genest and Zidek 1986), and it is
// the same whichever statement is named first. What is left is shared between
// Entailment and Neutral as with a for premise, since entailment has a direction.
// It costs two of [Model.Scores].
func (m *Model) Both(a, b *Encoding) compare.Scores {
	return combine(m.Scores(a, b), m.Scores(b, a))
}

// combine is what two ways say together; there is the way asked for.
func combine(there, back compare.Scores) compare.Scores {
	c := math.Sqrt(there.Contradiction * back.Contradiction)
	not := math.Sqrt((1 - there.Contradiction) * (1 - back.Contradiction))
	if c+not == 0 { // each is certain, one of the contrary
		c, not = .5, .5
	}
	c /= c + not
	if rest := there.Entailment + there.Neutral; rest > 0 {
		return compare.Scores{Entailment: (1 - c) * (there.Entailment / rest), Neutral: (1 - c) * (there.Neutral / rest), Contradiction: c}
	}
	return compare.Scores{Neutral: 1 - c, Contradiction: c}
}
