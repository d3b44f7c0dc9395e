// Package second asks a second judge, a slow one, about what the first judge
// found or nearly found, and puts their scores together.
//
//  1. the pairs are asked about in the order of the first judge's scores, at most
//     so many, and for at most so long ([Options]);
//  2. the two scores become one by a logistic function that was fitted to pairs
//     which people have read (weights.json; program compare/jury/fit);
//  3. a pair that was not asked about keeps the score that it had.
//
// The first judge says which pairs there are, and what a pair is opposed in; the
// second only how far to believe it.
package second

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"crosscheck/compare"
)

// Options say how much is asked. The zero value asks about nothing.
type Options struct {
	// Scorer is the second judge; nil for none.
	Scorer compare.Scorer
	// Least is the first judge's score from which on a pair is asked about, in
	// [0, 1].
	Least float64
	// Most is how many pairs are asked about in a run.
	Most int
	// Time is how long it may take; 0 is as long as it takes. What a run finds
	// depends on the machine where the time runs out.
	Time time.Duration
	// Progress is told how many pairs were asked about; nil for nobody.
	Progress func(done, total int)
}

// Most is how many pairs a run asks about if nobody says another figure: a
// minute's work of a small cross-encoder on two cores.
const Most = 4000

// Least is the score of a pair from which on it is asked about if nobody says
// another figure.
const Least = 0.2

// Case is a pair, and how sure the first judge is that it is opposed.
type Case struct {
	Pair  compare.Pair
	Score float64 // in [0, 1]
}

// Outcome is what became of the cases.
type Outcome struct {
	Scores []float64 // of each case, both judges together where both were asked
	Second []float64 // of each case, the second judge's; -1 where it was not asked
	Asked  int
	Late   int // how many were not asked about because the time ran out
}

// chunk is how many pairs are asked about at once: some seconds of a slow model.
const chunk = 64

// Ask asks the second judge. Its error is the judge's, or the context's.
func Ask(ctx context.Context, cases []Case, o Options) (Outcome, error) {
	out := Outcome{Scores: make([]float64, len(cases)), Second: make([]float64, len(cases))}
	for i, c := range cases {
		out.Scores[i], out.Second[i] = c.Score, -1
	}
	if o.Scorer == nil {
		return out, nil
	}
	w := weightsOf(o.Scorer.Name())
	order := chosen(cases, o)
	until := time.Now().Add(o.Time)
	for from := 0; from < len(order); from += chunk {
		if o.Time > 0 && time.Now().After(until) {
			out.Late = len(order) - from
			break
		}
		part := order[from:min(from+chunk, len(order))]
		scores, err := o.Scorer.Scores(ctx, pairsOf(cases, part))
		if err != nil {
			return out, err
		}
		for k, i := range part {
			out.Second[i] = scores[k].Contradiction
			out.Scores[i] = w.together(cases[i].Score, scores[k])
		}
		out.Asked += len(part)
		if o.Progress != nil {
			o.Progress(out.Asked, len(order))
		}
	}
	return out, nil
}

// chosen are the places of the cases that are asked about, the surest first.
func chosen(cases []Case, o Options) []int {
	var order []int
	for i, c := range cases {
		if c.Score >= o.Least {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cases[b].Score, cases[a].Score) })
	return order[:min(len(order), o.Most)]
}

func pairsOf(cases []Case, places []int) []compare.Pair {
	out := make([]compare.Pair, len(places))
	for k, i := range places {
		out[k] = cases[i].Pair
	}
	return out
}

// together is the score of both judges, in (0, 1), to four places.
func (w weights) together(first float64, second compare.Scores) float64 {
	z := w.Bias + w.First*Odds(first) + w.Contradiction*Odds(second.Contradiction) + w.Entailment*Odds(second.Entailment)
	return math.Round(1e4/(1+math.Exp(-z))) / 1e4
}

// surest bounds what a judge may be sure of.
const surest = 1e-3

// Odds is the logarithm of the odds of p, in nats; bounded, since no judge is right
// always.
func Odds(p float64) float64 {
	p = min(max(p, surest), 1-surest)
	return math.Log(p / (1 - p))
}
