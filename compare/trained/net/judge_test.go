package net

import (
	"context"
	"errors"
	"testing"

	"crosscheck/compare"

	"github.com/google/go-cmp/cmp"
)

func bare(a, b string) compare.Pair {
	return compare.Pair{A: compare.Statement{Text: a}, B: compare.Statement{Text: b}}
}

// TestJudge wants of a batch what the model says of each pair.
func TestJudge(t *testing.T) {
	const closed, open, fares = "The harbour was closed on Monday.", "The harbour was not closed on Monday.", "Ferry fares will rise in spring."
	pairs := []compare.Pair{bare(closed, open), bare(open, closed), bare(closed, fares), bare(closed, ""), bare(closed, open)}
	got, err := NewJudge().Judge(context.Background(), pairs)
	if err != nil {
		t.Fatal(err)
	}
	m := model(t)
	labels := []compare.Label{compare.Contradiction, compare.Contradiction, compare.Neutral, compare.Neutral, compare.Contradiction}
	for i, v := range got {
		if v.Label != labels[i] {
			t.Errorf("%s / %s is %s, want %s", pairs[i].A.Text, pairs[i].B.Text, v.Label, labels[i])
		}
		if diff := cmp.Diff(m.Scores(m.Encode(pairs[i].A.Text), m.Encode(pairs[i].B.Text)), v.Scores); diff != "" {
			t.Errorf("%s / %s (-want +got):\n%s", pairs[i].A.Text, pairs[i].B.Text, diff)
		}
	}
	if diff := cmp.Diff(got[0], got[4]); diff != "" {
		t.Errorf("the same pair twice (-first +last):\n%s", diff)
	}
}

func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		scores  compare.Scores
		label   compare.Label
		score   float64
		reasons bool
	}{
		{compare.Scores{Entailment: .1, Neutral: .2, Contradiction: .7}, compare.Contradiction, .7, true},
		{compare.Scores{Entailment: .5, Neutral: .2, Contradiction: .3}, compare.Entailment, 0, false},
		{compare.Scores{Entailment: .2, Neutral: .5, Contradiction: .3}, compare.Neutral, 0, false},
	} {
		v := verdict(c.scores)
		if v.Label != c.label || v.Score != c.score || v.Scores != c.scores {
			t.Errorf("verdict(%v) = %+v, want %s with %v", c.scores, v, c.label, c.score)
		}
		if (v.Why != "" && v.Type != "" && v.Evidence.A != nil && v.Evidence.B != nil) != c.reasons {
			t.Errorf("verdict(%v) = %+v: reasons are for contradictions, want %t", c.scores, v, c.reasons)
		}
	}
}

// TestJudgeFails wants an error where the judge cannot work, and no verdicts.
func TestJudgeFails(t *testing.T) {
	broken := errors.New("no model")
	if v, err := (&Judge{err: broken}).Judge(context.Background(), []compare.Pair{bare("a", "b")}); v != nil || !errors.Is(err, broken) {
		t.Errorf("without a model: %v, %v", v, err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if v, err := NewJudge().Judge(stopped, []compare.Pair{bare("The gate is open.", "The gate is shut.")}); v != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v, %v", v, err)
	}
}
