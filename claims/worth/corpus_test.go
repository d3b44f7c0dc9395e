package worth

import (
	"bufio"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/datatest"
	"crosscheck/claims/word"
)

//go:embed testdata/labels.tsv
var labelList string

// label is what a reader made of a sentence, blind to its score.
type label int

const (
	noClaim label = iota // opinion, prediction, question, colour, fragment, page furniture
	trivial              // evidence could settle it, but nobody would ask
	worthy               // a fact to check
)

// judged is a labelled sentence of the corpus.
type judged struct {
	set     string // "tune" or "test"
	article string
	at      claims.Span // in the body of the article
	label   label
	sum     string // FNV-1a of the sentence, in hexadecimal
	score   float64
}

// readLabels reads testdata/labels.tsv. Sentences that turned out not to be
// the outlet's own (label x) are left out.
func readLabels(t testing.TB) map[string][]*judged {
	t.Helper()
	out := map[string][]*judged{}
	for line := range strings.Lines(labelList) {
		var j judged
		var l string
		if strings.HasPrefix(line, "#") {
			continue
		}
		if _, err := fmt.Sscan(line, &j.set, &j.article, &j.at.Start, &j.at.End, &l, &j.sum); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if l == "x" {
			continue
		}
		j.label = label(l[0] - '0')
		if len(l) != 1 || j.label < noClaim || j.label > worthy || j.set != "tune" && j.set != "test" {
			t.Fatalf("%q: no such label or set", line)
		}
		out[j.article] = append(out[j.article], &j)
	}
	return out
}

// score scores the labelled sentences and returns them by set. It fails where
// the corpus does not hold them.
func score(t testing.TB) map[string][]*judged {
	labels := readLabels(t)
	out := map[string][]*judged{}
	for id, body := range bodies(t, labels) {
		for _, j := range labels[id] {
			if j.at.End > len(body) || hash(j.at.In(body)) != j.sum {
				t.Fatalf("article %s of the corpus is not the one that was labelled", id)
			}
			j.score = Score(word.Split(j.at.In(body), 0))
			out[j.set] = append(out[j.set], j)
		}
		delete(labels, id)
	}
	if len(labels) > 0 {
		t.Fatalf("%d labelled articles are not in the corpus", len(labels))
	}
	return out
}

// bodies reads the bodies of the wanted articles.
func bodies(t testing.TB, wanted map[string][]*judged) map[string]string {
	f, err := os.Open(datatest.Path(t, "data", "corpus", "allsides.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 32<<20)
	for lines.Scan() {
		// The ID is the first field: no need to parse the other 34,000 rows.
		if head := string(lines.Bytes()[:min(60, len(lines.Bytes()))]); wanted[between(head, `"id": "`, `"`)] == nil {
			continue
		}
		var r struct{ ID, Body string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out[r.ID] = r.Body
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// between is what stands in s between two marks, "" where they are absent.
func between(s, before, after string) string {
	_, rest, _ := strings.Cut(s, before)
	inner, _, _ := strings.Cut(rest, after)
	return inner
}

func hash(s string) string {
	h := fnv.New32a()
	h.Write([]byte(s))
	return fmt.Sprintf("%08x", h.Sum32())
}
