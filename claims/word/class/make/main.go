// Command make finds the word classes that package class embeds.
//
//	go run ./claims/word/class/make > claims/word/class/classes.txt.gz
//
// The corpus is found through CROSSCHECK_DATA.
//
//  1. The articles become one stream of words and sentence boundaries
//     (corpus.go), of which the pairs of neighbours are counted (pair.go).
//  2. Each word in turn moves to the class in which it makes the classes of two
//     neighbours tell most of one another, until few move (exchange.go): the
//     exchange algorithm of Kneser and Ney 1993, with the counts of Martin,
//     Liermann and Ney 1998.
//  3. The two classes whose merger loses least of that are merged, again and
//     again, until one is left: the tree of Brown et al. 1992 (merge.go).
//  4. The classes are written with their paths in the tree (write.go).
//
// The same corpus gives the same file.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// settings are the choices that MODEL_CARD.md reports.
type settings struct {
	words, classes, passes int
}

func main() {
	var s settings
	flag.IntVar(&s.words, "words", 30_000, "how many of the most frequent words get a class")
	flag.IntVar(&s.classes, "classes", 320, "how many classes")
	flag.IntVar(&s.passes, "passes", 8, "how often every word may move, at most")
	flag.Parse()
	path := filepath.Join(os.Getenv("CROSSCHECK_DATA"), "data", "corpus", "allsides.jsonl.gz")
	if err := run(path, s, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintf(os.Stderr, "make: %v\nhint: CROSSCHECK_DATA names the folder that holds data/corpus\n", err)
		os.Exit(2)
	}
}

// run makes the classes of the gzipped JSONL file at path, writes them to out
// and tells log how it goes.
func run(path string, s settings, out, log io.Writer) error {
	c := newCorpus()
	if err := c.read(path); err != nil {
		return err
	}
	words, counts := c.rank(s.words)
	fmt.Fprintf(log, "%d tokens, %.4f of them among the %d words, the rarest of which occurs %d times\n",
		len(c.stream), c.covered(), len(words)-reserved, counts[len(counts)-1])
	p := countPairs(c.stream, len(words))
	c = nil // the stream is large
	x := newExchange(p, counts, s.classes)
	for pass := 1; pass <= s.passes; pass++ {
		moved := x.pass()
		fmt.Fprintf(log, "pass %d: %d words moved, %.6f bits of mutual information\n", pass, moved, x.information())
		if moved < len(words)/1000 {
			break
		}
	}
	return write(out, words, x.class, tree(x))
}
