package rule

import (
	"fmt"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/datatest"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// sureEnough is the score that the guards are measured at: a judge that flags.
const sureEnough = .9

// tally counts what each guard holds back, of the pairs which oppose each other
// (wrongly held) and of the others (rightly).
type tally struct {
	of, held map[bool]int
	by       map[string]map[bool]int
}

func newTally() *tally {
	return &tally{map[bool]int{}, map[bool]int{}, map[string]map[bool]int{}}
}

func (c *tally) add(t testing.TB, o Opposition, al *align.Alignment, p compare.Pair, opposed bool, note string) {
	c.of[opposed]++
	id, why := Guarded(o, al, p)
	if id == "" {
		return
	}
	c.held[opposed]++
	if c.by[id] == nil {
		c.by[id] = map[bool]int{}
	}
	c.by[id][opposed]++
	if testing.Verbose() {
		t.Logf("%s\t%s\t%v\t%s\t%s\t|| %s\t%s", o.Rule, id, opposed, note, p.A.Text, p.B.Text, why)
	}
}

// two are the tallies of what the rules flag and of what another judge might.
type two struct{ rules, other *tally }

func (c two) add(t testing.TB, p compare.Pair, opposed bool, note string) {
	r := shared().reader
	al := align.New(r.Read(p.A), r.Read(p.B))
	c.other.add(t, located(al, p, "other", sureEnough), al, p, opposed, note)
	for _, r := range All {
		if o, ok := r.Run(al, p); ok {
			if o.Score = score(o, p); o.Score >= Flag {
				c.rules.add(t, o, al, p, opposed, note)
			}
		}
	}
}

func (c two) print(b *strings.Builder, set string) {
	c.rules.print(b, set+", what a rule flags")
	c.other.print(b, set+", every pair")
}

func (c *tally) print(b *strings.Builder, set string) {
	fmt.Fprintf(b, "%s: held %d of %d opposed, %d of %d others\n", set, c.held[true], c.of[true], c.held[false], c.of[false])
	for _, g := range Guards {
		if n := c.by[g.ID]; n != nil {
			fmt.Fprintf(b, "    %-18s %4d  %4d\n", g.ID, n[true], n[false])
		}
	}
}

// TestGuardScores holds in a golden file what the guards would hold back if a
// judge opposed every pair of the data: the fewer of those that oppose each
// other, and the more of the others, the better.
func TestGuardScores(t *testing.T) {
	var b strings.Builder
	b.WriteString("# pairs that oppose each other, and others, that a guard would hold back whatever the judge\n")
	pairs, negatives := readGold(t)
	gold := two{newTally(), newTally()}
	for _, g := range pairs {
		gold.add(t, g.claimed(), true, g.Matter)
	}
	for _, g := range negatives {
		gold.add(t, g.claimed(), false, g.Reason)
	}
	gold.print(&b, "gold")
	for _, set := range []string{"mnli.dev-a", "rte3.dev", "sick.trial", "negation.snli", "breaking.a", "fever-symmetric.dev"} {
		c := two{newTally(), newTally()}
		rows := readRows(t, set)
		for _, r := range rows[:min(len(rows), 4000)] {
			c.add(t, bare(r.Premise, r.Hypothesis), r.Label == string(compare.Contradiction), "")
		}
		c.print(&b, set)
	}
	datatest.Golden(t, "testdata/guards.txt", b.String())
}

// claimed is the pair with what is known of its claims: their articles, and of a
// dispute that two speak.
func (g goldPair) claimed() compare.Pair {
	p := bare(g.A.Text, g.B.Text)
	p.A.Claim, p.B.Claim = &claims.Claim{Article: g.A.Article}, &claims.Claim{Article: g.B.Article}
	if g.Relation == string(compare.Dispute) {
		p.A.Claim.Speaker, p.B.Claim.Speaker = &claims.Speaker{ID: "a"}, &claims.Speaker{ID: "b"}
	}
	return p
}
