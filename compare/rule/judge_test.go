package rule

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
)

// TestVerdicts checks what must hold of every verdict on the cases: scores sum
// to 1, evidence lies in the text, and a flagged pair says why.
func TestVerdicts(t *testing.T) {
	var pairs []compare.Pair
	for _, c := range readCases(t, "testdata/cases.txt") {
		pairs = append(pairs, c.pair)
	}
	first, again := judge(t, pairs), judge(t, pairs)
	if d := cmp.Diff(first, again); d != "" {
		t.Errorf("the same batch was judged differently:\n%s", d)
	}
	for i, v := range first {
		if d := cmp.Diff(v, judge(t, pairs[i:i+1])[0]); d != "" {
			t.Errorf("pair %d is judged differently in a batch and alone:\n%s", i, d)
		}
		checkVerdict(t, pairs[i], v)
	}
}

func checkVerdict(t testing.TB, p compare.Pair, v compare.Verdict) {
	t.Helper()
	if sum := v.Scores.Entailment + v.Scores.Neutral + v.Scores.Contradiction; math.Abs(sum-1) > 1e-9 {
		t.Errorf("%q / %q: scores sum to %v", p.A.Text, p.B.Text, sum)
	}
	checkSpans(t, p.A.Text, v.Evidence.A)
	checkSpans(t, p.B.Text, v.Evidence.B)
	if v.Label == compare.Contradiction && (v.Why == "" || v.Rule == "" || v.Score < Flag || len(v.Evidence.A)+len(v.Evidence.B) == 0) {
		t.Errorf("%q / %q: flagged without saying why: %+v", p.A.Text, p.B.Text, v)
	}
	if v.Guard != "" && v.Label != compare.Neutral {
		t.Errorf("%q / %q: guard %s and label %s", p.A.Text, p.B.Text, v.Guard, v.Label)
	}
}

func checkSpans(t testing.TB, text string, spans []claims.Span) {
	t.Helper()
	for _, s := range spans {
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) || !edge(text, s.Start) || !edge(text, s.End) {
			t.Errorf("span %v does not fit %q", s, text)
		}
	}
}

func edge(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New().Judge(ctx, make([]compare.Pair, 1000)); err == nil {
		t.Error("a cancelled context gave no error")
	}
}

func TestEntailment(t *testing.T) {
	v := judge(t, []compare.Pair{bare("The old bridge over the Elm was closed on Monday.", "The bridge was closed on Monday.")})[0]
	if v.Label != compare.Entailment {
		t.Errorf("label %s, scores %+v", v.Label, v.Scores)
	}
}

// TestRegistry checks that rules and guards are named once, documented and
// have a row in the table.
func TestRegistry(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range []string{fmt.Sprintf("wording/%d", adding), fmt.Sprintf("wording/%d", trifling)} {
		if _, ok := table[row]; !ok {
			t.Errorf("no row %q in the table", row)
		}
	}
	for _, r := range All {
		if _, ok := table[r.ID+"/0"]; !ok || r.Doc == "" || r.Type == "" || r.May == nil || seen[r.ID] {
			t.Errorf("rule %q: no row in the table, no Doc, no Type, no May, or named twice", r.ID)
		}
		seen[r.ID] = true
	}
	for _, g := range Guards {
		if g.Doc == "" || seen[g.ID] {
			t.Errorf("guard %q: no Doc, or named twice", g.ID)
		}
		seen[g.ID] = true
	}
	if len(All) > 64 { // its bits
		t.Errorf("%d rules do not fit a choice", len(All))
	}
	for k, row := range table {
		id, _, _ := strings.Cut(k, "/")
		if id == swap.ID && row[len(row)-1] >= Flag {
			t.Errorf("table row %q scores Flag, and the rule's May says that it cannot", k)
		}
		if !seen[id] {
			t.Errorf("table row %q is of no rule", k)
		}
		for i, v := range row {
			if v < 0 || v > 1 || i > 0 && v < row[i-1] {
				t.Errorf("table row %q is not a rising row of probabilities", k)
			}
		}
	}
}

func FuzzJudge(f *testing.F) {
	f.Add("The talks aren't frozen.", "“No break” in … talks, he said [again].")
	f.Add("", "not")
	f.Add("n't no not never \xff", "Almost all of the of the")
	sp := &claims.Speaker{ID: "x", Name: "X"}
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 4000 || !utf8.ValidString(a) || !utf8.ValidString(b) {
			t.Skip()
		}
		said := compare.Pair{
			A: compare.Statement{Text: a, Claim: &claims.Claim{Kind: claims.Direct, Speaker: sp}},
			B: compare.Statement{Text: b, Claim: &claims.Claim{Kind: claims.Mixed, Speaker: sp}, Context: a},
		}
		pairs := []compare.Pair{bare(a, b), said}
		for i, v := range judge(t, pairs) {
			checkVerdict(t, pairs[i], v)
		}
	})
}

// BenchmarkJudge is the time to align one pair and to ask every rule.
func BenchmarkJudge(b *testing.B) {
	pairs := articlePairs(b, 2000, 2)
	j := New()
	batch := j.prepare(context.Background(), pairs)
	b.ResetTimer()
	for i := range b.N {
		p := pairs[i%len(pairs)]
		j.one(batch.of(p.A), batch.of(p.B))
	}
}
