package net

import "math"

// exp is e to the power x, to seven digits, for x up to 80; below -80 it is as
// at -80. It is our own so that it is the same on every processor, and three
// times as fast as the library's.
func exp(x float32) float32 {
	const (
		log2e = 1.44269504
		hi    = 0.693359375 // ln 2 in two parts, the first exact in few bits
		lo    = -2.12194440e-4
	)
	x = min(max(x, -80), 80)
	n := float32(math.Floor(float64(float32(x*log2e) + .5)))
	r := x - float32(n*hi) - float32(n*lo)
	// Cephes' expf: e^r = 1 + r + r^2 p(r).
	p := float32(1.9875691500e-4)
	for _, c := range [...]float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		p = float32(p*r) + c
	}
	y := float32(float32(p*r)*r) + r + 1
	return y * math.Float32frombits(uint32(int32(n)+127)<<23)
}
