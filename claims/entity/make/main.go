// Command make writes data/things.txt of package entity: the nouns of the news that
// nobody can be and nothing that speaks, such as "silence", "use" and "duties".
//
//	CROSSCHECK_DATA=FOLDER go run ./claims/entity/make
//
// FOLDER holds data/lexicon/wordnet.tar.gz and data/corpus/allsides.jsonl.gz. It works in
// these steps:
//
//  1. the meanings of each word are read from Open English WordNet (wordnet.go);
//  2. a noun is kept whose first meaning is an act, a state, a feeling or the like, and
//     which means no person, group, place, communication or artifact;
//  3. what stands before "said" and "says" in the news all the same is left out
//     (news.go: "lawsuit", "poll"), and what data/things-not.txt names.
//
// The output is the same on every run.
package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/claims/word/wordnet"
)

const (
	folder = "claims/entity/data"
	out    = "things.txt"
	not    = "things-not.txt"
	made   = "claims/entity/make from " + wordnet.Credit + " and counts of the news"
)

func main() {
	if err := run(os.Getenv("CROSSCHECK_DATA")); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

func run(data string) error {
	if data == "" {
		return errors.New("no data; hint: set CROSSCHECK_DATA to the folder that holds data/lexicon and data/corpus")
	}
	exceptions, err := readWords(filepath.Join(folder, not))
	if err != nil {
		return fmt.Errorf("reading the exceptions: %w; hint: run it in the repository's root", err)
	}
	net, err := readWordNet(filepath.Join(data, "data", "lexicon", "wordnet.tar.gz"))
	if err != nil {
		return err
	}
	seen, err := readNews(filepath.Join(data, "data", "corpus", "allsides.jsonl.gz"))
	if err != nil {
		return err
	}
	var things []string
	for _, w := range slices.Sorted(maps.Keys(seen)) {
		if !exceptions[w] && !seen[w].speaks() && net.isThing(w) {
			things = append(things, w)
		}
	}
	return os.WriteFile(filepath.Join(folder, out), wordnet.List(made, "thing", things), 0o644)
}

// readWords are the words of a file, its comments left out.
func readWords(file string) (map[string]bool, error) {
	raw, err := os.ReadFile(file)
	words := map[string]bool{}
	for line := range strings.Lines(string(raw)) {
		if !strings.HasPrefix(line, "#") {
			for w := range strings.FieldsSeq(line) {
				words[w] = true
			}
		}
	}
	return words, err
}
