package second

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
)

// sure is a second judge that is sure of what its table says, and of neutral
// elsewhere.
type sure struct {
	of    map[string]compare.Scores
	asked *[]string
	err   error
}

func (sure) Name() string { return "sure/1" }

func (s sure) Scores(_ context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	out := make([]compare.Scores, len(pairs))
	for i, p := range pairs {
		*s.asked = append(*s.asked, p.A.Text)
		out[i] = compare.Scores{Neutral: 1}
		if x, ok := s.of[p.A.Text]; ok {
			out[i] = x
		}
	}
	return out, s.err
}

func caseOf(text string, score float64) Case {
	return Case{Pair: compare.Pair{A: compare.Statement{Text: text}, B: compare.Statement{Text: "other"}}, Score: score}
}

func TestAskAsksTheSurestFirst(t *testing.T) {
	var asked []string
	cases := []Case{caseOf("low", .1), caseOf("band", .3), caseOf("high", .9), caseOf("middle", .6)}
	for _, c := range []struct {
		name    string
		options Options
		want    []string
	}{
		{"all that are sure enough", Options{Least: .2, Most: 10}, []string{"high", "middle", "band"}},
		{"no more than said", Options{Least: .2, Most: 2}, []string{"high", "middle"}},
		{"none", Options{Least: .2}, nil},
	} {
		asked = nil
		c.options.Scorer = sure{asked: &asked}
		out, err := Ask(t.Context(), cases, c.options)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, asked); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if out.Asked != len(c.want) || out.Second[0] != -1 || out.Scores[0] != .1 {
			t.Errorf("%s: %+v", c.name, out)
		}
	}
}

func TestAskWithoutASecondJudge(t *testing.T) {
	out, err := Ask(t.Context(), []Case{caseOf("high", .9)}, Options{Most: 10})
	if err != nil || out.Scores[0] != .9 || out.Second[0] != -1 || out.Asked != 0 {
		t.Errorf("%+v, %v", out, err)
	}
}

func TestAskStopsInTime(t *testing.T) {
	var asked []string
	var cases []Case
	for range 3 * chunk {
		cases = append(cases, caseOf("high", .9))
	}
	slow := pausing{sure{asked: &asked}, 20 * time.Millisecond}
	out, err := Ask(t.Context(), cases, Options{Scorer: slow, Most: len(cases), Time: time.Millisecond})
	if err != nil || out.Asked != chunk || out.Late != 2*chunk {
		t.Errorf("asked %d, late %d, %v", out.Asked, out.Late, err)
	}
}

// pausing takes its time.
type pausing struct {
	sure
	pause time.Duration
}

func (p pausing) Scores(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	time.Sleep(p.pause)
	return p.sure.Scores(ctx, pairs)
}

func TestAskPassesTheError(t *testing.T) {
	var asked []string
	gone := errors.New("the model is gone")
	if _, err := Ask(t.Context(), []Case{caseOf("high", .9)}, Options{Scorer: sure{asked: &asked, err: gone}, Most: 1}); !errors.Is(err, gone) {
		t.Errorf("%v", err)
	}
}

// TestWeights holds every entry to sense: a surer judge makes surer, and no score
// leaves [0, 1].
func TestWeights(t *testing.T) {
	var list []weights
	if err := json.Unmarshal(embedded, &list); err != nil || len(list) == 0 {
		t.Fatalf("weights.json: %v, %d entries", err, len(list))
	}
	for _, w := range list {
		if !(w.First > 0) || w.Contradiction < 0 {
			t.Errorf("%+v: a surer judge makes less sure", w)
		}
		for _, first := range []float64{0, .5, 1} {
			for _, second := range []float64{0, .5, 1} {
				if s := w.together(first, compare.Scores{Contradiction: second, Neutral: 1 - second}); !(s >= 0 && s <= 1) || math.IsNaN(s) {
					t.Errorf("%+v of %v and %v: %v", w, first, second, s)
				}
			}
		}
	}
	if w := weightsOf("a judge that nobody knows/7"); w.First == 0 {
		t.Errorf("no weights for other judges: %+v", w)
	}
}
