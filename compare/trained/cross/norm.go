package cross

import "math"

// norm is a layer normalisation (Ba, Kiros and Hinton 2016).
type norm struct{ weight, bias []float32 }

// leastSpread keeps a row of equal numbers from being divided by nothing: torch's.
const leastSpread = 1e-5

// apply writes into y the rows of x with mean 0 and spread 1, times weight, plus
// bias. The sums are of float64, each product rounded, so that no processor
// joins two steps.
func (n *norm) apply(y, x []float32, rows int) {
	size := len(n.weight)
	for r := range rows {
		row, out := x[r*size:(r+1)*size], y[r*size:(r+1)*size]
		var sum, squares float64
		for _, v := range row {
			sum += float64(v)
		}
		mean := sum / float64(size)
		for _, v := range row {
			d := float64(v) - mean
			squares += float64(d * d)
		}
		by := float32(1 / math.Sqrt(squares/float64(size)+leastSpread))
		for i, v := range row {
			out[i] = float32(float32((v-float32(mean))*by)*n.weight[i]) + n.bias[i]
		}
	}
}
