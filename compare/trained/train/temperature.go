package main

import (
	"math"

	"crosscheck/compare/trained/boost"
)

// temperature returns the scale, of a hundred tried, under which the labels of
// the cross-validated rows are likeliest (Guo et al. 2017, "On calibration of
// modern neural networks").
func (t *table) temperature() float32 {
	best, least := float32(1), math.Inf(1)
	for scale := float32(.5); scale < 1.5; scale += .01 {
		if loss := t.loss(scale); loss < least {
			best, least = scale, loss
		}
	}
	return best
}

// loss is the weighted log-loss of the rows that were judged unseen.
func (t *table) loss(scale float32) float64 {
	sum := 0.0
	for i := range t.rows {
		r := &t.rows[i]
		if !r.scored || r.weight == 0 {
			continue
		}
		p := r.odds
		for k := range p {
			p[k] *= scale
		}
		boost.Softmax(p[:])
		sum -= float64(r.weight) * math.Log(math.Max(float64(p[r.label]), 1e-9))
	}
	return sum
}
