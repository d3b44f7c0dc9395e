package nli

import (
	"errors"
	"math"

	"crosscheck/compare"
)

// scores is the softmax of a network's last numbers.
func (l labels) scores(logits []float32) (compare.Scores, error) {
	most := math.Inf(-1)
	for _, x := range logits {
		if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
			return compare.Scores{}, errors.New("the network does not give numbers; hint: is the file damaged, or of too small numbers (fp16)?")
		}
		most = max(most, float64(x))
	}
	e := math.Exp(float64(logits[l.entailment]) - most)
	n := math.Exp(float64(logits[l.neutral]) - most)
	c := math.Exp(float64(logits[l.contradiction]) - most)
	sum := e + n + c
	return compare.Scores{Entailment: e / sum, Neutral: n / sum, Contradiction: c / sum}, nil
}

// Combine makes one judgement of a pair's two orders, forth being A -> B. A
// contradiction is one both ways, so its weight is the geometric mean, that is
// the mean of the logarithms: where one order sees none, there is as good as
// none. Entailment has a direction, and is forth's. Neutral is what the two
// leave; where they leave less than nothing, both are scaled down to 1.
func Combine(forth, back compare.Scores) compare.Scores {
	c, e := math.Sqrt(forth.Contradiction*back.Contradiction), forth.Entailment
	if sum := c + e; sum > 1 {
		return compare.Scores{Entailment: e / sum, Contradiction: c / sum}
	}
	return compare.Scores{Entailment: e, Neutral: 1 - c - e, Contradiction: c}
}
