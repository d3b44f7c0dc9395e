// Command make writes the data files of package lexicon from public sources.
//
//	CROSSCHECK_DATA=... go run ./compare/lexicon/make
//
// It works in these steps:
//
//  1. count in how many articles of the news corpus each word occurs and keep
//     the commonest (corpus.go);
//  2. read Open English WordNet (wordnet.go) and lead every kept word back to
//     its dictionary forms (forms.go);
//  3. collect antonyms, synonyms, derivations and broader words between the
//     dictionary forms, with the paraphrases of PPDB added (relations.go);
//  4. write words.txt, antonyms.txt and related.txt into data.
//
// The same sources give the same bytes. It never runs in a test.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// maxWords is how many word forms are kept: with 30,000, 97.9 % of the running
// words of the corpus are known and words.txt stays under half a megabyte.
const maxWords = 30000

func main() {
	out := flag.String("out", "compare/lexicon/data", "`folder` that the files are written to")
	flag.Parse()
	if err := run(os.Getenv("CROSSCHECK_DATA"), *out); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(2)
	}
}

// run makes all three files from the data sets below folder data.
func run(data, out string) error {
	if data == "" {
		return fmt.Errorf("CROSSCHECK_DATA is not set; hint: it names the folder that holds data/corpus and data/lexicon")
	}
	data = filepath.Join(data, "data")
	c, err := countWords(filepath.Join(data, "corpus", "allsides.jsonl.gz"))
	if err != nil {
		return err
	}
	words := commonest(c.in, maxWords)
	net, err := readWordNet(filepath.Join(data, "lexicon", "wordnet.tar.gz"))
	if err != nil {
		return err
	}
	forms := lemmatise(words, net)
	rel := relate(forms, c.in, net)
	if err := rel.addParaphrases(filepath.Join(data, "lexicon", "counterfitting", "ppdb_synonyms.txt"), forms); err != nil {
		return err
	}
	if err := writeWords(filepath.Join(out, "words.txt"), words, c, forms); err != nil {
		return err
	}
	if err := rel.writeAntonyms(filepath.Join(out, "antonyms.txt")); err != nil {
		return err
	}
	return rel.writeRelated(filepath.Join(out, "related.txt"))
}
