package eval

import (
	"math"
	"math/rand/v2"
)

// logistic is a logistic regression.
type logistic struct {
	scale  []float64 // one over the root mean square of each feature where it was fitted
	weight []float64 // of the scaled features
	bias   float64
}

const (
	// epochs is how often each row is looked at. The order is shuffled anew each
	// time by a fixed seed.
	epochs = 8
	// rate is the step of the first row.
	rate = .1
	// ridge is the penalty on squared weights, in rows: the head's features are
	// many for the bodies there are.
	ridge = 100
)

// fitLogistic fits by stochastic gradient descent with a step of its own for
// each feature (AdaGrad: Duchi, Hazan and Singer 2011). Without rows the score
// is one half for all.
func fitLogistic(x [][]float64, y []bool) logistic {
	if len(x) == 0 {
		return logistic{}
	}
	size := len(x[0])
	m := logistic{scale: scales(x), weight: make([]float64, size)}
	squares := make([]float64, size+1) // of the gradients so far; the last is the bias'
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			off := m.score(x[i])
			if y[i] {
				off--
			}
			m.learn(x[i], off, squares, ridge/float64(len(x)))
		}
	}
	return m
}

// learn takes a step by one row, whose score was off by so much.
func (m *logistic) learn(row []float64, off float64, squares []float64, decay float64) {
	for i, v := range row {
		if v != 0 {
			m.weight[i] -= along(&squares[i], off*v*m.scale[i]+decay*m.weight[i])
		}
	}
	m.bias -= along(&squares[len(row)], off)
}

// along is the step along a gradient, which it remembers.
func along(squares *float64, gradient float64) float64 {
	*squares += gradient * gradient
	return rate * gradient / math.Sqrt(*squares+1e-8)
}

// scales brings every feature to a root mean square of 1.
func scales(x [][]float64) []float64 {
	out := make([]float64, len(x[0]))
	for _, row := range x {
		for i, v := range row {
			out[i] += v * v
		}
	}
	for i, sum := range out {
		if sum > 0 {
			out[i] = 1 / math.Sqrt(sum/float64(len(x)))
		}
	}
	return out
}

// score is the probability of yes, in (0, 1).
func (m *logistic) score(row []float64) float64 {
	z := m.bias
	for i, w := range m.weight {
		z += row[i] * m.scale[i] * w
	}
	return 1 / (1 + math.Exp(-z))
}
