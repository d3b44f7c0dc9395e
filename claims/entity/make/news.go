package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"crosscheck/claims/word"
)

// tally counts a word in small letters.
type tally struct {
	all    int
	before int // a verb of saying
}

// The fewest occurrences of a word that is listed, and from which share before a verb of
// saying on it speaks: "lawsuit" has 1.9 %, "investigation" 0.9, "decision" 0.1.
const (
	fewest     = 20
	mostBefore = 0.0015
	leastTimes = 3
)

// speaks reports a word that is too rare to tell, or that is said to say something.
func (t *tally) speaks() bool {
	return t.all < fewest || t.before >= leastTimes && float64(t.before) > mostBefore*float64(t.all)
}

// says are the verbs that are counted.
var says = map[string]bool{
	"said": true, "says": true, "told": true, "argued": true, "argues": true, "added": true, "noted": true, "warned": true, "wrote": true,
	"thinks": true, "believes": true, "claimed": true, "insisted": true,
}

// readNews counts the words of the gzipped JSONL file of articles at path.
func readNews(path string) (map[string]*tally, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the news: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, err)
	}
	seen := map[string]*tally{}
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for row := 1; ; row++ {
		var a struct{ Body string }
		if err := dec.Decode(&a); err == io.EOF {
			return seen, nil
		} else if err != nil {
			return nil, fmt.Errorf("row %d of %q: %w", row, path, err)
		}
		count(seen, word.Split(a.Body, 0))
	}
}

func count(seen map[string]*tally, words []word.Word) {
	for i, w := range words {
		if w.Capital || w.Punct || len(w.Norm) < 3 || !letters(w.Norm) {
			continue
		}
		t := seen[w.Norm]
		if t == nil {
			t = &tally{}
			seen[w.Norm] = t
		}
		t.all++
		if i+1 < len(words) && says[words[i+1].Norm] {
			t.before++
		}
	}
}

func letters(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}
