package main

import (
	"slices"

	"crosscheck/compare/trained"
)

// unrelated is of how many pairs that the gate keeps out one is learned from.
// Without any, the model takes sentences that have nothing in common for
// captions of two events.
const unrelated = 4

// sortNews decides what is learned from the pairs of news sentences, of those
// that the gate keeps out only few. They are neutral, but for those that say
// nearly the same, which are entailments, and those that look opposed, of which
// a few are: these are left out.
func (t *table) sortNews() {
	for i := range t.rows {
		r := &t.rows[i]
		if r.set != story && r.set != within {
			continue
		}
		f := features{t.x[i*trained.Width : (i+1)*trained.Width]}
		switch {
		case !r.passes && hash(r.premise+r.hypothesis)%unrelated != 0:
			r.weight = 0
		case f.same():
			r.set, r.label = paraphrase, entailment
		case f.opposed():
			r.weight = 0
		}
	}
}

// The sets of news pairs that are learned from.
const (
	within     = "news: one article"
	story      = "news: one story"
	paraphrase = "news: two wordings"
)

// features reads a row's features by name.
type features struct{ x []float32 }

var columns = trained.Names()

func (f features) of(name string) float32 { return f.x[slices.Index(columns, name)] }

func (f features) none(names ...string) bool {
	for _, n := range names {
		if f.of(n) != 0 {
			return false
		}
	}
	return true
}

// same reports whether two sentences say nearly the same, in the same words or
// others. Of ten pairs read, one said something else.
func (f features) same() bool {
	return f.of("coverage.soft-a") > .8 && f.of("coverage.soft-b") > .8 && f.of("coverage.length-b") > 3 &&
		f.none("polarity.focus-apart", "opposites.free", "figures.clash", "slots.names", "slots.days", "roles.swapped",
			"figures.digits-both", "amounts.all-none", "amounts.some-none", "coverage.names-open-b")
}

// opposed reports whether two sentences have much in common and something that
// may oppose them.
func (f features) opposed() bool {
	return min(f.of("coverage.soft-a"), f.of("coverage.soft-b")) > .4 &&
		(f.of("polarity.focus-apart") > .15 || f.of("opposites.strong") > 0 || f.of("figures.clash-noun") > 0)
}
