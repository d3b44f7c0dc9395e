package main

import "math"

// rounds is how often the power iteration multiplies; the leading directions
// of word vectors stand out so far that a quarter of it would do.
const rounds = 60

// whiten takes off every row the mean of all and their k leading directions:
// they tell a word's frequency rather than its company ("all but the top", Mu
// and Viswanath 2018).
func whiten(rows [][]float64, k int) {
	for _, row := range rows {
		scale(row, 1/max(length(row), 1e-12))
	}
	mean := make([]float64, len(rows[0]))
	for _, row := range rows {
		add(mean, row, 1/float64(len(rows)))
	}
	for _, row := range rows {
		add(row, mean, -1)
	}
	for range k {
		top := leading(rows)
		for _, row := range rows {
			add(row, top, -inner(row, top))
		}
	}
}

// leading is the direction in which the rows differ most, by power iteration.
func leading(rows [][]float64) []float64 {
	v := make([]float64, len(rows[0]))
	for d := range v {
		v[d] = 1 / float64(d+1) // anything but a direction of symmetry
	}
	for range rounds {
		next := make([]float64, len(v))
		for _, row := range rows {
			add(next, row, inner(row, v))
		}
		scale(next, 1/max(length(next), 1e-12))
		v = next
	}
	return v
}

func inner(a, b []float64) float64 {
	sum := 0.0
	for d := range a {
		sum += a[d] * b[d]
	}
	return sum
}

// add adds by times b to a.
func add(a, b []float64, by float64) {
	for d := range a {
		a[d] += by * b[d]
	}
}

func scale(a []float64, by float64) {
	for d := range a {
		a[d] *= by
	}
}

func length(a []float64) float64 { return math.Sqrt(inner(a, a)) }
