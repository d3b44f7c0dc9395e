package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
)

// result is how well the rows of a set were judged.
type result struct {
	n, right                    int
	found, flagged, contradicts int
	average                     float64 // precision, averaged over the contradictions by rank
	best                        float64 // F1 at the threshold that is best for it
}

func (r result) precision() float64 { return float64(r.found) / float64(max(r.flagged, 1)) }
func (r result) recall() float64    { return float64(r.found) / float64(max(r.contradicts, 1)) }

func (r result) f1() float64 { return 2 * float64(r.found) / float64(max(r.flagged+r.contradicts, 1)) }

// score compares the rows of a set with their labels. fever-symmetric has two
// labels only: a neutral guess is taken for the likelier of them.
func (t *table) score(name string) result {
	var out result
	var ranked []*row
	for i := range t.rows {
		r := &t.rows[i]
		if r.set != name {
			continue
		}
		out.n++
		g := r.guess()
		flagged := g == contradiction
		if name == "fever-symmetric.dev" && g == 1 {
			g = 0
			if r.odds[2] > r.odds[0] {
				g = 2
			}
		}
		out.right += count(g == r.label)
		out.flagged += count(flagged)
		out.contradicts += count(r.label == contradiction)
		out.found += count(flagged && r.label == contradiction)
		ranked = append(ranked, r)
	}
	out.average, out.best = average(ranked)
	return out
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// average is the average precision of the contradictions, and their best F1.
func average(rows []*row) (precision, best float64) {
	slices.SortStableFunc(rows, func(a, b *row) int { return cmp.Compare(b.p()[2], a.p()[2]) })
	all, sum, found := 0, 0.0, 0
	for _, r := range rows {
		all += count(r.label == contradiction)
	}
	for i, r := range rows {
		if r.label == contradiction {
			found++
			sum += float64(found) / float64(i+1)
			best = max(best, 2*float64(found)/float64(i+1+all))
		}
	}
	return sum / float64(max(found, 1)), best
}

// print prints how well every set was judged.
func (t *table) print(w io.Writer) {
	fmt.Fprintf(w, "%-24s %7s %7s %9s %7s %7s %7s %7s %7s   %s\n", "set", "pairs", "learned", "accuracy", "P", "R", "F1", "best F1", "AP", "P, R, F1 with the rules")
	for _, s := range sets {
		r, both := t.score(s.name), t.withRules(s.name)
		fmt.Fprintf(w, "%-24s %7d %7s %9.3f %7.3f %7.3f %7.3f %7.3f %7.3f   %7.3f %7.3f %7.3f\n", s.name, r.n, s.how(t.folds), float64(r.right)/float64(max(r.n, 1)),
			r.precision(), r.recall(), r.f1(), r.best, r.average, both.precision(), both.recall(), both.f1())
	}
	fmt.Fprintln(w)
	t.alarms(w)
}

// how says how a set was judged.
func (s set) how(folds int) string {
	switch {
	case s.weight == 0:
		return "never"
	case folds > 1:
		return fmt.Sprintf("%d-fold", folds)
	}
	return "yes"
}
