// Command count makes the background frequencies that package topic embeds:
// in how many paragraphs of the news corpus each stem occurs.
//
//	go run ./compare/term/count > compare/term/stems.txt
//
// The corpus is found through CROSSCHECK_DATA. The first line holds the number
// of paragraphs, each further line a stem and its count, most frequent first.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/claims/word"
	"crosscheck/compare/vector"
)

// least is the smallest count that is written: rarer stems are taken for new
// words anyway, and mostly are misspellings.
const least = 25

func main() {
	path := filepath.Join(os.Getenv("CROSSCHECK_DATA"), "data", "corpus", "allsides.jsonl.gz")
	if err := run(path, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "count: %v\nhint: CROSSCHECK_DATA names the folder that holds data/corpus\n", err)
		os.Exit(2)
	}
}

// run counts the gzipped JSONL file at path and writes the counts to out.
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
	c := counter{df: map[string]int{}, seen: map[string]int{}, stems: map[string]string{}}
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for row := 1; ; row++ {
		var a struct{ Body string }
		if err := dec.Decode(&a); err == io.EOF {
			return c.write(out)
		} else if err != nil {
			return fmt.Errorf("row %d of %q: %w", row, path, err)
		}
		for paragraph := range strings.SplitSeq(a.Body, "\n") {
			c.add(paragraph)
		}
	}
}

// counter counts in how many paragraphs each stem occurs.
type counter struct {
	paragraphs int
	df         map[string]int
	seen       map[string]int    // stem -> the paragraph that counted it last
	stems      map[string]string // word -> stem
}

func (c *counter) add(paragraph string) {
	words := vector.Words(paragraph)
	if len(words) == 0 {
		return
	}
	c.paragraphs++
	for _, w := range words {
		stem, ok := c.stems[w]
		if !ok {
			stem = word.Stem(w)
			c.stems[w] = stem
		}
		if c.seen[stem] != c.paragraphs {
			c.seen[stem] = c.paragraphs
			c.df[stem]++
		}
	}
}

func (c *counter) write(out io.Writer) error {
	var stems []string
	for s, n := range c.df {
		if n >= least {
			stems = append(stems, s)
		}
	}
	slices.SortFunc(stems, func(a, b string) int {
		return cmp.Or(cmp.Compare(c.df[b], c.df[a]), cmp.Compare(a, b))
	})
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, c.paragraphs)
	for _, s := range stems {
		fmt.Fprintln(w, s, c.df[s])
	}
	return w.Flush()
}
