// Command prepare makes the files that the cross-encoder is trained on, from the
// measuring data and the news corpus:
//
//		go run ./compare/trained/cross/training/prepare -o FOLDER -read PAIRS
//
//	 1. corpus.bin: the news in pieces, to read before anything else (news.go);
//	 2. counts.bin: how often each piece of the vocabulary stands near each
//	    (cooccur.go), for the vectors that this begins with;
//	 3. nli.jsonl: the pairs of the data sets that may be trained on or measured
//	    with, cut into pieces (nli.go), and the pairs of PAIRS, which people have
//	    read: compare/jury/fit writes it (read.go);
//	 4. news.jsonl: pairs of sentences of one article, and of two articles of one
//	    day on one topic, taken for neutral (neutral.go);
//	 5. made.jsonl: sentences of the news and what becomes of them when one word is
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
	"crosscheck/compare/trained/cross"
)

func main() {
	out := flag.String("o", "", "write into `FOLDER`")
	read := flag.String("read", "", "the `FILE` of pairs that people have read; without it there are none")
	flag.Parse()
	data := filepath.Join(os.Getenv("CROSSCHECK_DATA"), "data")
	if err := run(data, *out, *read); err != nil {
		fmt.Fprintf(os.Stderr, "prepare: %v\nhint: CROSSCHECK_DATA names the folder that holds data/corpus; -o names where to write\n", err)
		os.Exit(2)
	}
}

func run(data, out, read string) error {
	t, err := token.Default()
	if err != nil {
		return err
	}
	reader, err := cross.NewReader(t)
	if err != nil {
		return err
	}
	p := &preparer{tokens: t, reader: reader, data: data, out: out}
	if err := p.nli(read); err != nil {
		return err
	}
	articles, err := readCorpus(filepath.Join(data, "corpus", "allsides.jsonl.gz"))
	if err != nil {
		return err
	}
	if err := p.news(articles); err != nil {
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
	reader    *cross.Reader
	data, out string
}
