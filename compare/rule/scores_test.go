package rule

import (
	"fmt"
	"strings"
	"testing"

	"crosscheck/claims/datatest"
	"crosscheck/compare"
)

// TestScores holds the quality of the rules in a golden file, so that a change
// of it shows in review.
func TestScores(t *testing.T) {
	var b strings.Builder
	b.WriteString("# contradiction class: precision, recall, F1; three-way accuracy\n")
	for _, set := range []string{"mnli.dev-a", "rte3.dev", "sick.trial", "negation.snli", "breaking.a", "fever-symmetric.dev"} {
		scoreSet(t, &b, set)
	}
	scoreGold(t, &b)
	const n = 5000
	flagged := 0
	for _, v := range judge(t, articlePairs(t, n, 1)) {
		if v.Label == compare.Contradiction {
			flagged++
		}
	}
	fmt.Fprintf(&b, "same-article pairs flagged  %d of %d\n", flagged, n)
	datatest.Golden(t, "testdata/scores.txt", b.String())
}

func scoreSet(t *testing.T, b *strings.Builder, set string) {
	rows := readRows(t, set)
	pairs := make([]compare.Pair, len(rows))
	for i, r := range rows {
		pairs[i] = bare(r.Premise, r.Hypothesis)
	}
	right, said, gold, hit := 0, 0, 0, 0
	for i, v := range judge(t, pairs) {
		c, g := v.Label == compare.Contradiction, rows[i].Label == string(compare.Contradiction)
		right += one(string(v.Label) == rows[i].Label)
		said += one(c)
		gold += one(g)
		hit += one(c && g)
	}
	p, r := float64(hit)/float64(max(said, 1)), float64(hit)/float64(max(gold, 1))
	fmt.Fprintf(b, "%-20s P %.3f  R %.3f  F1 %.3f  accuracy %.3f\n", set, p, r, 2*p*r/max(p+r, 1e-9), float64(right)/float64(len(rows)))
}

func scoreGold(t *testing.T, b *strings.Builder) {
	pairs, negatives := readGold(t)
	matters, found := map[string]bool{}, map[string]bool{}
	n := 0
	for _, g := range pairs {
		matters[g.Story+g.Matter] = true
		if judge(t, []compare.Pair{bare(g.A.Text, g.B.Text)})[0].Label == compare.Contradiction {
			found[g.Story+g.Matter] = true
			n++
		}
	}
	fmt.Fprintf(b, "gold pairs found  %d of %d, matters  %d of %d\n", n, len(pairs), len(found), len(matters))
	n = 0
	for _, g := range negatives {
		n += one(judge(t, []compare.Pair{bare(g.A.Text, g.B.Text)})[0].Label == compare.Contradiction)
	}
	fmt.Fprintf(b, "gold negatives flagged  %d of %d\n", n, len(negatives))
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
