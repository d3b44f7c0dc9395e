package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// The sets of news pairs that are measured only: of articles never learned from.
const (
	heldPaper = "held: one article"
	heldStory = "held: one story"
)

// recalls are the shares of the contradictions of mnli.dev-a that thresholds
// are set by.
var recalls = []float64{.10, .25, .50}

// alarms prints the share of consistent news pairs that is flagged at the
// thresholds that find so many of the contradictions of mnli.dev-a.
func (t *table) alarms(w io.Writer) {
	var found []float32
	for i := range t.rows {
		if r := &t.rows[i]; r.set == "mnli.dev-a" && r.label == contradiction {
			found = append(found, r.p()[contradiction])
		}
	}
	slices.Sort(found)
	slices.Reverse(found)
	fmt.Fprintf(w, "%-24s %7s", "flagged at recall", "pairs")
	for _, r := range recalls {
		fmt.Fprintf(w, " %9.2f", r)
	}
	fmt.Fprintln(w)
	fmt.Fprintf(w, "%-24s %7s", "  score", "")
	for _, r := range recalls {
		fmt.Fprintf(w, " %9.3f", found[int(r*float64(len(found)))])
	}
	fmt.Fprintln(w)
	for _, name := range []string{heldPaper, heldStory} {
		t.alarm(w, name, found)
	}
	t.precision(w, found)
	t.gated(w)
}

func (t *table) alarm(w io.Writer, name string, found []float32) {
	n := 0
	flagged := make([]int, len(recalls))
	for i := range t.rows {
		r := &t.rows[i]
		if r.set != name {
			continue
		}
		n++
		for k, recall := range recalls {
			flagged[k] += count(r.p()[contradiction] >= found[int(recall*float64(len(found)))])
		}
	}
	fmt.Fprintf(w, "%-24s %7d", name, n)
	for _, f := range flagged {
		fmt.Fprintf(w, " %8.3f%%", 100*float64(f)/float64(max(n, 1)))
	}
	fmt.Fprintln(w)
}

// precision prints how many of the pairs flagged in mnli.dev-a are contradictions.
func (t *table) precision(w io.Writer, found []float32) {
	var out strings.Builder
	for _, recall := range recalls {
		least := found[int(recall*float64(len(found)))]
		right, all := 0, 0
		for i := range t.rows {
			if r := &t.rows[i]; r.set == "mnli.dev-a" && r.p()[contradiction] >= least {
				all++
				right += count(r.label == contradiction)
			}
		}
		fmt.Fprintf(&out, " %9.3f", float64(right)/float64(max(all, 1)))
	}
	fmt.Fprintf(w, "%-24s %7s%s\n", "  mnli.dev-a precision", "", out.String())
}

// gated prints what the gate lets through: of contradictions, and of the pairs
// that the pipeline proposes.
func (t *table) gated(w io.Writer) {
	n, passed := map[string]int{}, map[string]int{}
	for i := range t.rows {
		if r := &t.rows[i]; r.label == contradiction || r.set == heldStory {
			n[r.set]++
			passed[r.set] += count(r.passes)
		}
	}
	fmt.Fprint(w, "passes the gate:")
	for _, name := range []string{"mnli.dev-a", "rte3.dev", "fever-symmetric.dev", "sick.trial", "healthver.dev", heldStory} {
		fmt.Fprintf(w, " %s %.3f", name, float64(passed[name])/float64(max(n[name], 1)))
	}
	fmt.Fprintln(w)
}
