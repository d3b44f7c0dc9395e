package attribution

import (
	"math"
	"math/rand/v2"
	"slices"
)

// descent is a fitting under way.
type descent struct {
	*Trainer
	*parameters // those of the rows are to be taken times scale

	list     []lesson
	keep     []bool  // by feature: whether it is common enough to be learned
	lambda   float64 // the penalty's strength for one lesson
	scale    float64
	steps    float64 // how many were taken
	words    *vocabulary
	reader   reader
	features []features // of the lesson at hand
	lattice  lattice
	gradient gradient
}

func newDescent(t *Trainer, list []lesson) *descent {
	d := &descent{Trainer: t, parameters: newParameters(), list: list, scale: 1, words: newVocabulary(nil)}
	d.lambda = t.L2 / float64(max(1, len(list)))
	d.choose()
	return d
}

// choose marks the features that are common enough.
func (d *descent) choose() {
	count := make([]int, 1<<rowBits)
	for i := range d.list {
		d.read(&d.list[i])
		for k := range d.features {
			for _, x := range d.features[k] {
				count[x]++
			}
		}
	}
	d.keep = make([]bool, len(count))
	for x, c := range count {
		d.keep[x] = c >= d.Fewest
	}
}

// read fills the features of a lesson.
func (d *descent) read(l *lesson) {
	d.reader.read(l.tokens, d.words, l.levels)
	n := len(l.tokens) + 1
	d.features = slices.Grow(d.features[:0], n)[:n]
	for i := range d.features {
		d.reader.all(&d.features[i], i)
	}
}

// snapshots is how often a pass adds to the mean.
const snapshots = 8

// run goes through the lessons and returns the mean of the weights over the
// second half of the passes, their last where that has none.
func (d *descent) run() *parameters {
	rnd := rand.New(rand.NewPCG(d.Seed, 1))
	sum, n := newParameters(), 0
	every := max(1, len(d.list)/snapshots)
	for pass := range d.Passes {
		rnd.Shuffle(len(d.list), func(i, j int) { d.list[i], d.list[j] = d.list[j], d.list[i] })
		loss := 0.0
		for i := range d.list {
			loss += d.learn(&d.list[i])
			if 2*pass >= d.Passes && (i+1)%every == 0 {
				d.settle()
				sum.add(d.parameters)
				n++
			}
		}
		if d.Report != nil {
			d.Report(pass, loss)
		}
	}
	if n == 0 { // one pass
		d.settle()
		return d.parameters
	}
	sum.divide(float32(n))
	return sum
}

// smallestScale is where the rows' common factor is folded in, before it costs
// precision.
const smallestScale = 1e-3

// learn takes one step along the gradient of a lesson and returns its loss.
func (d *descent) learn(l *lesson) float64 {
	d.read(l)
	d.weigh(l.path)
	rate := d.Rate / (1 + d.lambda*d.Rate*d.steps)
	d.steps++
	if d.scale *= 1 - rate*d.lambda; d.scale < smallestScale {
		d.settle()
	}
	loss := d.gradient.of(&d.lattice, l.path)
	d.apply(rate)
	return loss
}

// weigh sets the lattice's scores: the rows' sums, and the cost of leaving a
// token out of the path for the roles that would.
func (d *descent) weigh(path []state) {
	w := &d.lattice
	w.reset(len(path), d.parameters)
	for i := range d.features {
		for _, x := range d.features[i] {
			for r, v := range d.row(x) {
				w.scores[i][r] += float64(v)
			}
		}
		for r := range roles {
			w.scores[i][r] *= d.scale
		}
	}
	for i, s := range path {
		for r := inOutside; r <= inRight; r++ {
			if s != outside && r != roleOf[s] {
				w.scores[i][r] += d.Miss
			}
		}
	}
}

// negligible is a gradient not worth the write.
const negligible = 1e-4

// apply changes the weights against the gradient.
func (d *descent) apply(rate float64) {
	for i, slope := range d.gradient.scores {
		for r := range roles {
			if math.Abs(slope[r]) < negligible {
				continue
			}
			change := float32(rate * slope[r] / d.scale)
			for _, x := range d.features[i] {
				if d.keep[x] {
					d.row(x)[r] -= change
				}
			}
		}
	}
	for from := range states {
		for to := range states {
			d.step[from][to] -= float32(rate * d.gradient.step[from][to])
		}
		d.end[from] -= float32(rate * d.gradient.end[from])
	}
}

// settle folds the scale into the rows.
func (d *descent) settle() {
	for i := range d.rows {
		d.rows[i] *= float32(d.scale)
	}
	d.scale = 1
}
