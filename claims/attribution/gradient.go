package attribution

import (
	"math"
	"slices"
)

// gradient is how the loss of a path, the negative logarithm of its likelihood,
// changes with the scores of its lattice and the weights of the steps and ends:
// what all paths expect less what is so.
type gradient struct {
	scores [][roles + 1]float64 // by position; what no role has is of no account
	step   [states][states]float64
	end    [states]float64
}

// of computes the gradient and returns the loss.
func (g *gradient) of(w *lattice, path []state) float64 {
	g.scores = slices.Grow(g.scores[:0], w.n+1)[:w.n+1]
	clear(g.scores)
	g.step, g.end = [states][states]float64{}, [states]float64{}
	z := w.sum()
	g.expect(w, z)
	g.subtract(path)
	return z - w.score(path)
}

// expect adds the chance of each start, move and end.
func (g *gradient) expect(w *lattice, z float64) {
	for s := range states {
		g.start(s, math.Exp(w.forward[0][s]+w.back[0][s]-z))
		g.finish(s, math.Exp(w.forward[w.n-1][s]+w.back[w.n-1][s]-z))
	}
	for i := 1; i < w.n; i++ {
		for to := range states {
			for _, s := range steps[to] {
				g.move(s, i, math.Exp(w.forward[i-1][s.from]+w.move(s, i)+w.back[i][to]-z))
			}
		}
	}
}

// subtract takes away what is so.
func (g *gradient) subtract(path []state) {
	g.start(path[0], -1)
	for i := 1; i < len(path); i++ {
		g.move(step{path[i-1], path[i]}, i, -1)
	}
	g.finish(path[len(path)-1], -1)
}

func (g *gradient) start(s state, p float64) {
	g.scores[0][roleOf[s]] += p
	g.scores[0][begins[s]] += p
}

func (g *gradient) move(s step, i int, p float64) {
	g.step[s.from][s.to] += p
	g.scores[i][roleOf[s.to]] += p
	if !s.goesOn() {
		g.scores[i][ends[s.from]] += p
		g.scores[i][begins[s.to]] += p
	}
}

func (g *gradient) finish(s state, p float64) {
	g.scores[len(g.scores)-1][ends[s]] += p
	g.end[s] += p
}
