// Command make writes the list of words with a negative affix from Open English
// WordNet: an adjective, adverb or noun of quality that is another such word
// with "un", "in", "dis" or "non" before it or "less" behind a noun.
//
//	CROSSCHECK_DATA=FOLDER go run ./claims/certainty/make
//
// FOLDER holds data/lexicon/wordnet.tar.gz. lists/affixes-not.txt names words
// that only look like it. The output is the same on every run.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/claims/word/wordnet"
)

const (
	lists = "claims/certainty/lists"
	out   = "affixes.txt"
	not   = "affixes-not.txt"
	made  = "claims/certainty/make from " + wordnet.Credit
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	dir := os.Getenv("CROSSCHECK_DATA")
	if dir == "" {
		return errors.New("no data; hint: set CROSSCHECK_DATA to the folder that holds data/lexicon/wordnet.tar.gz")
	}
	words, err := readWordNet(filepath.Join(dir, "data", "lexicon", "wordnet.tar.gz"))
	if err != nil {
		return err
	}
	raw, err := os.ReadFile(filepath.Join(lists, not))
	if err != nil {
		return fmt.Errorf("reading the exceptions: %w; hint: run it in the repository's root", err)
	}
	for line := range strings.Lines(string(raw)) {
		if !strings.HasPrefix(line, "#") {
			for w := range strings.FieldsSeq(line) {
				delete(words, w)
			}
		}
	}
	return os.WriteFile(filepath.Join(lists, out), wordnet.List(made, "affix", negative(words)), 0o644)
}

// pos are the parts of speech of each word, as a string of n, v, a, r, s.
type pos map[string]string

// readWordNet reads the words of a release and their parts of speech, names and
// words of several parts left out.
func readWordNet(file string) (pos, error) {
	net, err := wordnet.ReadFile(file)
	if err != nil {
		return nil, err
	}
	words := pos{}
	for _, e := range net.Entries {
		if e.Word == strings.ToLower(e.Word) && !strings.Contains(e.Word, " ") {
			words[e.Word] += string(e.Part)
		}
	}
	return words, nil
}

func (p pos) is(word, kinds string) bool { return strings.ContainsAny(p[word], kinds) }

// negative lists the words with a negative affix, in order.
func negative(p pos) []string {
	var all []string
	for w := range p {
		if p.prefixed(w) || p.suffixed(w) {
			all = append(all, w)
		}
	}
	slices.Sort(all)
	return all
}

// prefixed reports a prefix before an adjective, an adverb, or a noun of
// quality.
func (p pos) prefixed(w string) bool {
	for _, pre := range []string{"un", "in", "im", "ir", "il", "dis", "non"} {
		stem, ok := strings.CutPrefix(w, pre)
		stem = strings.TrimPrefix(stem, "-")
		if !ok || len(stem) < 4 {
			continue
		}
		if p.is(w, "asr") && p.is(stem, "asr") && fits(pre, stem) {
			return true
		}
		if p[w] == "n" && p.is(stem, "n") && quality(w) && fits(pre, stem) {
			return true
		}
		if pre == "un" && p.is(w, "as") && strings.HasSuffix(stem, "ed") && p.verbal(stem) {
			return true // "untouched", whose stem is a form and no entry
		}
	}
	return false
}

// fits reports whether a prefix has the shape that goes with the stem: "im"
// before p, b and m, "ir" before r, "il" before l.
func fits(prefix, stem string) bool {
	switch prefix {
	case "im":
		return strings.ContainsRune("pbm", rune(stem[0]))
	case "ir":
		return stem[0] == 'r'
	case "il":
		return stem[0] == 'l'
	}
	return true
}

// verbal reports the past participle of a regular verb.
func (p pos) verbal(form string) bool {
	stem := strings.TrimSuffix(form, "ed")
	return p.is(stem, "v") || p.is(stem+"e", "v") || len(stem) > 2 && p.is(stem[:len(stem)-1], "v") || p.is(strings.TrimSuffix(stem, "i")+"y", "v")
}

// quality reports the endings of nouns made from adjectives.
func quality(w string) bool {
	for _, end := range []string{"ness", "ity", "ance", "ence", "ancy", "ency", "ation", "approval", "belief", "loyalty"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// suffixed reports "less" behind a noun or verb, and what is made from it.
func (p pos) suffixed(w string) bool {
	base := strings.TrimSuffix(strings.TrimSuffix(w, "ly"), "ness")
	stem, ok := strings.CutSuffix(base, "less")
	return ok && len(stem) > 2 && p.is(w, "asrn") && (p.is(stem, "nv") || p.is(strings.TrimSuffix(stem, "i")+"y", "nv"))
}
