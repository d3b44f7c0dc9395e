package worth

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"crosscheck/claims/datatest"
)

// filed is the score from which package extract files a sentence as a claim.
const filed = 0.08

// TestScores measures the score against the labels. The result is a golden
// file, so that a change of quality shows in review.
func TestScores(t *testing.T) {
	sets := score(t)
	var b strings.Builder
	for _, set := range []string{"tune", "test"} {
		list := sets[set]
		slices.SortFunc(list, func(x, y *judged) int {
			return cmp.Or(cmp.Compare(y.score, x.score), strings.Compare(x.article, y.article), cmp.Compare(x.at.Start, y.at.Start))
		})
		describe(&b, set, list)
		if ap := averagePrecision(list); ap < .7 {
			t.Errorf("%s: average precision %.3f is below the floor of .7", set, ap)
		}
	}
	datatest.Golden(t, filepath.Join("testdata", "scores.txt"), b.String())
}

// describe writes the figures of a set, whose best score comes first.
func describe(b *strings.Builder, set string, list []*judged) {
	n := count3(list, 0)
	fmt.Fprintf(b, "%s: %d sentences, %d worth checking, %d trivial, %d no claims\n", set, len(list), n[worthy], n[trivial], n[noClaim])
	fmt.Fprintf(b, "  average precision, worth checking: %.3f (by chance %.3f)\n", averagePrecision(list), share(n[worthy], len(list)))
	fmt.Fprintf(b, "  ROC AUC, worth checking against the rest: %.3f\n", auc(list, worthy))
	fmt.Fprintf(b, "  ROC AUC, worth checking or trivial against no claims: %.3f\n", auc(list, trivial))
	for _, k := range []int{10, 25, 50} {
		fmt.Fprintf(b, "  precision at %d: %.2f\n", k, share(count3(list[:k], 0)[worthy], k))
	}
	for _, least := range []float64{filed, .3, .5} {
		k := count3(list, least)
		fmt.Fprintf(b, "  kept from a score of %.2f: worth checking %.3f, trivial %.3f, no claims %.3f\n", least,
			share(k[worthy], n[worthy]), share(k[trivial], n[trivial]), share(k[noClaim], n[noClaim]))
	}
	b.WriteString("  scores and the share of facts worth checking:")
	for from := range 5 {
		fifth := slices.DeleteFunc(slices.Clone(list), func(j *judged) bool { return min(int(5*j.score), 4) != from })
		fmt.Fprintf(b, " %.2f (%d of %d)", share(count3(fifth, 0)[worthy], len(fifth)), count3(fifth, 0)[worthy], len(fifth))
	}
	b.WriteString("\n\n")
}

// count3 counts the sentences of each label with a score of at least least.
func count3(list []*judged, least float64) (n [3]int) {
	for _, j := range list {
		if j.score >= least {
			n[j.label]++
		}
	}
	return n
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

// averagePrecision is the mean of the precisions at the ranks of the facts
// worth checking, as the CheckThat! lab measures it.
func averagePrecision(list []*judged) float64 {
	hits, sum := 0, 0.0
	for i, j := range list {
		if j.label == worthy {
			hits++
			sum += share(hits, i+1)
		}
	}
	return sum / float64(max(hits, 1))
}

// auc is the chance that a sentence labelled least or higher outscores one
// labelled lower; a tie counts half.
func auc(list []*judged, least label) float64 {
	pairs, won := 0, 0.0
	for _, x := range list {
		for _, y := range list {
			if x.label < least || y.label >= least {
				continue
			}
			pairs++
			switch cmp.Compare(x.score, y.score) {
			case 1:
				won++
			case 0:
				won += .5
			}
		}
	}
	return won / float64(max(pairs, 1))
}
