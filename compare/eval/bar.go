package eval

import (
	"cmp"
	"context"

	"crosscheck/claims"
	"crosscheck/compare"
)

// AtBar is a judge with another bar: it calls a contradiction whatever j gives a
// contradiction score of at least least, unless a guard holds it back, and
// nothing else. It tells what a lower bar than the report's would find, or a
// higher one. Where j points at no words, the evidence is the whole of both
// statements, and where it names no type it is lexical.
func AtBar(j compare.Judge, least float64) compare.Judge { return atBar{j, least} }

type atBar struct {
	inner compare.Judge
	least float64
}

// Name is that of the judge whose bar it is.
func (a atBar) Name() string { return a.inner.Name() }

// Judge judges by the other bar.
func (a atBar) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	out, err := verdicts(ctx, a.inner, pairs)
	for i := range out {
		v := &out[i]
		switch {
		case v.Guard != "":
		case v.Scores.Contradiction >= a.least:
			v.Label, v.Score = compare.Contradiction, v.Scores.Contradiction
			v.Type = cmp.Or(v.Type, compare.Lexical)
			if len(v.Evidence.A) == 0 || len(v.Evidence.B) == 0 {
				v.Evidence = compare.Evidence{A: wholeOf(pairs[i].A), B: wholeOf(pairs[i].B)}
			}
		case v.Label == compare.Contradiction:
			v.Label, v.Score, v.Type, v.Rule, v.Why, v.Evidence = compare.Neutral, 0, "", "", "", compare.Evidence{}
		}
	}
	return out, err
}

func wholeOf(s compare.Statement) []claims.Span { return []claims.Span{{End: len(s.Text)}} }
