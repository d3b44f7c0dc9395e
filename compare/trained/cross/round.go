package cross

import "math"

// Numbers are multiplied as whole numbers of 16 bits: sums of whole numbers do not
// depend on the order, and are the same on every processor, where sums of
// fractions are not; and a processor multiplies twice as many at a time.
//
// Weights have seven bits and the sign. The numbers that they are multiplied with
// have 15, and are cut into stretches, so that one that stands out, as behind a
// squared rectifier, makes only those beside it coarse. With 256 to a stretch a
// random network was 1.1e-3 off what torch says, with 128 or 64 half of that; sums
// of up to 512 fit into 31 bits.
const (
	widest  = 1<<15 - 1 // greatest of a rounded number
	stretch = 128       // numbers that share a scale
)

// rounded are rows of numbers: number i of a row stands for ints[i] times the
// scale of its stretch.
type rounded struct {
	ints   []int16
	scales []float32 // of all stretches of a row, and then of the next row
}

// newRounded has room for rows of up to size numbers.
func newRounded(rows, size int) rounded {
	return rounded{ints: make([]int16, rows*size), scales: make([]float32, rows*stretches(size))}
}

// stretches are the number of stretches of a row.
func stretches(size int) int { return (size + stretch - 1) / stretch }

// set rounds rows of x, each size long.
func (q *rounded) set(x []float32, rows, size int) {
	per := stretches(size)
	for r := range rows {
		for s := range per {
			from, to := r*size+s*stretch, r*size+min(size, (s+1)*stretch)
			q.scales[r*per+s] = roundTo(q.ints[from:to], x[from:to], widest)
		}
	}
}

// least is what counts as nothing: numbers that the network could not tell from 0.
const least = 1e-30

// roundTo rounds x to whole numbers from -most to most, and returns what they
// are to be multiplied with.
func roundTo(out []int16, x []float32, most float32) (scale float32) {
	bits := uint32(0) // of the greatest: they are ordered as the numbers are
	for _, v := range x {
		bits = max(bits, math.Float32bits(v)&^(1<<31))
	}
	top := math.Float32frombits(bits)
	if top < least {
		clear(out)
		return 0
	}
	by := most / top
	out = out[:len(x)]
	for i, v := range x {
		out[i] = whole(float32(v * by))
	}
	return top / most
}

// whole is the whole number next to v, for v between -2^15 and 2^15.
func whole(v float32) int16 { return int16(math.Float32bits(v + shift)) }
