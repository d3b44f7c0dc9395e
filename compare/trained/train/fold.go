package main

import (
	"fmt"
	"io"
	"slices"

	"crosscheck/compare/trained"
	"crosscheck/compare/trained/boost"
)

// crossValidate judges every row by a forest that has not learned from its
// premise, and held news by the mean of all of them, and returns the scale that
// the forest's sums are to be multiplied by.
func (t *table) crossValidate(s settings, stderr io.Writer) (float32, error) {
	if s.folds < 2 {
		return 1, nil
	}
	for k := range s.folds {
		f, err := boost.Fit(t.train(&k), s.boost)
		if err != nil {
			return 0, err
		}
		t.judgeFold(f, k, s.folds)
		fmt.Fprintf(stderr, "fold %d of %d\n", k+1, s.folds)
	}
	scale := t.temperature()
	for i := range t.rows {
		for k := range t.rows[i].odds {
			t.rows[i].odds[k] *= scale
		}
	}
	return scale, nil
}

// judgeFold judges the rows of a fold, and adds to the odds of the held news.
func (t *table) judgeFold(f *boost.Forest, k, folds int) {
	t.judge(f, func(r *row) bool {
		mine := r.fold == k && learned(r.set)
		r.scored = r.scored || mine
		return mine
	})
	for i := range t.rows {
		r := &t.rows[i]
		if r.set != heldPaper && r.set != heldStory {
			continue
		}
		var bins [boost.MaxFeatures + 1]uint8
		f.Sort(t.x[i*trained.Width:(i+1)*trained.Width], bins[:])
		var odds [3]float32
		f.Add(&bins, odds[:])
		for c := range odds {
			r.odds[c] += odds[c] / float32(folds)
		}
		r.scored = true
	}
}

// learned reports whether a labelled set is learned from, though perhaps not
// every row of it.
func learned(name string) bool {
	return slices.ContainsFunc(sets, func(s set) bool { return s.name == name && s.weight > 0 })
}
