package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// kinds are the words of a small language, whose sentences are "the baker saw a
// river.": their places are told apart by nothing but their neighbours.
var kinds = [][]string{{"the", "a", "every"}, {"baker", "river", "stone", "cloud"}, {"saw", "met", "left"}}

// small is a corpus of n sentences of the small language.
func small(n int) *corpus {
	rng := rand.New(rand.NewPCG(1, 2))
	c := newCorpus()
	for range n {
		var b strings.Builder
		for _, kind := range []int{0, 1, 2, 0, 1} {
			b.WriteString(kinds[kind][rng.IntN(len(kinds[kind]))] + " ")
		}
		c.paragraph(strings.TrimSpace(b.String()) + ".")
	}
	return c
}

// divided is the small corpus with its words in classes.
func divided(classes, passes int) ([]string, *exchange) {
	c := small(2000)
	words, counts := c.rank(100)
	x := newExchange(countPairs(c.stream, len(words)), counts, classes)
	for range passes {
		x.pass()
	}
	return words, x
}

// TestExchange wants no class with words of two kinds. (With as many classes as
// kinds, moving one word at a time may end in a division that is not the best.)
func TestExchange(t *testing.T) {
	words, x := divided(6, 5)
	kind := map[string]int{}
	for k, list := range kinds {
		for _, w := range list {
			kind[w] = k + 1
		}
	}
	first := map[int32]string{}
	for w := reserved; w < len(words); w++ {
		g := x.class[w]
		if first[g] == "" {
			first[g] = words[w]
		}
		if kind[words[w]] != kind[first[g]] {
			t.Errorf("%q is in the class of %q", words[w], first[g])
		}
	}
	if len(words) != reserved+11 || len(first) > 6 {
		t.Errorf("%d words in %d classes", len(words)-reserved, len(first))
	}
}

// TestCounts compares the counts that the exchange has mended at every move
// with a count of the stream.
func TestCounts(t *testing.T) {
	_, x := divided(3, 2)
	next, before, size := make([]int, x.k*x.k), make([]int, x.k*x.k), make([]int, x.k)
	for w, list := range x.pairs.next {
		size[x.class[w]] += x.counts[w]
		for _, n := range list {
			g, h := int(x.class[w]), int(x.class[n.word])
			next[g*x.k+h] += int(n.count)
			before[h*x.k+g] += int(n.count)
		}
	}
	if !slices.Equal(next, x.next) || !slices.Equal(before, x.before) || !slices.Equal(size, x.size) {
		t.Errorf("counts differ:\n%v %v\n%v %v\n%v %v", next, x.next, before, x.before, size, x.size)
	}
}

// TestPassGains wants every pass to leave more information, and what a move is
// said to gain to be what it gains.
func TestPassGains(t *testing.T) {
	_, x := divided(3, 0)
	last := x.information()
	for x.pass() > 0 {
		now := x.information()
		if now <= last {
			t.Fatalf("a pass took the information from %f to %f", last, now)
		}
		last = now
	}
	x.gather(reserved)
	g, h := int(x.class[reserved]), reserved+1
	x.shift(reserved, g, -1)
	loss := (x.gain(reserved, g) - x.gain(reserved, h)) / math.Ln2 / float64(x.total)
	x.shift(reserved, h, +1)
	if math.Abs(last-x.information()-loss) > 1e-9 {
		t.Errorf("a move away loses %g bits, said to lose %g", last-x.information(), loss)
	}
}

// TestMerge compares the mended losses with fresh ones, and those with what a
// merger does to the information.
func TestMerge(t *testing.T) {
	_, x := divided(9, 0)
	m := newMerger(x)
	for range 4 {
		a, b := m.cheapest()
		loss, was := m.loss[a*x.k+b]/math.Ln2/float64(x.total), x.information()
		m.merge(a, b)
		if got := was - x.information(); math.Abs(got-loss) > 1e-9 {
			t.Errorf("merging %d and %d loses %g bits, said to lose %g", a, b, got, loss)
		}
		m.each(func(a, b int) {
			if fresh := m.whole(a, b); math.Abs(fresh-m.loss[a*x.k+b]) > 1e-6 {
				t.Errorf("loss of %d and %d: %g, mended %g", a, b, fresh, m.loss[a*x.k+b])
			}
		})
	}
}

func TestSentence(t *testing.T) {
	c := newCorpus()
	c.paragraph("Mr. Zorn paid $1,200. He left.")
	var got []string
	for _, id := range c.stream {
		got = append(got, c.words[id])
	}
	want := []string{"", "mr", "zorn", "paid", "$", "0,000", ".", "", "he", "left", ".", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stream: -want +got\n%s", diff)
	}
}

func TestRank(t *testing.T) {
	c := newCorpus()
	c.paragraph("b a b c " + strings.Repeat("x", 40))
	words, counts := c.rank(2)
	if diff := cmp.Diff([]string{"", "", "b", "a"}, words); diff != "" {
		t.Errorf("words: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]int{2, 2, 2, 1}, counts); diff != "" {
		t.Errorf("counts: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]int32{boundary, 2, 3, 2, rare, rare, boundary}, c.stream); diff != "" {
		t.Errorf("stream: -want +got\n%s", diff)
	}
}

// TestRun makes a file twice and wants it the same.
func TestRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "corpus.jsonl.gz")
	var file bytes.Buffer
	z := gzip.NewWriter(&file)
	row, _ := json.Marshal(map[string]string{"body": "The baker left. A cloud left.\nThe cloud met a baker."})
	fmt.Fprintf(z, "%s\n%s\n", row, row)
	z.Close()
	if err := os.WriteFile(path, file.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	var made [2]bytes.Buffer
	for i := range made {
		if err := run(path, settings{words: 5, classes: 3, passes: 3}, &made[i], io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(made[0].Bytes(), made[1].Bytes()) {
		t.Error("two runs differ")
	}
	unzipped, err := gzip.NewReader(&made[0])
	if err != nil {
		t.Fatal(err)
	}
	text, _ := io.ReadAll(unzipped)
	if words := strings.Fields(string(text)); len(words) != 5+3 {
		t.Errorf("%q, want 5 words and 3 paths", words)
	}
	if err := run(path+"x", settings{}, io.Discard, io.Discard); err == nil {
		t.Error("no error for a corpus that is not there")
	}
}

func TestEmpty(t *testing.T) {
	c := newCorpus()
	words, counts := c.rank(10)
	x := newExchange(countPairs(c.stream, len(words)), counts, 5)
	if x.pass() != 0 || tree(x) != nil {
		t.Error("classes of no words")
	}
}
