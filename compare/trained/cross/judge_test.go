package cross

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
	m := toy(t)
	j := m.Judge()
	got, err := j.Judge(context.Background(), pairs)
	if err != nil {
		t.Fatal(err)
	}
	scores, err := j.Scores(context.Background(), pairs)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range got {
		want := m.Both(m.Encode(pairs[i].A.Text), m.Encode(pairs[i].B.Text))
		if diff := cmp.Diff(want.Verdict(), v); diff != "" {
			t.Errorf("%s / %s (-want +got):\n%s", pairs[i].A.Text, pairs[i].B.Text, diff)
		}
		if scores[i] != want {
			t.Errorf("%s / %s: %v, want %v", pairs[i].A.Text, pairs[i].B.Text, scores[i], want)
		}
	}
}

// TestJudgeFails wants an error where the judge cannot work, and no verdicts.
func TestJudgeFails(t *testing.T) {
	pairs := []compare.Pair{bare("The gate is open.", "The gate is shut.")}
	if v, err := (&Judge{err: ErrNone}).Judge(context.Background(), pairs); v != nil || !errors.Is(err, ErrNone) {
		t.Errorf("without a model: %v, %v", v, err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if v, err := toy(t).Judge().Judge(stopped, pairs); v != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v, %v", v, err)
	}
}
