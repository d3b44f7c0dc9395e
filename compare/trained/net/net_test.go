package net

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"sync"
	"testing"

	"crosscheck/compare"
	"crosscheck/compare/token"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	model, err := Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	// Each statement is encoded once, and then meets any number of others.
	said := model.Encode("The harbour was closed on Monday.")
	for _, other := range []string{"The harbour was not closed on Monday.", "Ferry fares will rise in spring."} {
		s := model.Scores(said, model.Encode(other))
		fmt.Printf("%t %s\n", s.Contradiction > .5, other)
	}
	// Output:
	// true The harbour was not closed on Monday.
	// false Ferry fares will rise in spring.
}

func model(t testing.TB) *Model {
	t.Helper()
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// agreed are pairs of our own, with the log-probabilities that torch worked out
// (training/export.py).
func agreed(t testing.TB) (out []agreement) {
	t.Helper()
	data, err := os.ReadFile("testdata/agree.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		var a agreement
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

type agreement struct {
	A, B string
	Logp [labels]float64
}

// TestAgreesWithTorch wants what the training program says, to a thousandth.
func TestAgreesWithTorch(t *testing.T) {
	m := model(t)
	all := agreed(t)
	if len(all) < 10 {
		t.Fatalf("%d pairs recorded", len(all))
	}
	for _, want := range all {
		s := m.Scores(m.Encode(want.A), m.Encode(want.B))
		got := [labels]float64{math.Log(s.Entailment), math.Log(s.Neutral), math.Log(s.Contradiction)}
		for i := range got {
			if math.Abs(got[i]-want.Logp[i]) > 1e-3 {
				t.Errorf("%q, %q: log-probabilities %.4f, torch says %.4f", want.A, want.B, got, want.Logp)
				break
			}
		}
	}
}

// TestScores wants probabilities, the same in any order of asking and from any
// goroutine.
func TestScores(t *testing.T) {
	m, all := model(t), agreed(t)
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

// TestNothingToRead wants no opinion on what cannot be read.
func TestNothingToRead(t *testing.T) {
	m := model(t)
	some := m.Encode("The mayor resigned.")
	for _, text := range []string{"", " \t", "\xff\xfe", "Привет", "\u200b"} {
		e := m.Encode(text)
		for _, got := range []compare.Scores{m.Scores(e, some), m.Scores(some, e), m.Scores(e, e), m.Scores(&Encoding{}, some)} {
			if want := (compare.Scores{Neutral: 1}); got != want {
				t.Errorf("%q: %+v", text, got)
			}
		}
	}
}

// TestLong wants a statement read as far as MaxPieces, and no further.
func TestLong(t *testing.T) {
	m := model(t)
	head := strings.Repeat("the ", MaxPieces)
	a, b := m.Encode(head), m.Encode(head+"mayor denied it")
	if a.Len() != MaxPieces || b.Len() != MaxPieces {
		t.Fatalf("%d and %d pieces", a.Len(), b.Len())
	}
	other := m.Encode("The mayor resigned.")
	if x, y := m.Scores(a, other), m.Scores(b, other); x != y {
		t.Errorf("what is beyond counts: %+v, %+v", x, y)
	}
}

func TestRead(t *testing.T) {
	tok, err := token.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(tok)
	if err != nil {
		t.Fatal(err)
	}
	const text = "NATO's Qwxz hasn’t 12 “Énormes” tanks: NO tank at all"
	want := map[string]uint8{"NATO": markCapital | markUpper, "s": 0, "hasn": 0, "t": markDenies, "12": markDigit, "tanks": 0,
		"Qwxz": markCapital, "Énormes": markCapital, "NO": markCapital | markUpper | markDenies, "at": 0}
	in, err := r.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	pieces, _ := tok.Encode(text, MaxPieces)
	for i, p := range pieces {
		for word, marks := range want {
			if p.Inner {
				marks |= markInner
			}
			if from := strings.Index(text, word); from <= p.Span.Start && p.Span.End <= from+len(word) && len(word) > 1 && in.Marks[i] != marks {
				t.Errorf("%q, of %s: marks %b, want %b", p.Span.In(text), word, in.Marks[i], marks)
			}
		}
	}
	if at := strings.Index(text, "t 12"); !marked(in, pieces, at, markDenies) || marked(in, pieces, strings.Index(text, "s Q"), markDenies) {
		t.Errorf("marks %b", in.Marks)
	}
}

// marked reports whether the piece at the place has the mark.
func marked(in Input, pieces []token.Piece, at int, mark uint8) bool {
	for i, p := range pieces {
		if p.Span.Start == at {
			return in.Marks[i]&mark != 0
		}
	}
	return false
}

func TestOtherVocabulary(t *testing.T) {
	other, err := token.Load(strings.NewReader(`{"model": {"type": "WordPiece", "unk_token": "u", "continuing_subword_prefix": "##", "vocab": {"u": 0, "n": 1, "##o": 2}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewReader(other); err == nil || !strings.Contains(err.Error(), `"no" in 2 pieces`) {
		t.Errorf("error %v", err)
	}
}

// TestApply compares the unrolled loops with the plain ones.
func TestApply(t *testing.T) {
	for _, c := range []struct{ in, out, rows, step int }{{7, 9, 5, 7}, {6, 4, 4, 2}, {5, 3, 1, 5}, {8, 8, 2, 8}, {3, 1, 3, 3}, {4, 5, 0, 4}} {
		l := layer{in: c.in, out: c.out, weights: make([]float32, c.in*c.out), bias: make([]float32, c.out)}
		for i := range l.weights {
			l.weights[i] = float32(i%11) - 5
		}
		for i := range l.bias {
			l.bias[i] = float32(i)
		}
		x := make([]float32, c.step*c.rows+c.in)
		for i := range x {
			x[i] = float32(i%7) - 3
		}
		got, want := make([]float32, c.rows*c.out), make([]float32, c.rows*c.out)
		l.apply(got, x, c.rows, c.step)
		for r := range c.rows {
			for o := range c.out {
				sum := l.bias[o]
				for i := range c.in {
					sum += l.weights[o*c.in+i] * x[r*c.step+i]
				}
				want[r*c.out+o] = sum
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c, diff)
		}
	}
}

func TestExp(t *testing.T) {
	for x := -80.0; x <= 80; x += .0371 {
		want := math.Exp(float64(float32(x)))
		if got := float64(exp(float32(x))); math.Abs(got/want-1) > 3e-7 {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	if exp(-1000) != exp(-80) || exp(0) != 1 {
		t.Errorf("exp(-1000) = %v, exp(0) = %v", exp(-1000), exp(0))
	}
}

// TestReadWeights wants an error of every file that is not whole.
func TestReadWeights(t *testing.T) {
	tok, err := token.Default()
	if err != nil {
		t.Fatal(err)
	}
	other, err := token.Load(strings.NewReader(`{"model": {"type": "WordPiece", "unk_token": "u", "continuing_subword_prefix": "##", "vocab": {"u": 0}}}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, file string
		tokens     *token.Tokenizer
		want       string
	}{
		{"empty", "", tok, "not a weights file"},
		{"other", "something else altogether", tok, "not a weights file"},
		{"only the head", magic, tok, "made for a vocabulary of 0"},
		{"cut short", string(packed[:len(packed)-1]), tok, "length is wrong"},
		{"cut in the middle", string(packed[:len(packed)/2]), tok, "length is wrong"},
		{"too long", string(packed) + "x", tok, "length is wrong"},
		{"other vocabulary", string(packed), other, "hint: train it anew"},
	} {
		if _, err := Read(strings.NewReader(c.file), c.tokens); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
	if n := len(packed); n > 4<<20 {
		t.Errorf("the weights take %d bytes", n)
	}
}

// TestScoresAllocate wants no garbage of a pair. It holds its scratch itself,
// since the race detector has a sync.Pool lose things at random.
func TestScoresAllocate(t *testing.T) {
	m := model(t)
	a, b := m.Encode("The mayor resigned on Monday."), m.Encode("The mayor stays.")
	s := scratches.Get().(*scratch)
	if n := testing.AllocsPerRun(50, func() { m.logits(s, a, b) }); n > 0 {
		t.Errorf("%v allocations a pair", n)
	}
}

// Two sentences of the news' length.
const (
	longA = "The port authority said on Tuesday that the harbour's northern basin would be closed to cargo ships until the spring, because of repairs to its sea wall."
	longB = "Cargo ships will not be kept out of the northern basin, a spokesman for the shipping companies said, since the repairs have been put off for another year."
)

func BenchmarkEncode(b *testing.B) {
	m := model(b)
	for b.Loop() {
		m.Encode(longA)
	}
}

func BenchmarkScores(b *testing.B) {
	m := model(b)
	x, y := m.Encode(longA), m.Encode(longB)
	b.ReportAllocs()
	for b.Loop() {
		m.Scores(x, y)
	}
	b.ReportMetric(float64(x.Len()), "pieces")
}

func FuzzScores(f *testing.F) {
	m := model(f)
	f.Add(longA, longB)
	f.Add("\xff", "İ\u0301 [SEP]")
	f.Fuzz(func(t *testing.T, a, b string) {
		s := m.Scores(m.Encode(a), m.Encode(b))
		if sum := s.Entailment + s.Neutral + s.Contradiction; !(math.Abs(sum-1) < 1e-6) {
			t.Fatalf("%+v", s)
		}
	})
}
