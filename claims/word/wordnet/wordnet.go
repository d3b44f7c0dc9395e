// Package wordnet reads a release of Open English WordNet (McCrae et al. 2019,
// <https://en-word.net>) for the programs that make word lists from it.
//
//  1. [ReadFile] opens the release, its YAML files packed as tar.gz, and [Read]
//     goes through the files in it;
//  2. the files named "entries-" are read into one [Entry] for each word and
//     part of speech (entry.go), those of the lexicographers, "noun.act.yaml"
//     and the like, into one [Synset] for each meaning (synset.go);
//  3. [List] writes words that were chosen from it as a list that
//     [crosscheck/claims/word.Listed] reads, with the credit that the licence
//     asks for (list.go).
//
// It keeps what words are, how they are inflected and which mean the same, the
// opposite or something broader. Definitions, examples, pronunciation and the
// frames of verbs it passes over. Nor is it a reader of YAML: the 46 MB of a
// release are all of one shape, so the few keys that are needed are read line by
// line, a hundred times faster than a YAML parser would. The program itself has
// no WordNet in it: only the makers of its data use this package.
package wordnet

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

// Net is what is kept of a release.
type Net struct {
	Entries []Entry  // in the order of the archive and its files
	Synsets []Synset // likewise
}

// hint says what a file should have been that is no release.
const hint = "hint: it should be the YAML files of a release of Open English WordNet, packed as tar.gz"

// ReadFile reads a release from the tar.gz file at name. Its errors name the
// file and, where the fault lies in one, the file in the archive and the line.
func ReadFile(name string) (*Net, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("opening WordNet: %w", err)
	}
	defer f.Close()
	n, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("reading WordNet %q: %w", name, err)
	}
	return n, nil
}

// Read reads a release packed as tar.gz. A release without entries, and a line
// that stands under no entry or synset, are errors.
func Read(r io.Reader) (*Net, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w; %s", err, hint)
	}
	n, last := &Net{}, "the beginning"
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF) && len(n.Entries) == 0:
			return nil, errors.New("no file entries-*.yaml has a word; " + hint)
		case errors.Is(err, io.EOF):
			return n, nil
		case err != nil:
			return nil, fmt.Errorf("after %s: %w; %s", last, err, hint)
		}
		if err := n.add(h.Name, t); err != nil {
			return nil, fmt.Errorf("%s: %w", h.Name, err)
		}
		last = h.Name
	}
}

// add reads one file of the archive, if it is one that is needed.
func (n *Net) add(name string, r io.Reader) error {
	base := path.Base(name)
	kind, _, _ := strings.Cut(base, ".")
	switch {
	case path.Ext(base) != ".yaml":
		return nil
	case strings.HasPrefix(base, "entries-"):
		e := entries{all: n.Entries}
		err := eachLine(r, e.line)
		n.Entries = e.all
		return err
	case kind == "noun" || kind == "verb" || kind == "adj" || kind == "adv":
		s := synsets{all: n.Synsets}
		err := eachLine(r, s.line)
		n.Synsets = s.all
		return err
	}
	return nil
}

// eachLine hands over the lines of a file that are not empty, without their
// indentation, of which it tells the spaces. Errors tell the line, from 1.
func eachLine(r io.Reader, take func(indent int, body string) error) error {
	sc := bufio.NewScanner(r)
	at := 1
	for ; sc.Scan(); at++ {
		body := strings.TrimLeft(sc.Text(), " ")
		if body == "" {
			continue
		}
		if err := take(len(sc.Text())-len(body), body); err != nil {
			return fmt.Errorf("line %d: %w", at, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("line %d: %w", at, err)
	}
	return nil
}

// unquote takes YAML's quotation marks off.
func unquote(s string) string {
	if len(s) > 1 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return strings.Trim(s, `"`)
}
