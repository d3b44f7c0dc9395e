package rule

import (
	"flag"
	"fmt"
	"maps"
	"slices"
	"testing"

	"crosscheck/compare"
	"crosscheck/compare/align"
)

var calibrate = flag.Bool("calibrate", false, "print how often each rule is right, for the table in score.go")

// cell counts what a rule found at one grade and band.
type cell struct{ n, right, news int }

// TestCalibrate prints the counts behind the table in score.go.
func TestCalibrate(t *testing.T) {
	if !*calibrate {
		t.Skip("run with -calibrate to print the counts")
	}
	cells := map[string]*cell{}
	for _, set := range []string{"mnli.dev-a", "rte3.dev", "fever-symmetric.dev", "climate-fever.a"} {
		for _, r := range readRows(t, set) {
			count(cells, bare(r.Premise, r.Hypothesis), r.Label)
		}
	}
	for _, p := range articlePairs(t, 15000, 3) {
		count(cells, p, "news")
	}
	for _, k := range slices.Sorted(maps.Keys(cells)) {
		c := cells[k]
		t.Logf("%s  n %4d right %.2f  news %3d  score %.2f", k, c.n, float64(c.right)/float64(max(1, c.n)), c.news,
			float64(c.right)/float64(max(1, c.n+c.news)))
	}
}

// count adds what every rule finds in a pair, where no guard holds it back.
func count(cells map[string]*cell, p compare.Pair, label string) {
	r := shared().reader
	al := align.New(r.Read(p.A), r.Read(p.B))
	for _, r := range All {
		o, ok := r.Run(al, p)
		if !ok {
			continue
		}
		if guard, _ := Guarded(o, al, p); guard != "" {
			continue
		}
		k := fmt.Sprintf("%-11s %d thin %-5v cover>=%.2f", o.Rule, o.Grade, o.Mass < leastMass && o.Even < leastEven, bands[band(o.Cover)])
		if cells[k] == nil {
			cells[k] = &cell{}
		}
		switch label {
		case "news":
			cells[k].news++
		case string(compare.Contradiction):
			cells[k].n++
			cells[k].right++
		default:
			cells[k].n++
		}
	}
}
