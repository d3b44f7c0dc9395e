// Command make writes the words of praise and blame of package rule,
// data/appraisal.txt, from two public lists of opinion words.
//
//	CROSSCHECK_DATA=... go run ./compare/rule/make
//
// A word is kept
//
//  1. where Hu and Liu's list and VADER agree on its side, and VADER's raters
//     were of one mind (leastValence);
//  2. where it is an adjective or adverb in Open English WordNet, in its own
//     form, and not a noun and a verb besides: "attack" and "debt" are what news
//     is about, not what somebody thinks of it (wordnet.go);
//  3. where the news has it (mostIDF) and left-out.txt does not.
//
// The same sources give the same bytes. It never runs in a test.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"crosscheck/compare/lexicon"
)

const (
	// leastValence is the mean of VADER's ten raters from which on a word is
	// taken, on their scale from -4 to 4.
	leastValence = 1.2
	// mostIDF is that of a word found in 20 of the 34,228 articles counted.
	mostIDF = 7.4
)

func main() {
	out := flag.String("out", "compare/rule/data/appraisal.txt", "the `file` to write")
	drop := flag.String("without", "compare/rule/make/left-out.txt", "the `file` of words to leave out")
	flag.Parse()
	if err := run(os.Getenv("CROSSCHECK_DATA"), *drop, *out); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(2)
	}
}

// run makes the file from the lists below folder data.
func run(data, drop, out string) error {
	if data == "" {
		return fmt.Errorf("CROSSCHECK_DATA is not set; hint: it names the folder that holds data/lexicon")
	}
	folder := filepath.Join(data, "data", "lexicon")
	valence, err := readValence(filepath.Join(folder, "vader", "vader_lexicon", "vader_lexicon.txt"))
	if err != nil {
		return err
	}
	left, err := readWords(drop)
	if err != nil {
		return err
	}
	qualities, err := readQualities(filepath.Join(folder, "wordnet.tar.gz"))
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("# Words of praise (+) and of blame (-), made by compare/rule/make: see README.md.\n")
	for _, side := range []struct {
		file, sign string
		by         float64
	}{{"positive-words.txt", "+", 1}, {"negative-words.txt", "-", -1}} {
		words, err := readWords(filepath.Join(folder, "opinion", "opinion_lexicon", side.file))
		if err != nil {
			return err
		}
		var kept []string
		for w := range words {
			if valence[w]*side.by >= leastValence && qualities[w] && !left[w] && inNews(w) {
				kept = append(kept, "="+w)
			}
		}
		slices.Sort(kept)
		fmt.Fprintf(&b, "appraisal %s %s\n", side.sign, strings.Join(kept, ", "))
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// inNews reports whether the news has a word, and has it as a word of its own:
// not as a name, nor as a form of another.
func inNews(w string) bool {
	lex := lexicon.Default()
	e := lex.Look(w)
	return !e.Name && e.IDF <= mostIDF && slices.ContainsFunc(e.Lemmas, func(id lexicon.ID) bool { return lex.Name(id) == w })
}

// readWords reads a list of one word a line; ";" begins a remark.
func readWords(file string) (map[string]bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening a word list: %w", err)
	}
	defer f.Close()
	words := map[string]bool{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if w := strings.TrimSpace(sc.Text()); w != "" && w[0] != ';' {
			words[w] = true
		}
	}
	return words, sc.Err()
}

// readValence reads VADER's list: a word, the mean of its ratings, and more,
// between tabs.
func readValence(file string) (map[string]float64, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening VADER: %w", err)
	}
	defer f.Close()
	mean := map[string]float64{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		part := strings.Split(sc.Text(), "\t")
		if len(part) < 2 {
			continue
		}
		if v, err := strconv.ParseFloat(strings.TrimSpace(part[1]), 64); err == nil {
			mean[part[0]] = v
		}
	}
	return mean, sc.Err()
}
