package main

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// The kinds of relation, as written into related.txt.
const (
	synonym    = "s" // share a meaning in WordNet
	derivation = "d" // one is made from the other
	broader    = "h" // the second names the first's kind
	paraphrase = "p" // PPDB
)

const (
	// maxRank is how many meanings of a word are looked at: synonyms in rarer
	// meanings ("hold" ~ "book") mislead more often than they help.
	maxRank = 2
	// maxAntonymRank is wider, because antonyms are few and read in context.
	maxAntonymRank = 7
	// maxDepth is how far up broader nouns are followed; verbs, one step.
	maxDepth = 2
	// tooBroad is the number of articles above which a broader word says
	// nothing ("thing", "group").
	tooBroad = 14000
)

// relations holds the pairs, each direction once.
type relations struct {
	anti map[[2]string]bool
	rel  map[string]map[string]string // word -> word -> kinds
}

// relate collects the relations between the dictionary forms of the kept words.
func relate(forms map[string][]string, freq map[string]int, net *wordNet) *relations {
	known := map[string]bool{}
	for _, fs := range forms {
		for _, f := range fs {
			known[f] = true
		}
	}
	r := &relations{anti: map[[2]string]bool{}, rel: map[string]map[string]string{}}
	for _, key := range slices.Sorted(maps.Keys(net.senses)) {
		s := net.senses[key]
		if !known[s.lemma] {
			continue
		}
		r.addAntonyms(s, known, net)
		for _, d := range s.Derived {
			if t := net.senses[d]; t != nil && known[t.lemma] {
				r.add(s.lemma, t.lemma, derivation)
			}
		}
		if s.rank > maxRank {
			continue
		}
		for _, m := range net.members[s.Synset] {
			if known[m] {
				r.add(s.lemma, m, synonym)
			}
		}
		switch {
		case s.rank == 0 && s.pos == 'n':
			r.addBroader(s.lemma, s.Synset, maxDepth, known, freq, net)
		case s.rank == 0 && s.pos == 'v':
			r.addBroader(s.lemma, s.Synset, 1, known, freq, net)
		}
	}
	return r
}

func (r *relations) addAntonyms(s *sense, known map[string]bool, net *wordNet) {
	for _, a := range s.Antonyms {
		t := net.senses[a]
		if t == nil || !known[t.lemma] || s.rank > maxAntonymRank || t.rank > maxAntonymRank {
			continue
		}
		r.anti[[2]string{min(s.lemma, t.lemma), max(s.lemma, t.lemma)}] = true
	}
}

func (r *relations) addBroader(lemma, synset string, depth int, known map[string]bool, freq map[string]int, net *wordNet) {
	for _, h := range net.hypernym[synset] {
		for _, m := range net.members[h] {
			if known[m] && freq[m] < tooBroad {
				r.add(lemma, m, broader)
			}
		}
		if depth > 1 {
			r.addBroader(lemma, h, depth-1, known, freq, net)
		}
	}
}

func (r *relations) add(a, b, kind string) {
	if a == b || !plain(a) || !plain(b) {
		return
	}
	if r.rel[a] == nil {
		r.rel[a] = map[string]string{}
	}
	if !strings.Contains(r.rel[a][b], kind) {
		r.rel[a][b] += kind
	}
}

// addParaphrases adds the PPDB synonyms of Mrkšić et al. 2016, led back to
// dictionary forms and without those that WordNet calls antonyms.
func (r *relations) addParaphrases(path string, forms map[string][]string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("opening the paraphrases: %w", err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		p := strings.Fields(sc.Text())
		if len(p) != 2 || forms[p[0]] == nil || forms[p[1]] == nil {
			continue
		}
		a, b := last(forms[p[0]]), last(forms[p[1]])
		if !r.anti[[2]string{min(a, b), max(a, b)}] {
			r.add(a, b, paraphrase)
			r.add(b, a, paraphrase)
		}
	}
	return sc.Err()
}

// last is the dictionary form that a word was led back to, where there are
// several the one that is not the word itself.
func last(f []string) string { return f[len(f)-1] }

func (r *relations) writeAntonyms(path string) error {
	var b strings.Builder
	for _, p := range slices.SortedFunc(maps.Keys(r.anti), func(x, y [2]string) int { return slices.Compare(x[:], y[:]) }) {
		fmt.Fprintf(&b, "%s\t%s\n", p[0], p[1])
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// writeRelated writes one line a word: the word, then "kinds:word" for each
// related one. A pair that is symmetric is written once, on its first word.
func (r *relations) writeRelated(path string) error {
	var b strings.Builder
	for _, w := range slices.Sorted(maps.Keys(r.rel)) {
		var cells []string
		for _, v := range slices.Sorted(maps.Keys(r.rel[w])) {
			kinds := r.rel[w][v]
			if r.rel[v][w] == kinds && v < w {
				continue
			}
			cells = append(cells, kinds+":"+v)
		}
		if len(cells) > 0 {
			fmt.Fprintf(&b, "%s\t%s\n", w, strings.Join(cells, " "))
		}
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
