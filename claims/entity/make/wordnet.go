package main

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// The lexicographer files of WordNet that the meanings of nouns are sorted into, as the
// keys of the senses number them (lexnames(5WN)).
var (
	// lifeless are those of what is neither somebody nor to be seen: act, attribute,
	// cognition, event, feeling, motive, phenomenon, possession, process, state.
	lifeless = files("04 07 09 11 12 16 19 21 22 26")
	// voiced are those of what may speak or be read, or stand for those who do: the tops,
	// artifact, communication, group, location, person, quantity, relation.
	voiced = files("03 06 10 14 15 18 23 24")
)

func files(numbers string) map[string]bool {
	set := map[string]bool{}
	for n := range strings.FieldsSeq(numbers) {
		set[n] = true
	}
	return set
}

// wordNet has of each word the files of its meanings as a noun, in order, and how many
// meanings it has as a verb.
type wordNet struct {
	noun map[string][]string
	verb map[string]int
}

// readWordNet reads the words of a release. Its YAML files are of one shape, so they are
// read line by line.
func readWordNet(file string) (*wordNet, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening WordNet: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", file, err)
	}
	n := &wordNet{noun: map[string][]string{}, verb: map[string]int{}}
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", file, err)
		}
		if strings.HasPrefix(path.Base(h.Name), "entries-") {
			n.readEntries(t)
		}
	}
}

// readEntries reads words and the keys of their senses: "use%1:04:00::" is a noun (1) of
// file 04.
func (n *wordNet) readEntries(r io.Reader) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<22)
	word := ""
	for sc.Scan() {
		line := sc.Text()
		if !strings.HasPrefix(line, " ") {
			word = strings.ToLower(strings.Trim(strings.TrimSuffix(line, ":"), `'"`))
			continue
		}
		_, key, ok := strings.Cut(line, " id: ")
		_, key, cut := strings.Cut(key, "%")
		if !ok || !cut || len(key) < 4 {
			continue
		}
		switch key[0] {
		case '1':
			n.noun[word] = append(n.noun[word], key[2:4])
		case '2':
			n.verb[word]++
		}
	}
}

// isThing reports a noun that means nobody and nothing that speaks. What is a verb far
// rather than a noun ("get"), and a form in "ing", is left out: it ends a source that was
// read wrongly.
func (n *wordNet) isThing(w string) bool {
	first, verbs := "", 0
	nouns := 0
	for _, l := range singulars(w) {
		for _, f := range n.noun[l] {
			if voiced[f] {
				return false
			}
			if first == "" {
				first = f
			}
		}
		nouns += len(n.noun[l])
		verbs += n.verb[l]
	}
	return lifeless[first] && verbs <= 2*nouns && !strings.HasSuffix(w, "ing")
}

// singulars are a word and what it may be the plural of.
func singulars(w string) []string {
	all := []string{w}
	for _, end := range [][2]string{{"ies", "y"}, {"es", ""}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(w, end[0]); ok {
			all = append(all, stem+end[1])
		}
	}
	return all
}
