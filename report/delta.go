package report

import (
	"fmt"

	"crosscheck/compare"
)

// String says it in words: "Since monday.json: 2 new, 6 still open, 1 gone".
func (d *Delta) String() string {
	return fmt.Sprintf("Since %s: %s new, %s still open, %s gone", d.File, grouped(d.New), grouped(d.Open), grouped(len(d.Gone)))
}

// delta fills what became of the findings of the earlier report; nil where the
// report was held against none.
func (f *filler) delta() *Delta {
	s := f.report.Since
	if s == nil {
		return nil
	}
	d := &Delta{File: clean(s.File), New: len(s.New), Open: len(f.report.Findings) - len(s.New)}
	for _, g := range s.Gone {
		d.Gone = append(d.Gone, gone(g))
	}
	return d
}

// gone fills a finding that is there no more, from its claims as they were.
func gone(g compare.Gone) Gone {
	a := Side{Source: sourceOf(g.A), Kind: OfClaim(g.A)}
	b := Side{Source: sourceOf(g.B), Kind: OfClaim(g.B)}
	return Gone{
		ID: clean(g.Finding.ID), Relation: OfRelation(g.Finding.Relation), Title: title(g.Finding, a, b),
		A: a.Source, B: b.Source, TextA: clip(clean(g.A.Text), maxAsideText), TextB: clip(clean(g.B.Text), maxAsideText),
	}
}
