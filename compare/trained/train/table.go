package main

import (
	"context"
	"fmt"
	"io"
	"slices"

	"crosscheck/claims/cores"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/trained"
	"crosscheck/compare/trained/boost"
)

// table holds all rows with their features.
type table struct {
	rows  []row
	x     []float32 // row by row, trained.Width each
	folds int
}

// measure reads the features of all rows.
func (t *table) measure(ctx context.Context) error {
	reader := align.NewReader(lexicon.Default())
	t.x = make([]float32, len(t.rows)*trained.Width)
	return cores.Each(ctx, len(t.rows), func(i int) {
		r := &t.rows[i]
		a := reader.Read(compare.Statement{Text: r.premise})
		b := reader.Read(compare.Statement{Text: r.hypothesis})
		r.passes = (&trained.Model{}).Gate(a, b)
		var v trained.Vector
		trained.Measure(align.New(a, b), &v)
		copy(t.x[i*trained.Width:], v[:trained.Width])
	})
}

// otherEvent is the share of a caption's weight below which, where the
// premise does not cover it, it tells of another event.
const otherEvent = .5

// filter takes the caption contradictions out of learning that only tell of
// another event.
func (t *table) filter() {
	soft := slices.Index(trained.Names(), "coverage.soft-b")
	caption := map[string]bool{}
	for _, s := range sets {
		caption[s.name] = s.caption
	}
	for i := range t.rows {
		r := &t.rows[i]
		if caption[r.set] && trained.Classes[r.label] == compare.Contradiction && t.x[i*trained.Width+soft] <= otherEvent {
			r.weight = 0
		}
	}
}

// train are the rows to learn from but for those of a fold; nil for all.
func (t *table) train(but *int) *boost.Rows {
	out := &boost.Rows{Features: trained.Width, Classes: len(trained.Classes)}
	for i := range t.rows {
		r := &t.rows[i]
		if r.weight == 0 || but != nil && r.fold == *but {
			continue
		}
		out.X = append(out.X, t.x[i*trained.Width:(i+1)*trained.Width]...)
		out.Label, out.Weight = append(out.Label, r.label), append(out.Weight, r.weight)
	}
	return out
}

// judge sets the odds of the rows that want.
func (t *table) judge(f *boost.Forest, want func(*row) bool) {
	_ = cores.Each(context.Background(), len(t.rows), func(i int) {
		r := &t.rows[i]
		if !want(r) {
			return
		}
		var bins [boost.MaxFeatures + 1]uint8
		f.Sort(t.x[i*trained.Width:(i+1)*trained.Width], bins[:])
		r.odds = [3]float32{}
		f.Add(&bins, r.odds[:])
	})
}

// p are the probabilities of the labels of a row.
func (r *row) p() [3]float32 {
	p := r.odds
	boost.Softmax(p[:])
	return p
}

// guess is the likeliest label.
func (r *row) guess() uint8 {
	best := 0
	for k := range r.odds {
		if r.odds[k] > r.odds[best] {
			best = k
		}
	}
	return uint8(best)
}

const contradiction = 2

// census prints what is learned from.
func (t *table) census(w io.Writer) {
	rows, weight := map[string][3]int{}, map[string]float32{}
	var names []string
	for i := range t.rows {
		r := &t.rows[i]
		if r.weight == 0 {
			continue
		}
		if _, ok := rows[r.set]; !ok {
			names = append(names, r.set)
		}
		n := rows[r.set]
		n[r.label]++
		rows[r.set] = n
		weight[r.set] += r.weight
	}
	fmt.Fprintf(w, "%-24s %10s %8s %13s %8s\n", "learned from", "entailment", "neutral", "contradiction", "weight")
	for _, name := range names {
		n := rows[name]
		fmt.Fprintf(w, "%-24s %10d %8d %13d %8.0f\n", name, n[0], n[1], n[2], weight[name])
	}
}
