package boost

import (
	"errors"
	"fmt"
	"math/rand"
	"sync"
)

// Options are the settings of [Fit].
type Options struct {
	Rounds   int     // trees a class
	Leaves   int     // most leaves of a tree
	Depth    int     // most steps to a leaf
	Rate     float64 // what share of each tree counts: the shrinkage
	L2       float64 // added to the weight of a leaf
	Least    float64 // least sum of second derivatives in a leaf
	Rows     float64 // share of the rows that each round sees
	Columns  float64 // share of the features that each tree sees
	Seed     int64
	Progress func(round int, loss float64) // nil for nobody; loss is the mean over the rows
}

// Rows are what is learned from.
type Rows struct {
	Features int
	X        []float32 // row by row
	Label    []uint8   // the class of each row
	Weight   []float32 // of each row
	Classes  int
}

// Len is the number of rows.
func (r *Rows) Len() int { return len(r.Label) }

func (r *Rows) check() error {
	switch n := r.Len(); {
	case n == 0:
		return errors.New("there are no rows to learn from")
	case r.Features < 1 || r.Features > MaxFeatures:
		return fmt.Errorf("%d features; hint: there may be 1 to %d", r.Features, MaxFeatures)
	case len(r.X) != n*r.Features || len(r.Weight) != n:
		return fmt.Errorf("%d rows of %d features have %d values and %d weights", n, r.Features, len(r.X), len(r.Weight))
	}
	for i, k := range r.Label {
		if int(k) >= r.Classes {
			return fmt.Errorf("row %d is of class %d of %d", i, k, r.Classes)
		}
	}
	return nil
}

// Fit learns a forest. The error is about rows that do not fit together.
func Fit(rows *Rows, o Options) (*Forest, error) {
	if err := rows.check(); err != nil {
		return nil, err
	}
	f := &Forest{Classes: rows.Classes, Scale: 1, Cuts: cuts(rows)}
	l := newLearner(f, rows, o)
	for round := range o.Rounds {
		l.round()
		if o.Progress != nil {
			o.Progress(round, l.loss)
		}
	}
	return f, nil
}

func cuts(rows *Rows) [][]float32 {
	out := make([][]float32, rows.Features)
	parallel(rows.Features, func(i int) {
		column := make([]float32, rows.Len())
		for n := range column {
			column[n] = rows.X[n*rows.Features+i]
		}
		out[i] = cutsOf(column)
	})
	return out
}

// learner is the state of a fit.
type learner struct {
	Options
	forest *Forest
	rows   *Rows
	random *rand.Rand
	bins   []uint8   // row by row
	raw    []float32 // row by row, the sum of the trees so far
	share  []float32 // row by row, the probabilities
	g, h   []float32 // of each row, for the class at hand
	seen   []int32   // the rows of this round
	loss   float64
}

func newLearner(f *Forest, rows *Rows, o Options) *learner {
	n := rows.Len()
	l := &learner{Options: o, forest: f, rows: rows, random: rand.New(rand.NewSource(o.Seed))}
	l.bins = make([]uint8, n*rows.Features)
	l.raw, l.share = make([]float32, n*rows.Classes), make([]float32, n*rows.Classes)
	l.g, l.h = make([]float32, n), make([]float32, n)
	parallel(n, func(i int) {
		f.Sort(rows.X[i*rows.Features:(i+1)*rows.Features], l.bins[i*rows.Features:])
	})
	return l
}

// round grows one tree for each class.
func (l *learner) round() {
	l.predict()
	l.seen = l.seen[:0]
	for i := range l.rows.Len() {
		if l.Rows >= 1 || l.random.Float64() < l.Rows {
			l.seen = append(l.seen, int32(i))
		}
	}
	for k := range l.rows.Classes {
		l.slope(k)
		t := l.grow(l.columns())
		l.add(t, k)
	}
}

// predict sets the probabilities of all rows and the loss.
func (l *learner) predict() {
	k := l.rows.Classes
	loss, weight := 0.0, 0.0
	copy(l.share, l.raw)
	for i := range l.rows.Len() {
		p := l.share[i*k : (i+1)*k]
		Softmax(p)
		w := float64(l.rows.Weight[i])
		loss -= w * logOf(p[l.rows.Label[i]])
		weight += w
	}
	l.loss = loss / weight
}

// slope sets the first and second derivatives of the loss for class k.
func (l *learner) slope(k int) {
	classes := l.rows.Classes
	factor := float32(classes) / float32(classes-1) // Friedman 2001, algorithm 6
	for i, y := range l.rows.Label {
		p, w := l.share[i*classes+k], l.rows.Weight[i]
		target := float32(0)
		if int(y) == k {
			target = 1
		}
		l.g[i], l.h[i] = w*(p-target), factor*w*p*(1-p)
	}
}

// columns draws the features of a tree, in rising order.
func (l *learner) columns() []int {
	var out []int
	for i := range l.rows.Features {
		if len(l.forest.Cuts[i]) > 0 && (l.Columns >= 1 || l.random.Float64() < l.Columns) {
			out = append(out, i)
		}
	}
	return out
}

// add puts a tree into the forest and its leaves into the sums.
func (l *learner) add(g *grown, k int) {
	f, features := l.forest, l.rows.Features
	t := tree{int32(len(f.nodes)), g.depth}
	f.trees = append(f.trees, t)
	f.nodes, f.value = append(f.nodes, g.nodes...), append(f.value, g.value...)
	parallel(l.rows.Len(), func(i int) {
		bins := l.bins[i*features : (i+1)*features]
		at := uint32(0)
		for range t.depth {
			n := g.nodes[at]
			at = n.step(bins[n.feature()])
		}
		l.raw[i*l.rows.Classes+k] += g.value[at]
	})
}

// workers is into how many parts work is cut. It is no matter of the machine,
// so that sums are always taken in one order.
const workers = 4

// parallel calls do for 0 to n-1, in stretches side by side.
func parallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w * n / workers; i < (w+1)*n/workers; i++ {
				do(i)
			}
		})
	}
	wg.Wait()
}
