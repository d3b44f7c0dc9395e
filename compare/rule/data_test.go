package rule

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"math/rand"
	"os"
	"strings"
	"sync"
	"testing"

	"crosscheck/claims/datatest"
	"crosscheck/compare"
)

// row is a labelled pair of a public data set.
type row struct {
	Premise, Hypothesis, Label string
}

func readRows(t testing.TB, set string) []row {
	f, err := os.Open(datatest.Path(t, "data", "nli", set+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []row
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		var r row
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// goldPair is a pair of an annotated story.
type goldPair struct {
	A, B                            struct{ Article, Text string }
	Strength                        int
	Matter, Story, Reason, Relation string
}

// readGold returns the pairs of strength 2 and more, and the hard negatives.
func readGold(t testing.TB) (pairs, negatives []goldPair) {
	raw, err := os.ReadFile(datatest.Path(t, "data", "gold", "stories.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g struct{ Pairs, Negatives []goldPair }
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatal(err)
	}
	for _, p := range g.Pairs {
		if p.Strength >= 2 {
			pairs = append(pairs, p)
		}
	}
	return pairs, g.Negatives
}

func bare(a, b string) compare.Pair {
	return compare.Pair{A: compare.Statement{Text: a}, B: compare.Statement{Text: b}}
}

// shared is the judge of the tests: a new one has to learn its words.
var shared = sync.OnceValue(New)

func judge(t testing.TB, pairs []compare.Pair) []compare.Verdict {
	v, err := shared().Judge(context.Background(), pairs)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// articlePairs are n pairs of sentences from within one article of the news
// corpus that share a fifth of their words: taken to hold no contradictions.
func articlePairs(t testing.TB, n int, seed int64) []compare.Pair {
	f, err := os.Open(datatest.Path(t, "data", "corpus", "allsides.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	r := rand.New(rand.NewSource(seed))
	var out []compare.Pair
	for sc.Scan() && len(out) < n {
		var a struct{ Body string }
		if r.Intn(4) == 0 && json.Unmarshal(sc.Bytes(), &a) == nil {
			out = append(out, overlapping(a.Body, r)...)
		}
	}
	return out[:min(n, len(out))]
}

// leastOverlap is the share of common words from which on a pair is taken.
const leastOverlap = .22

// overlapping returns at most five pairs of sentences of body.
func overlapping(body string, r *rand.Rand) []compare.Pair {
	var texts []string
	var sets []map[string]bool
	for line := range strings.Lines(body) {
		for s := range strings.SplitAfterSeq(line, ". ") {
			s = strings.TrimSpace(s)
			if set := longWords(s); len(set) >= 5 && len(set) < 35 {
				texts, sets = append(texts, s), append(sets, set)
			}
		}
	}
	var out []compare.Pair
	for i := range texts {
		for j := i + 1; j < len(texts); j++ {
			if texts[i] != texts[j] && overlap(sets[i], sets[j]) >= leastOverlap {
				out = append(out, bare(texts[i], texts[j]))
			}
		}
	}
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out[:min(5, len(out))]
}

func longWords(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if len(w) > 3 {
			set[strings.Trim(w, `.,"“”`)] = true
		}
	}
	return set
}

func overlap(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}
