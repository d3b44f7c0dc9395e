package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
)

// paper is an article of the news corpus.
type paper struct {
	ID, Outlet, Title, Date, URL, Body string
	line                               []byte
}

// held reports whether an article is for measuring: one in five, by its ID.
// No sentence of it is learned from.
func (p *paper) held() bool { return hash(p.ID)%5 == 0 }

// readPapers calls visit for every article of the corpus.
func readPapers(dir string, visit func(*paper)) error {
	path := filepath.Join(dir, "data", "corpus", "allsides.jsonl.gz")
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var p paper
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		p.line = append([]byte(nil), lines.Bytes()...)
		visit(&p)
	}
	return lines.Err()
}

// sentences are the sentences of a body.
func sentences(body string) []string {
	var out []string
	at := 0
	for line := range strings.Lines(body) {
		for _, s := range sentence.Split(body, claims.Span{Start: at, End: at + len(line)}) {
			if text := strings.TrimSpace(s.In(body)); text != "" {
				out = append(out, text)
			}
		}
		at += len(line)
	}
	return out
}

const (
	// leastOverlap is the share of long words that a pair of one article has in
	// common, as in the study that these figures are held against.
	leastOverlap = .22
	// perPaper is how many pairs an article gives at most.
	perPaper = 5
)

// withinPaper are pairs of sentences of one article with words in common. An
// article seldom contradicts itself: they are taken as neutral.
func withinPaper(p *paper) [][2]string {
	var texts []string
	var sets []map[string]bool
	for _, s := range sentences(p.Body) {
		if set := longWords(s); len(set) >= 5 && len(set) < 35 {
			texts, sets = append(texts, s), append(sets, set)
		}
	}
	var out [][2]string
	for i := range texts {
		for j := i + 1; j < len(texts); j++ {
			if texts[i] != texts[j] && overlap(sets[i], sets[j]) >= leastOverlap {
				out = append(out, [2]string{texts[i], texts[j]})
			}
		}
	}
	return drawn(out, perPaper)
}

// drawn are at most n of the pairs, by lot.
func drawn(pairs [][2]string, n int) [][2]string {
	if len(pairs) <= n {
		return pairs
	}
	var out [][2]string
	for k, p := range pairs {
		if hash(p[0]+p[1])%uint64(len(pairs)-k) < uint64(n-len(out)) {
			out = append(out, p)
		}
	}
	return out
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
