package attribution

import (
	"math"
	"slices"
)

// lattice sums over all paths through a sentence (Rabiner 1989, section III A):
// forward over those that lead to a state, back over those that lead on from it,
// all as logarithms.
type lattice struct {
	n             int                  // tokens
	scores        [][roles + 1]float64 // by position, the end included; no role: 0
	forward, back [][states]float64    // by token
	step          [states][states]float64
	end           [states]float64
}

// logZero is in the place of the logarithm of nought.
const logZero = -1e30

// reset begins a sentence of n tokens with scores of 0.
func (w *lattice) reset(n int, p *parameters) {
	w.n = n
	w.scores = slices.Grow(w.scores[:0], n+1)[:n+1]
	w.forward = slices.Grow(w.forward[:0], n)[:n]
	w.back = slices.Grow(w.back[:0], n)[:n]
	clear(w.scores)
	for from := range states {
		for to := range states {
			w.step[from][to] = float64(p.step[from][to])
		}
		w.end[from] = float64(p.end[from])
	}
}

// start is the score of beginning with a state.
func (w *lattice) start(s state) float64 {
	if !first[s] {
		return logZero
	}
	return w.scores[0][roleOf[s]] + w.scores[0][begins[s]]
}

// move is the score of a step to token i.
func (w *lattice) move(s step, i int) float64 {
	v := w.step[s.from][s.to] + w.scores[i][roleOf[s.to]]
	if !s.goesOn() {
		v += w.scores[i][ends[s.from]] + w.scores[i][begins[s.to]]
	}
	return v
}

// finish is the score of ending with a state.
func (w *lattice) finish(s state) float64 {
	if !last[s] {
		return logZero
	}
	return w.end[s] + w.scores[w.n][ends[s]]
}

// score is that of one path, which must be legal.
func (w *lattice) score(path []state) float64 {
	v := w.start(path[0])
	for i := 1; i < len(path); i++ {
		v += w.move(step{path[i-1], path[i]}, i)
	}
	return v + w.finish(path[len(path)-1])
}

// sum fills the sums and returns that of all paths.
func (w *lattice) sum() float64 {
	w.sumForward()
	w.sumBack()
	z := logZero
	for s := range states {
		z = logAdd(z, w.forward[w.n-1][s]+w.back[w.n-1][s])
	}
	return z
}

func (w *lattice) sumForward() {
	for s := range states {
		w.forward[0][s] = w.start(s)
	}
	for i := 1; i < w.n; i++ {
		for to := range states {
			v := logZero
			for _, s := range steps[to] {
				v = logAdd(v, w.forward[i-1][s.from]+w.move(s, i))
			}
			w.forward[i][to] = v
		}
	}
}

func (w *lattice) sumBack() {
	for s := range states {
		w.back[w.n-1][s] = w.finish(s)
	}
	for i := w.n - 2; i >= 0; i-- {
		for s := range states {
			w.back[i][s] = logZero
		}
		for to := range states {
			for _, s := range steps[to] {
				w.back[i][s.from] = logAdd(w.back[i][s.from], w.back[i+1][to]+w.move(s, i+1))
			}
		}
	}
}

// logAdd is the logarithm of the sum of two numbers given as logarithms.
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if b < logZero/10 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
