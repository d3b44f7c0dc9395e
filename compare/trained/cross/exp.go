package cross

import "math"

// shift is what a number is added to for its fraction to be rounded off: 1.5*2^23.
// It holds for numbers between -2^22 and 2^22, and the lowest bits of the sum are
// the whole number's own.
const shift = 3 << 22

// exp is e to the power x, to seven digits, for x up to 80; below -80 and of no
// number it is as at -80. It is our own so that it is the same on every processor, and three
// times as fast as the library's.
func exp(x float32) float32 {
	const (
		log2e = 1.44269504
		hi    = 0.693359375 // ln 2 in two parts, the first exact in few bits
		lo    = -2.12194440e-4
	)
	if !(x > -80) {
		x = -80
	}
	n := float32(x*log2e) + shift - shift
	r := x - float32(n*hi) - float32(n*lo)
	// Cephes' expf: e^r = 1 + r + r^2 p(r).
	p := float32(1.9875691500e-4*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	y := float32(float32(p*r)*r) + r + 1
	return y * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// tanh is the hyperbolic tangent, to six digits behind the point.
func tanh(x float32) float32 {
	x = min(x, 20)
	return 1 - 2/(exp(float32(2*x))+1)
}
