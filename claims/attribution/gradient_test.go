package attribution

import (
	"math"
	"math/rand/v2"
	"testing"
)

// randomLattice is of n tokens, with random scores.
func randomLattice(rnd *rand.Rand, n int) *lattice {
	p := &parameters{}
	for from := range states {
		for to := range states {
			p.step[from][to] = float32(rnd.NormFloat64())
		}
		p.end[from] = float32(rnd.NormFloat64())
	}
	w := &lattice{}
	w.reset(n, p)
	for i := range w.scores {
		for r := range roles {
			w.scores[i][r] = rnd.NormFloat64()
		}
	}
	return w
}

// TestSum: the sum of all paths is that of all paths.
func TestSum(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 14))
	for n := 1; n <= 4; n++ {
		w, want := randomLattice(rnd, n), 0.0
		allPaths(n, func(path []state) { want += math.Exp(w.score(path)) })
		if got := w.sum(); math.Abs(got-math.Log(want)) > 1e-9 {
			t.Errorf("%d tokens: %v, want %v", n, got, math.Log(want))
		}
	}
}

// TestGradient compares with finite differences, for every score, step and end.
func TestGradient(t *testing.T) {
	rnd := rand.New(rand.NewPCG(15, 16))
	for _, n := range []int{1, 2, 3, 6, 9} {
		w, path := randomLattice(rnd, n), randomPath(rnd, n)
		var g gradient
		g.of(w, path)
		check := func(what string, weight *float64, got float64) {
			const h = 1e-5
			old := *weight
			*weight = old + h
			up := w.sum() - w.score(path)
			*weight = old - h
			down := w.sum() - w.score(path)
			*weight = old
			if want := (up - down) / (2 * h); math.Abs(got-want) > 1e-6 {
				t.Errorf("%d tokens, %s: %v, want %v", n, what, got, want)
			}
		}
		for i := range w.scores {
			for r := range roles {
				check("score", &w.scores[i][r], g.scores[i][r])
			}
		}
		for from := range states {
			for to := range states {
				check("step", &w.step[from][to], g.step[from][to])
			}
			check("end", &w.end[from], g.end[from])
		}
	}
}

// TestLoss: a path that is certain costs nothing, and none costs less.
func TestLoss(t *testing.T) {
	rnd := rand.New(rand.NewPCG(17, 18))
	w, path := randomLattice(rnd, 5), []state{lead0, cue0, right, right, outside}
	var g gradient
	if loss := g.of(w, path); loss <= 0 {
		t.Errorf("loss %v", loss)
	}
	for i, s := range path {
		w.scores[i][roleOf[s]] += 50
	}
	if loss := g.of(w, path); loss < -1e-9 || loss > 1e-6 {
		t.Errorf("loss %v of a path that is certain", loss)
	}
}
