package jury

import (
	"math"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/rule"
)

// one judges one pair: the labels of natural language inference from the trained
// model and the rules, and the verdict of Oppose where it sees an opposition.
func (j *Judge) one(p compare.Pair) compare.Verdict {
	a, b := j.Read(p.A), j.Read(p.B)
	v, ok := j.Oppose(a, b)
	if p.A.Claim != nil && p.B.Claim != nil {
		if !ok {
			v = compare.Verdict{Label: compare.Neutral, Scores: compare.Scores{Neutral: 1}}
		}
		return v
	}
	return j.infer(a, b)
}

// infer labels two bare statements.
func (j *Judge) infer(a, b compare.Reading) compare.Verdict {
	al := align.New(rule.Statement(a), rule.Statement(b))
	s := j.model.Scores(al)
	v := j.rules.Infer(a, b)
	s = pool(s, v.Scores)
	v.Scores = s
	switch {
	case s.Contradiction >= max(s.Entailment, s.Neutral):
		if v.Label != compare.Contradiction {
			v = j.model.Verdict(al)
		}
		v.Label, v.Score = compare.Contradiction, s.Contradiction
	case s.Entailment >= s.Neutral:
		v = compare.Verdict{Label: compare.Entailment}
	default:
		v = compare.Verdict{Label: compare.Neutral, Guard: v.Guard}
	}
	v.Scores = s
	return v
}

const (
	// ruleShare is how much the rules count beside the trained model where they
	// see an opposition, silentShare where they see none: silence says less.
	// Both were chosen between SICK and MultiNLI.
	ruleShare, silentShare = .4, .1
	// leastSeen is the score from which on the rules see one.
	leastSeen = .25
)

// pool is the geometric mean of two judges' scores, weighted.
func pool(model, rules compare.Scores) compare.Scores {
	share := silentShare
	if rules.Contradiction >= leastSeen {
		share = ruleShare
	}
	mix := func(m, r float64) float64 { return math.Pow(max(m, .001), 1-share) * math.Pow(max(r, .02), share) }
	e, n, c := mix(model.Entailment, rules.Entailment), mix(model.Neutral, rules.Neutral), mix(model.Contradiction, rules.Contradiction)
	sum := e + n + c
	s := compare.Scores{Entailment: rounded(e / sum), Contradiction: rounded(c / sum)}
	s.Neutral = max(0, rounded(1-s.Entailment-s.Contradiction))
	return s
}

// rounded is a score with the four places that mean anything.
func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }
