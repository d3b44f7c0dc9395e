package cross

// reach is how far to either side a piece takes in its neighbours.
const reach = 2

// near has pieces take in their neighbours, number by number (So et al. 2021,
// Primer): a row of weights for each place, from reach before a piece to reach
// behind it.
type near []float32

// apply writes into y the rows of x with what their neighbours add.
func (n near) apply(y, x []float32, rows int) {
	size := len(n) / (2*reach + 1)
	copy(y, x[:rows*size])
	for r := range rows {
		out := y[r*size : (r+1)*size]
		for at := max(0, r-reach); at <= min(rows-1, r+reach); at++ {
			from, by := x[at*size:][:len(out)], n[(at-r+reach)*size:][:len(out)]
			for d := range out {
				out[d] += float32(from[d] * by[d])
			}
		}
	}
}
