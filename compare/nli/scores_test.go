package nli

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"crosscheck/compare"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var near = cmpopts.EquateApprox(0, 1e-9)

// some are pairs of all kinds: turned, doubled, empty, long.
func some() []compare.Pair {
	long := strings.Repeat("the bridge is closed ", 40)
	return []compare.Pair{
		bare("the gate was open", "the gate was closed on monday"), bare("the gate was closed on monday", "the gate was open"),
		bare("the gate was open", "the gate was closed on monday"), bare("a", "a"), bare("", "a"), bare("a", " \t"), bare("", ""),
		bare(long, "a gate"), bare("a gate", long), bare(long, long+"?"), bare("ferry fares", "the end of the year, he said"),
	}
}

// TestScores wants each pair judged as it would be alone, whatever is beside it.
func TestScores(t *testing.T) {
	m, f := faked(t, Options{})
	got, err := m.Scores(context.Background(), some())
	if err != nil {
		t.Fatal(err)
	}
	if f.width > m.info.MaxTokens || f.most < 2 {
		t.Errorf("batches of %d rows, %d wide; want several rows, and at most %d", f.most, f.width, m.info.MaxTokens)
	}
	for i, p := range some() {
		alone, _ := faked(t, Options{})
		want, err := alone.Scores(context.Background(), []compare.Pair{p})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[0], got[i]); diff != "" {
			t.Errorf("%.40q and %.40q (-alone +together):\n%s", p.A.Text, p.B.Text, diff)
		}
		if s := got[i].Entailment + got[i].Neutral + got[i].Contradiction; math.Abs(s-1) > 1e-9 {
			t.Errorf("the weights of %.40q and %.40q sum to %f", p.A.Text, p.B.Text, s)
		}
	}
	if got[0].Contradiction != got[1].Contradiction || got[0].Entailment == got[1].Entailment {
		t.Errorf("turned round, %+v becomes %+v: a contradiction has no direction, entailment has", got[0], got[1])
	}
	for i := 4; i < 7; i++ {
		if got[i] != (compare.Scores{Neutral: 1}) {
			t.Errorf("of nothing, %+v is said", got[i])
		}
	}
}

// TestMany wants more pairs than are in hand at once judged in their order.
func TestMany(t *testing.T) {
	m, f := faked(t, Options{})
	var pairs []compare.Pair
	for i := range maxAtOnce/2 + 3 {
		pairs = append(pairs, bare(fmt.Sprint("gate ", i), "the harbour"))
	}
	got, err := m.Scores(context.Background(), pairs)
	if err != nil || len(got) != len(pairs) || f.rows != 2*len(pairs) {
		t.Fatalf("%d of %d, %d read, %v", len(got), len(pairs), f.rows, err)
	}
	for _, i := range []int{0, maxAtOnce/2 - 1, maxAtOnce / 2, len(pairs) - 1} {
		m.cache = NewCache(1)
		if alone, err := m.Scores(context.Background(), pairs[i:i+1]); err != nil || alone[0] != got[i] {
			t.Errorf("pair %d is %+v, alone %+v, %v", i, got[i], alone, err)
		}
	}
}

// TestCached wants nothing read twice: not the same pair, nor its other order.
func TestCached(t *testing.T) {
	m, f := faked(t, Options{})
	first, err := m.Scores(context.Background(), some())
	if err != nil {
		t.Fatal(err)
	}
	if f.rows != 9 { // five distinct pairs, of which the one with itself has one order
		t.Errorf("%d questions were read", f.rows)
	}
	rows := f.rows
	again, err := m.Scores(context.Background(), some())
	if err != nil || f.rows != rows {
		t.Errorf("the second time %d were read, %v", f.rows-rows, err)
	}
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("(-first +again):\n%s", diff)
	}
}

// TestDirected wants one order asked only, and its softmax.
func TestDirected(t *testing.T) {
	m, f := faked(t, Options{})
	p := bare("the gate was open", "the gate was closed")
	got, err := m.Directed(context.Background(), []compare.Pair{p})
	if err != nil || f.rows != 1 {
		t.Fatalf("%d were read, %v", f.rows, err)
	}
	back, err := m.Directed(context.Background(), []compare.Pair{{A: p.B, B: p.A}})
	if err != nil {
		t.Fatal(err)
	}
	both, err := m.Scores(context.Background(), []compare.Pair{p})
	if err != nil || f.rows != 2 {
		t.Fatalf("%d were read, %v", f.rows, err)
	}
	if diff := cmp.Diff(Combine(got[0], back[0]), both[0]); diff != "" {
		t.Errorf("(-combined +scores):\n%s", diff)
	}
}

func TestSoftmax(t *testing.T) {
	l := labels{entailment: 2, neutral: 0, contradiction: 1}
	got, err := l.scores([]float32{0, float32(math.Log(3)), 1000})
	if err != nil || got.Entailment != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	got, err = l.scores([]float32{0, float32(math.Log(3)), float32(math.Log(4))})
	if diff := cmp.Diff(compare.Scores{Entailment: .5, Neutral: .125, Contradiction: .375}, got, cmpopts.EquateApprox(0, 1e-6)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for _, x := range []float64{math.NaN(), math.Inf(1)} {
		if _, err := l.scores([]float32{0, float32(x), 1}); err == nil || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("%f: %v", x, err)
		}
	}
}

func TestCombine(t *testing.T) {
	for _, c := range []struct{ forth, back, want compare.Scores }{
		{compare.Scores{Entailment: .1, Neutral: .1, Contradiction: .8}, compare.Scores{Neutral: .8, Contradiction: .2}, compare.Scores{Entailment: .1, Neutral: .5, Contradiction: .4}},
		{compare.Scores{Entailment: .9, Neutral: .1}, compare.Scores{Neutral: 1}, compare.Scores{Entailment: .9, Neutral: .1}},
		{compare.Scores{Entailment: .64, Contradiction: .36}, compare.Scores{Contradiction: 1}, compare.Scores{Entailment: .64 / 1.24, Contradiction: .6 / 1.24}},
		{compare.Scores{Contradiction: 1}, compare.Scores{Contradiction: 1}, compare.Scores{Contradiction: 1}},
		{compare.Scores{Contradiction: 1}, compare.Scores{Neutral: 1}, compare.Scores{Neutral: 1}},
	} {
		if diff := cmp.Diff(c.want, Combine(c.forth, c.back), near); diff != "" {
			t.Errorf("%+v and %+v (-want +got):\n%s", c.forth, c.back, diff)
		}
	}
}

// TestPlan wants every question in one batch, like lengths together, and no
// batch over its bounds.
func TestPlan(t *testing.T) {
	lengths := []int{5, 500, 5, 7, 400, 6, 2000, 5, 5, 5, 5, 5, 5, 5, 300}
	got := plan(lengths, 8)
	want := [][]int{{6}, {1, 4}, {14, 3, 5}, {0, 2, 7, 8, 9, 10, 11, 12}, {13}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := plan([]int{3, 3}, 1); len(got) != 2 {
		t.Errorf("one at a time: %v", got)
	}
	if got := plan(nil, 8); got != nil {
		t.Errorf("of nothing: %v", got)
	}
}

func TestCache(t *testing.T) {
	c := NewCache(3)
	key := func(i int) Key { return Key{byte(i)} }
	for i := range 100 {
		c.Put(key(i), compare.Scores{Neutral: float64(i)})
		for back := range min(3, i+1) {
			if s, ok := c.Get(key(i - back)); !ok || s.Neutral != float64(i-back) {
				t.Fatalf("after %d: %d is %v, %t", i, i-back, s, ok)
			}
		}
	}
	if m := c.(*memory); len(m.young)+len(m.old) > 6 {
		t.Errorf("%d are kept", len(m.young)+len(m.old))
	}
	if _, ok := c.Get(key(1)); ok {
		t.Error("the first is still kept")
	}
}

// TestQuestion wants texts told apart that are the same run together.
func TestQuestion(t *testing.T) {
	m, _ := faked(t, Options{})
	once, again := m.question("a", "b"), m.question("a", "b")
	if m.question("ab", "c") == m.question("a", "bc") || once == m.question("b", "a") || once != again {
		t.Error("questions are mixed up")
	}
}

// TestFails wants an error where the network cannot be run, and no scores.
func TestFails(t *testing.T) {
	m, f := faked(t, Options{Threads: 2})
	f.fails = errors.New("out of memory")
	if s, err := m.Scores(context.Background(), some()); s != nil || !errors.Is(err, f.fails) || !strings.Contains(err.Error(), m.Name()) {
		t.Errorf("%v, %v", s, err)
	}
	f.fails = nil
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if s, err := m.Scores(stopped, some()); s != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v, %v", s, err)
	}
	if err := errors.Join(m.Close(), m.Close()); err != nil || f.closed != 1 {
		t.Errorf("closed %d times, %v", f.closed, err)
	}
	if s, err := m.Scores(context.Background(), some()); s != nil || err == nil {
		t.Errorf("closed: %v, %v", s, err)
	}
}

// TestConcurrent asks one model from many places at once.
func TestConcurrent(t *testing.T) {
	m, _ := faked(t, Options{Threads: 2, Cache: NewCache(4)})
	want, err := m.Scores(context.Background(), some())
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got, err := m.Scores(context.Background(), some()); err != nil || !cmp.Equal(want, got) {
				t.Errorf("%v, %v", got, err)
			}
		})
	}
	wg.Wait()
}

// TestJudge wants a verdict of each pair in the model's name.
func TestJudge(t *testing.T) {
	m, _ := faked(t, Options{})
	j := NewJudge(m)
	scores, err := m.Scores(context.Background(), some())
	if err != nil {
		t.Fatal(err)
	}
	got, err := j.Judge(context.Background(), some())
	if err != nil || j.Name() != m.Name() {
		t.Fatalf("%s: %v", j.Name(), err)
	}
	seen := map[compare.Label]bool{}
	for i, v := range got {
		seen[v.Label] = true
		if diff := cmp.Diff(scores[i].Verdict(), v); diff != "" {
			t.Errorf("pair %d (-want +got):\n%s", i, diff)
		}
	}
	if len(seen) < 2 {
		t.Errorf("all are %v", seen)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if v, err := j.Judge(context.Background(), []compare.Pair{bare("never", "asked before")}); v != nil || err == nil {
		t.Errorf("closed: %v, %v", v, err)
	}
}

func ExampleCombine() {
	forth := compare.Scores{Entailment: 0.01, Neutral: 0.09, Contradiction: 0.9}
	back := compare.Scores{Entailment: 0.01, Neutral: 0.89, Contradiction: 0.1}
	s := Combine(forth, back)
	fmt.Printf("%.2f %.2f %.2f\n", s.Entailment, s.Neutral, s.Contradiction)
	// Output: 0.01 0.69 0.30
}

func ExampleOpen() {
	_, err := Open("no-such-folder", Options{})
	fmt.Println(err)
	// Output: opening the model no-such-folder: stat no-such-folder: no such file or directory
}
