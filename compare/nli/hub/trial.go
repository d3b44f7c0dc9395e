package hub

import (
	_ "embed"
	"fmt"
	"sync"

	"crosscheck/compare"
)

//go:embed pairs.json
var pairs []byte

// Trial is a pair of sentences whose label is plain.
type Trial struct {
	Label      compare.Label `json:"label"`
	Premise    string        `json:"premise"`
	Hypothesis string        `json:"hypothesis"`
}

// Trials are the pairs on which a model is tried, as many of each label.
var Trials = sync.OnceValue(func() []Trial {
	var out []Trial
	if err := strictly(pairs, &out); err != nil {
		return nil // TestTrials reads it
	}
	return out
})

// Pair is the trial as a model takes it.
func (t Trial) Pair() compare.Pair {
	return compare.Pair{A: compare.Statement{Text: t.Premise}, B: compare.Statement{Text: t.Hypothesis}}
}

// SaneShare is the share of trials that a model worth running gets right: three
// labels by chance are .33, and models that score .8 on MNLI have hardly a pair
// of these wrong. The figure is the issue's.
const SaneShare = .6

// permutedLead is how many trials more another order of the labels must get
// right to be told: a quarter of them, which no chance swap of two labels gains.
const permutedLead = 6

// Order is what a model's three labels would have to mean.
type Order struct {
	Entailment    compare.Label `json:"entailment"` // what the model calls entailment
	Neutral       compare.Label `json:"neutral"`
	Contradiction compare.Label `json:"contradiction"`
}

// orders are the six, that of the model's own names first.
var orders = []Order{
	{compare.Entailment, compare.Neutral, compare.Contradiction},
	{compare.Contradiction, compare.Neutral, compare.Entailment},
	{compare.Neutral, compare.Entailment, compare.Contradiction},
	{compare.Entailment, compare.Contradiction, compare.Neutral},
	{compare.Neutral, compare.Contradiction, compare.Entailment},
	{compare.Contradiction, compare.Entailment, compare.Neutral},
}

// of is what a label means in this order.
func (o Order) of(l compare.Label) compare.Label {
	switch l {
	case compare.Entailment:
		return o.Entailment
	case compare.Neutral:
		return o.Neutral
	}
	return o.Contradiction
}

// Sanity is how a model did on the trials.
type Sanity struct {
	Right, Of int
	// Fits is another order of the labels that gets many more right, FitsRight
	// of them; the zero value where none does: the labels are most likely named
	// wrongly in the model's config.json.
	Fits      Order
	FitsRight int
}

// Share is the share of trials that were right, in [0, 1].
func (s Sanity) Share() float64 { return float64(s.Right) / float64(max(s.Of, 1)) }

// Permuted reports whether another order of the labels fits much better.
func (s Sanity) Permuted() bool { return s.Fits != Order{} }

// Sane compares what a model says of [Trials], in their order, with what is so.
func Sane(said []compare.Scores) (Sanity, error) {
	trials := Trials()
	if len(said) != len(trials) {
		return Sanity{}, fmt.Errorf("%d answers to %d trials", len(said), len(trials))
	}
	right := make([]int, len(orders))
	for i, t := range trials {
		likeliest := likeliest(said[i])
		for k, o := range orders {
			if o.of(likeliest) == t.Label {
				right[k]++
			}
		}
	}
	s := Sanity{Right: right[0], Of: len(trials)}
	for k, n := range right {
		if n >= s.Right+permutedLead && n > s.FitsRight && float64(n) >= SaneShare*float64(s.Of) {
			s.Fits, s.FitsRight = orders[k], n
		}
	}
	return s, nil
}

// likeliest is the label of the greatest weight, neutral where two are equal.
func likeliest(s compare.Scores) compare.Label {
	switch {
	case s.Contradiction > s.Entailment && s.Contradiction > s.Neutral:
		return compare.Contradiction
	case s.Entailment > s.Contradiction && s.Entailment > s.Neutral:
		return compare.Entailment
	}
	return compare.Neutral
}
