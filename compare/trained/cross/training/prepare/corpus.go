package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
)

// article is an article of the corpus.
type article struct {
	ID, Title, Date, Topic, Body string
	Sentences                    []string `json:"-"` // those of middling length
}

// Sentences that are taken have so many words: shorter ones are captions and
// bylines, longer ones run over what the network reads.
const (
	minWords = 6
	maxWords = 40
)

// readCorpus reads the gzipped JSONL file of articles.
func readCorpus(path string) ([]article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("opening %q: %w", path, err)
	}
	var out []article
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for {
		var a article
		if err := dec.Decode(&a); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("row %d of %q: %w", len(out)+1, path, err)
		}
		a.Sentences = a.sentences()
		out = append(out, a)
	}
}

// sentences are the sentences of the body, paragraph by paragraph.
func (a article) sentences() []string {
	var out []string
	for par := range strings.SplitSeq(a.Body, "\n") {
		for _, s := range sentence.Split(par, claims.Span{End: len(par)}) {
			text := strings.TrimSpace(s.In(par))
			if n := strings.Count(text, " ") + 1; n >= minWords && n <= maxWords && strings.ContainsAny(text[len(text)-1:], ".!?\"") {
				out = append(out, text)
			}
		}
	}
	return out
}
