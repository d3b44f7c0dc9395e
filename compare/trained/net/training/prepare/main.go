// Command prepare makes the files that the network is trained on, from the
// measuring data and the news corpus:
//
//		go run ./compare/trained/net/training/prepare -o FOLDER
//
//	 1. counts.bin: how often each piece of the vocabulary stands near each
//	    (cooccur.go), for the vectors that training begins with;
//	 2. nli.jsonl: the pairs of the data sets that may be trained on or measured
//	    with, cut into pieces (nli.go);
//	 3. news.jsonl: pairs of sentences of one article, and of two articles of one
//	    day on one topic, taken for neutral (neutral.go);
//	 4. made.jsonl: sentences of the news and what becomes of them when one word is
//	    changed (made.go).
//
// Everything is chosen by hashes of the text, so that the same data give the
// same files. CROSSCHECK_DATA names the folder that holds data/corpus.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"crosscheck/compare/token"
	"crosscheck/compare/trained/net"
)

func main() {
	out := flag.String("o", "", "write into `FOLDER`")
	flag.Parse()
	data := filepath.Join(os.Getenv("CROSSCHECK_DATA"), "data")
	if err := run(data, *out); err != nil {
		fmt.Fprintf(os.Stderr, "prepare: %v\nhint: CROSSCHECK_DATA names the folder that holds data/corpus; -o names where to write\n", err)
		os.Exit(2)
	}
}

func run(data, out string) error {
	t, err := token.Default()
	if err != nil {
		return err
	}
	reader, err := net.NewReader(t)
	if err != nil {
		return err
	}
	p := &preparer{tokens: t, reader: reader, data: data, out: out}
	own, err := os.ReadFile("compare/trained/net/training/pairs.txt")
	if err != nil {
		return fmt.Errorf("%w; hint: run it from the repository's root", err)
	}
	if err := p.own(string(own)); err != nil {
		return err
	}
	if err := p.nli(); err != nil {
		return err
	}
	articles, err := readCorpus(filepath.Join(data, "corpus", "allsides.jsonl.gz"))
	if err != nil {
		return err
	}
	if err := p.cooccur(articles); err != nil {
		return err
	}
	if err := p.neutral(articles); err != nil {
		return err
	}
	return p.made(articles)
}

// preparer knows where things are.
type preparer struct {
	tokens    *token.Tokenizer
	reader    *net.Reader
	data, out string
}
