package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"crosscheck/compare/token"
)

// countFile counts the words of a gzipped JSONL file of articles.
func countFile(path string) (map[string]int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("opening %q: %w", path, err)
	}
	counts := map[string]int{}
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for row := 1; ; row++ {
		var a struct{ Title, Body string }
		if err := dec.Decode(&a); err == io.EOF {
			return counts, nil
		} else if err != nil {
			return nil, fmt.Errorf("row %d of %q: %w", row, path, err)
		}
		count(counts, a.Title)
		count(counts, a.Body)
	}
}

// count adds the words of a text.
func count(counts map[string]int, text string) {
	folded := token.Fold(text).Text
	for start, end := token.NextWord(folded, 0); start < end; start, end = token.NextWord(folded, end) {
		counts[folded[start:end]]++
	}
}
