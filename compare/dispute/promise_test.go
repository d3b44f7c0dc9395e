package dispute

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/extract"
	"crosscheck/compare/term"
)

// plainly is Find without a first look: every sentence is read for every verb.
func plainly(a *claims.Article, list []claims.Claim) []Dispute {
	if len(list) < 2 {
		return nil
	}
	var terms term.Reader
	p := newPage(&terms, a, terms.Split(a.Text), list)
	p.promises() // reads how the claims answer
	p.lay(a.Blocks)
	p.cues = nil
	for n := range p.lines {
		l := &p.lines[n]
		for i := l.from; i < l.to; i++ {
			phrases, _ := verbs().Look(p.words[i].Norm)
			for _, ph := range phrases {
				if to, ok := p.follows(l, i+1, ph.rest, 2); ok {
					p.cues = append(p.cues, cue{ph.class, i, to})
				}
			}
		}
	}
	return p.all()
}

// TestPromises: a first look at an article loses no dispute.
func TestPromises(t *testing.T) {
	held, found := 0, 0
	for _, p := range readPassages(t, "testdata/cases.txt") {
		for _, text := range [][]string{p.text, {strings.Join(p.text, " ")}} {
			a := written(text...)
			list := extract.Claims(a)
			want, got := plainly(&a, list), Find(&term.Reader{}, &a, list)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("cases.txt:%d: -every sentence +Find\n%s", p.line, diff)
			}
			if found += len(got); len(got) == 0 {
				held++
			}
		}
	}
	if held < 20 || found < 20 {
		t.Errorf("%d passages without a dispute, and %d disputes", held, found)
	}
}
