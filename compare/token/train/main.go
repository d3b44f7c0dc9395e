// Command train makes the vocabulary of package token: a WordPiece
// tokenizer.json from a gzipped JSONL file of articles (title, body).
//
//	go run ./compare/token/train -o compare/token/tokenizer.json CORPUS.jsonl.gz
//
// The steps:
//
//  1. the articles are folded and their words counted (count.go);
//  2. beginning with single characters, the most frequent pair of neighbouring
//     pieces becomes a piece, again and again (merge.go: byte-pair encoding,
//     Sennrich, Haddow and Birch 2016), until there are enough;
//  3. the pieces are written as the vocabulary of a WordPiece model (Schuster and
//     Nakajima 2012), which takes the longest piece that fits (write.go).
//
// The published trainers of WordPiece vocabularies do the same. Ties go to the
// pair that comes first in the alphabet, so the file is the same every time.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("o", "tokenizer.json", "write the tokenizer to `FILE`")
	size := flag.Int("size", 16000, "how many pieces")
	least := flag.Int("least", 3, "leave out words seen less often")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "train: which corpus?\nhint: train -o tokenizer.json CORPUS.jsonl.gz")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *out, *size, *least); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(corpus, out string, size, least int) error {
	counts, err := countFile(corpus)
	if err != nil {
		return err
	}
	return write(out, learn(counts, size-len(specials), least))
}
