package cross

import (
	"math"
	"strings"
	"sync"
	"testing"

	"crosscheck/compare"
)

// TestScores wants probabilities, the same in any order of asking and from any
// goroutine.
func TestScores(t *testing.T) {
	m, all := toy(t), agreements(t, "testdata/toy.jsonl")
	var first []compare.Scores
	for _, a := range all {
		s := m.Scores(m.Encode(a.A), m.Encode(a.B))
		if sum := s.Entailment + s.Neutral + s.Contradiction; math.Abs(sum-1) > 1e-9 {
			t.Errorf("%+v sum to %v", s, sum)
		}
		first = append(first, s)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := len(all) - 1; i >= 0; i-- {
				if s := m.Scores(m.Encode(all[i].A), m.Encode(all[i].B)); s != first[i] {
					t.Errorf("pair %d: %+v, then %+v", i, first[i], s)
				}
			}
		})
	}
	wg.Wait()
}

// TestScoresLengths wants a pair of any length to be read behind a longer one as
// it is on its own: nothing of that one may be left in the room that they share.
func TestScoresLengths(t *testing.T) {
	m := toy(t)
	long := m.Encode(strings.Repeat("Nobody in the valley had ever seen such a flood. ", 12))
	shared := m.newScratch().(*scratch)
	for n := 1; n < maxSides; n++ {
		a, b := of(n), of(1+n/3)
		want := m.logits(m.newScratch().(*scratch), a, b)
		m.logits(shared, long, long)
		if got := m.logits(shared, a, b); got != want {
			t.Errorf("%d pieces and %d: %v, on its own %v", a.Len(), b.Len(), got, want)
		}
	}
}

// TestNothingToRead wants no opinion on what cannot be read.
func TestNothingToRead(t *testing.T) {
	m := toy(t)
	some := m.Encode("The mayor resigned.")
	for _, text := range []string{"", " \t", "\xff\xfe", "Привет", "\u200b"} {
		e := m.Encode(text)
		for _, got := range []compare.Scores{m.Scores(e, some), m.Both(some, e), m.Both(e, e), m.Scores(&Encoding{}, some)} {
			if want := (compare.Scores{Neutral: 1}); got != want {
				t.Errorf("%q: %+v", text, got)
			}
		}
	}
}

func TestSoften(t *testing.T) {
	nan := float32(math.NaN())
	for _, c := range []struct {
		logits [labels]float32
		want   compare.Scores
	}{
		{[labels]float32{1, 1, 1}, compare.Scores{Entailment: 1. / 3, Neutral: 1. / 3, Contradiction: 1. / 3}},
		{[labels]float32{100, 0, -1000}, compare.Scores{Entailment: 1}},
		{[labels]float32{0, nan, 0}, compare.Scores{Neutral: 1}},
	} {
		got := soften(c.logits)
		if math.Abs(got.Entailment-c.want.Entailment)+math.Abs(got.Neutral-c.want.Neutral)+math.Abs(got.Contradiction-c.want.Contradiction) > 1e-6 {
			t.Errorf("soften(%v) = %+v, want %+v", c.logits, got, c.want)
		}
	}
}

// TestScoresAllocate wants no garbage of a pair. It holds its scratch itself,
// since the race detector has a sync.Pool lose things at random.
func TestScoresAllocate(t *testing.T) {
	m := toy(t)
	a, b := m.Encode("The mayor resigned on Monday."), m.Encode("The mayor stays.")
	s := m.newScratch().(*scratch)
	m.logits(s, a, b)
	if n := testing.AllocsPerRun(50, func() { m.logits(s, a, b) }); n > 0 {
		t.Errorf("%v allocations a pair", n)
	}
}

// TestCombine wants of contradiction the same both ways, and of the rest what the
// way asked for says.
func TestCombine(t *testing.T) {
	for _, c := range []struct{ there, back, want compare.Scores }{
		{compare.Scores{Entailment: .2, Neutral: .2, Contradiction: .6}, compare.Scores{Entailment: .1, Neutral: .3, Contradiction: .6},
			compare.Scores{Entailment: .2, Neutral: .2, Contradiction: .6}},
		{compare.Scores{Entailment: .2, Neutral: 0, Contradiction: .8}, compare.Scores{Entailment: .1, Neutral: .7, Contradiction: .2},
			compare.Scores{Entailment: .5, Neutral: 0, Contradiction: .5}},
		{compare.Scores{Entailment: .08, Neutral: .02, Contradiction: .9}, compare.Scores{Neutral: .5, Contradiction: .5},
			compare.Scores{Entailment: .2, Neutral: .05, Contradiction: .75}},
		{compare.Scores{Neutral: 1}, compare.Scores{Neutral: 1}, compare.Scores{Neutral: 1}},
		{compare.Scores{Contradiction: 1}, compare.Scores{Contradiction: 1}, compare.Scores{Contradiction: 1}},
		{compare.Scores{Contradiction: 1}, compare.Scores{Neutral: 1}, compare.Scores{Contradiction: .5, Neutral: .5}},
		{compare.Scores{Entailment: 1}, compare.Scores{Contradiction: 1}, compare.Scores{Contradiction: .5, Entailment: .5}},
		{compare.Scores{Contradiction: 1}, compare.Scores{Neutral: .5, Contradiction: .5}, compare.Scores{Contradiction: 1}},
	} {
		got := combine(c.there, c.back)
		if math.Abs(got.Entailment-c.want.Entailment)+math.Abs(got.Neutral-c.want.Neutral)+math.Abs(got.Contradiction-c.want.Contradiction) > 1e-9 {
			t.Errorf("combine(%v, %v) = %v, want %v", c.there, c.back, got, c.want)
		}
		if other := combine(c.back, c.there); math.Abs(other.Contradiction-got.Contradiction) > 1e-9 {
			t.Errorf("combine(%v, %v): contradiction %v, the other way round %v", c.there, c.back, got.Contradiction, other.Contradiction)
		}
	}
}

func FuzzScores(f *testing.F) {
	m := toy(f)
	f.Add("The gate is open.", "The gate is shut.")
	f.Add("\xff", "İ\u0301 [SEP]")
	f.Fuzz(func(t *testing.T, a, b string) {
		in := Join(m.Encode(a), m.Encode(b))
		if n := len(in.IDs); n > MaxPieces || len(in.Sides) != n || len(in.Marks) != n || len(in.Met) != n {
			t.Fatalf("%d pieces, %d sides, %d marks, %d met", n, len(in.Sides), len(in.Marks), len(in.Met))
		}
		s := m.Both(m.Encode(a), m.Encode(b))
		if sum := s.Entailment + s.Neutral + s.Contradiction; !(math.Abs(sum-1) < 1e-6) {
			t.Fatalf("%+v", s)
		}
	})
}
