package cross

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestExp(t *testing.T) {
	for x := -80.0; x <= 80; x += .0371 {
		want := math.Exp(float64(float32(x)))
		if got := float64(exp(float32(x))); math.Abs(got/want-1) > 3e-7 {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	if exp(-1000) != exp(-80) || exp(0) != 1 || exp(float32(math.NaN())) != exp(-80) {
		t.Errorf("exp(-1000) = %v, exp(0) = %v", exp(-1000), exp(0))
	}
}

func TestTanh(t *testing.T) {
	for x := -30.0; x <= 30; x += .0173 {
		if got, want := float64(tanh(float32(x))), math.Tanh(float64(float32(x))); math.Abs(got-want) > 5e-7 {
			t.Errorf("tanh(%v) = %v, want %v", x, got, want)
		}
	}
	if tanh(1e30) != 1 || tanh(-1e30) != -1 {
		t.Errorf("tanh far out: %v, %v", tanh(1e30), tanh(-1e30))
	}
}

func TestRoundTo(t *testing.T) {
	for _, c := range []struct {
		x    []float32
		want []int16
	}{
		{[]float32{1, -1, .5, 0}, []int16{widest, -widest, 16384, 0}},
		{[]float32{-2e9, 1e9}, []int16{-widest, 16383}},
		{[]float32{0, 0}, []int16{0, 0}},
		{[]float32{1e-38, -1e-40}, []int16{0, 0}},
		{nil, nil},
	} {
		out := make([]int16, len(c.x))
		by := roundTo(out, c.x, widest)
		for i, v := range c.want {
			if out[i] != v || math.Abs(float64(float32(v)*by-c.x[i])) > float64(by) && by > 0 {
				t.Errorf("%v is rounded to %v times %v, want %v", c.x, out, by, c.want)
				break
			}
		}
	}
}

// TestApply wants what plain fractions give, near enough: of one stretch, of
// several, and of a part of the outputs alone.
func TestApply(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct{ in, out, rows, from, to int }{
		{64, 64, 5, 0, 64}, {512, 32, 3, 0, 32}, {1024, 256, 2, 0, 256}, {256, 12, 1, 4, 8}, {64, 4, 1, 0, 3},
	} {
		m, x := drawnMatrix(rng, c.in, c.out), drawn(rng, c.rows*c.in, 1)
		q := newRounded(c.rows, c.in)
		q.set(x, c.rows, c.in)
		y := make([]float32, c.rows*(c.out+3))
		m.apply(y, c.out+3, &q, c.rows, c.from, c.to)
		for r := range c.rows {
			for o := range c.out {
				want := float64(m.bias[o])
				for i := range c.in {
					want += float64(x[r*c.in+i]) * float64(m.ints[o*c.in+i]) * float64(m.scales[o])
				}
				if o < c.from || o >= (c.to+outs-1)/outs*outs {
					want = 0
				}
				if got := float64(y[r*(c.out+3)+o]); math.Abs(got-want) > 2e-4 {
					t.Fatalf("%+v: row %d, output %d is %v, want %v", c, r, o, got, want)
				}
			}
		}
	}
}

// TestNorm wants of each row the mean and spread that its weights ask for.
func TestNorm(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	n := norm{weight: []float32{2, 2, 2, 2}, bias: []float32{5, 5, 5, 5}}
	x := append(drawn(rng, 4, 3), 7, 7, 7, 7)
	y := make([]float32, 8)
	n.apply(y, x, 2)
	var mean, spread float64
	for _, v := range y[:4] {
		mean += float64(v) / 4
	}
	for _, v := range y[:4] {
		spread += (float64(v) - mean) * (float64(v) - mean) / 4
	}
	if math.Abs(mean-5) > 1e-5 || math.Abs(spread-4) > 1e-3 || [4]float32(y[4:]) != [4]float32{5, 5, 5, 5} {
		t.Errorf("%v is %v: mean %v, spread %v", x, y, mean, spread)
	}
}

// TestNear wants of each row itself and its neighbours, as far as there are any.
func TestNear(t *testing.T) {
	n := near{1, 10, 100, 1000, 10000} // one number a piece
	for _, c := range []struct{ x, want []float32 }{
		{[]float32{1}, []float32{101}},
		{[]float32{1, 2}, []float32{2101, 212}},
		{[]float32{1, 2, 3, 4}, []float32{32101, 43212, 4324, 436}},
	} {
		y := make([]float32, len(c.x))
		n.apply(y, c.x, len(c.x))
		for i := range y {
			if want := c.want[i]; y[i] != want {
				t.Errorf("%v become %v, want %v", c.x, y, c.want)
				break
			}
		}
	}
}
