package eval

import (
	"fmt"

	"crosscheck/compare/trained/boost"
)

// fncHead says how likely a pair disagrees: gradient-boosted trees over its
// features. The zero value has learnt nothing and scores 0.
//
// Note: a logistic regression over the same features did F1 .27. With the words of
// headline and body besides it did .51, but those tell the story rather than the
// stance: bodies of one story are in several folds. With whole stories dealt into
// the folds, words did no better than none; the trees did .24, the regression .22.
type fncHead struct{ trees *boost.Forest }

// headSettings are those of compare/jury/fit: they were not searched for on what they
// are measured on. More trees do better still.
var headSettings = boost.Options{Rounds: 120, Leaves: 6, Depth: 4, Rate: .06, L2: 3, Least: 3, Rows: .6, Columns: .3, Seed: 1}

// The classes of the trees.
const (
	otherwise uint8 = iota
	disagrees
	headClasses
)

// learn fits the head on some pairs. The error is that of [boost.Fit].
func learn(kept []fncPair, on func(i int) bool) (fncHead, error) {
	r := &boost.Rows{Classes: int(headClasses)}
	for i, k := range kept {
		if !on(i) {
			continue
		}
		class := otherwise
		if k.disagree {
			class = disagrees
		}
		r.Features = len(k.features)
		r.X = append(r.X, narrow(k.features)...)
		r.Label, r.Weight = append(r.Label, class), append(r.Weight, 1)
	}
	if r.Len() == 0 {
		return fncHead{}, nil
	}
	trees, err := boost.Fit(r, headSettings)
	if err != nil {
		return fncHead{}, fmt.Errorf("fitting the head: %w", err)
	}
	return fncHead{trees}, nil
}

// score is how likely a pair with these features disagrees, in [0, 1].
func (h fncHead) score(features []float64) float64 {
	if h.trees == nil {
		return 0
	}
	var bins [boost.MaxFeatures + 1]uint8
	var raw [headClasses]float32
	h.trees.Sort(narrow(features), bins[:])
	h.trees.Add(&bins, raw[:])
	boost.Softmax(raw[:])
	return float64(raw[disagrees])
}

// narrow makes features what the trees take.
func narrow(features []float64) []float32 {
	out := make([]float32, len(features))
	for i, v := range features {
		out[i] = float32(v)
	}
	return out
}
