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

// sense is one meaning of a dictionary word.
type sense struct {
	lemma   string
	pos     byte // n, v, a (also for satellites) or r
	rank    int  // 0 for the first meaning of the word in this part of speech
	synset  string
	anti    []string // sense keys
	derived []string // sense keys
	list    string   // the key whose list is being read
}

// wordNet is the part of WordNet that the lexicon needs.
type wordNet struct {
	senses   map[string]*sense          // by sense key
	lemmas   map[string]map[byte]bool   // parts of speech of each word
	forms    map[string][]string        // irregular form -> words
	members  map[string][]string        // synset -> words
	hypernym map[string][]string        // synset -> broader synsets
	first    map[string]map[byte]string // word -> synset of its first meaning
}

// readWordNet reads the YAML files of a release packed as tar.gz. They are
// 46 MB and all of one shape, so the few keys that are needed are read line by
// line, a hundred times faster than a YAML parser would.
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
	n := &wordNet{
		senses: map[string]*sense{}, lemmas: map[string]map[byte]bool{}, forms: map[string][]string{},
		members: map[string][]string{}, hypernym: map[string][]string{}, first: map[string]map[byte]string{},
	}
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", file, err)
		}
		n.readFile(path.Base(h.Name), t)
	}
}

// readFile reads one file of the release, entries or synsets by its name.
func (n *wordNet) readFile(name string, r io.Reader) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<22)
	switch {
	case !strings.HasSuffix(name, ".yaml") || name == "frames.yaml":
	case strings.HasPrefix(name, "entries-"):
		n.readEntries(sc)
	default:
		n.readSynsets(sc)
	}
}

// readSynsets reads members and hypernyms.
func (n *wordNet) readSynsets(sc *bufio.Scanner) {
	id, key := "", ""
	for sc.Scan() {
		line := sc.Text()
		switch {
		case !strings.HasPrefix(line, " "):
			id = strings.TrimSuffix(line, ":")
		case strings.HasPrefix(line, "  - "):
			switch v := unquote(line[4:]); key {
			case "members":
				n.members[id] = append(n.members[id], strings.ToLower(v))
			case "hypernym":
				n.hypernym[id] = append(n.hypernym[id], v)
			}
		case len(line) > 2 && line[2] != ' ':
			key, _, _ = strings.Cut(line[2:], ":")
		}
	}
}

// readEntries reads words, their irregular forms and their senses.
func (n *wordNet) readEntries(sc *bufio.Scanner) {
	var lemma, key string
	var pos byte
	var cur *sense
	rank := 0
	for sc.Scan() {
		line := sc.Text()
		body := strings.TrimLeft(line, " ")
		switch indent := len(line) - len(body); {
		case indent == 0:
			lemma = strings.ToLower(unquote(strings.TrimSuffix(line, ":")))
		case indent == 2:
			pos, rank = body[0], 0
			n.addLemma(lemma, pos)
		case indent == 4 && !strings.HasPrefix(body, "- "):
			key, _, _ = strings.Cut(body, ":")
		case indent == 4 && key == "form":
			form := unquote(body[2:])
			n.forms[form] = append(n.forms[form], lemma)
		case indent >= 4 && key == "sense":
			if indent == 4 {
				cur = &sense{lemma: lemma, pos: pos, rank: rank}
				rank++
				body = body[2:]
			}
			n.readSense(cur, body)
		}
	}
}

// readSense reads one line of a sense.
func (n *wordNet) readSense(s *sense, body string) {
	if item, ok := strings.CutPrefix(body, "- "); ok {
		switch item = unquote(item); s.list {
		case "antonym":
			s.anti = append(s.anti, item)
		case "derivation":
			s.derived = append(s.derived, item)
		}
		return
	}
	key, value, _ := strings.Cut(body, ":")
	s.list = key
	switch value = unquote(strings.TrimSpace(value)); key {
	case "id":
		n.senses[value] = s
	case "synset":
		s.synset = value
		if n.first[s.lemma] == nil {
			n.first[s.lemma] = map[byte]string{}
		}
		if s.rank == 0 {
			n.first[s.lemma][s.pos] = value
		}
	}
}

func (n *wordNet) addLemma(lemma string, pos byte) {
	if n.lemmas[lemma] == nil {
		n.lemmas[lemma] = map[byte]bool{}
	}
	n.lemmas[lemma][pos] = true
}

// unquote takes YAML's quotation marks off.
func unquote(s string) string {
	if len(s) > 1 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return strings.Trim(s, `"`)
}
