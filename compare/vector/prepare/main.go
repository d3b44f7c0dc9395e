// Command prepare turns the news corpus into the text that the word vectors
// are trained on: one line an article, its words as [vector.Words] cuts them,
// with one space between.
//
//	go run ./compare/vector/prepare > news.txt
//
// The corpus is found through CROSSCHECK_DATA. MODEL_CARD.md says what follows.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"crosscheck/compare/vector"
)

func main() {
	path := filepath.Join(os.Getenv("CROSSCHECK_DATA"), "data", "corpus", "allsides.jsonl.gz")
	if err := run(path, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "prepare: %v\nhint: CROSSCHECK_DATA names the folder that holds data/corpus\n", err)
		os.Exit(2)
	}
}

// run writes the words of every article in the gzipped JSONL file at path.
func run(path string, out io.Writer) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("opening %q: %w", path, err)
	}
	w := bufio.NewWriterSize(out, 1<<20)
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for row := 1; ; row++ {
		var a struct{ Title, Body string }
		if err := dec.Decode(&a); err == io.EOF {
			return w.Flush()
		} else if err != nil {
			return fmt.Errorf("row %d of %q: %w", row, path, err)
		}
		line := strings.Join(vector.Words(a.Title+"\n"+a.Body), " ")
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
}
