package vector

import "sync"

// projected is how many numbers a projection adds up, half of them negated.
const projected = 6

// Sketch are 64 more signs of row i, of random projections of its numbers; 0
// for a negative row. With those of [Signs] together, of words with a cosine of
// 0.5 to 0.6 one in fourteen differs in more than 48 of 128, of other pairs all
// but one in thirty.
func Sketch(i int) uint64 {
	s := sketches()
	if i < 0 || i >= len(s) {
		return 0
	}
	return s[i]
}

// sketches are, for each row, the signs of 64 random projections (Charikar
// 2002), each of a few of its numbers (Achlioptas 2003), made on first use.
var sketches = sync.OnceValue(func() []uint64 {
	list := load().list
	out := make([]uint64, len(list))
	chosen := projections()
	for i := range out {
		for k := range chosen {
			sum := 0
			for n, d := range chosen[k] {
				x := int(list[i].number(d))
				if n%2 == 1 {
					x = -x
				}
				sum += x
			}
			if sum < 0 {
				out[i] |= 1 << k
			}
		}
	}
	return out
})

// projections are which numbers each projection adds up, the same in every run.
func projections() (out [64][projected]int) {
	seed := uint64(1)
	for k := range out {
		for n := range out[k] {
			seed = seed*6364136223846793005 + 1442695040888963407 // Knuth's MMIX generator
			out[k][n] = int(seed>>33) % dims
		}
	}
	return out
}
