package main

import (
	"strings"

	"crosscheck/compare/align"
)

// The labels by their places in trained.Classes.
const (
	entailment = iota
	neutral
)

// pair is two sentences and what the second is to the first.
type pair struct {
	a, b  string
	label uint8
}

// maker changes a sentence of the news into pairs whose label is known; none
// where the sentence has not the shape for it.
type maker struct {
	name   string
	weight float32
	// one is of how many sentences of the right shape one is changed.
	one  uint64
	make func(s *align.Statement) []pair
}

// makers are all makers, in the order in which they are asked; a sentence is
// changed by the first that can.
var makers = []maker{
	{"made: roles", .5, 1, swapRoles},
	{"made: number", .3, 5, changeNumber},
	{"made: opposite", .3, 3, putOpposite},
	{"made: negated", .3, 6, negate},
	{"made: cut", .4, 3, cut},
}

// plain reports whether a sentence may be changed: a whole sentence of moderate
// length with nothing quoted, nothing asked and nothing already turned.
func plain(text string) bool {
	n := len(strings.Fields(text))
	if n < 7 || n > 30 || !strings.HasSuffix(text, ".") || text[0] < 'A' || text[0] > 'Z' {
		return false
	}
	if strings.ContainsAny(text, "\"“”?!;:()[]*|_—–…") {
		return false
	}
	for _, w := range [...]string{" if ", "If ", " unless ", " whether ", " n't", " not ", "n’t", "n't", " no ", "No "} {
		if strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// make changes one sentence.
func (s *sentenceMaker) make(text string) (string, float32, []pair) {
	if !plain(text) {
		return "", 0, nil
	}
	st := s.read(text)
	for _, m := range makers {
		if hash(m.name+text)%m.one != 0 {
			continue
		}
		if pairs := m.make(st); len(pairs) > 0 {
			return m.name, m.weight, pairs
		}
	}
	return "", 0, nil
}

// sentenceMaker changes sentences.
type sentenceMaker struct {
	read func(text string) *align.Statement
}

// put is the text of s with words i to j replaced.
func put(s *align.Statement, i, j int, with string) string {
	return s.Text[:s.Words[i].Start] + with + s.Text[s.Words[j].End:]
}

// both are a pair and its reverse, of one label.
func both(a, b string, label uint8) []pair { return []pair{{a, b, label}, {b, a, label}} }

// tail is where the last part of a sentence begins that can be left out with
// what is left still true ("..., which was built in May."); -1 where there is
// none.
func tail(s *align.Statement) int {
	for i := len(s.Words) - 3; i >= 6; i-- {
		switch w := &s.Words[i]; {
		case w.Norm == "," && tailWords[s.Words[i+1].Norm]:
			return i
		case w.Norm == "," || w.Name && i > len(s.Words)-3:
		case bareTails[w.Norm] && i < len(s.Words)-3 && s.Words[i-1].Weight > 0:
			return i
		}
	}
	return -1
}

// tailWords begin what can be left out behind a comma, bareTails also without one.
var (
	tailWords = map[string]bool{
		"which": true, "who": true, "while": true, "after": true, "because": true, "with": true,
		"despite": true, "when": true, "although": true, "though": true, "where": true,
	}
	bareTails = map[string]bool{"during": true, "because": true, "amid": true, "despite": true}
)

// shorten is text without its tail, where it has one.
func shorten(s *align.Statement) (string, bool) {
	i := tail(s)
	if i < 0 {
		return "", false
	}
	return strings.TrimSpace(s.Text[:s.Words[i].Start]) + ".", true
}

// cut leaves the tail of a sentence out: the whole has the part in it, and the
// part does not have the whole.
func cut(s *align.Statement) []pair {
	short, ok := shorten(s)
	if !ok || strings.HasPrefix(s.Text, "While ") || strings.HasPrefix(s.Text, "Although ") || strings.HasPrefix(s.Text, "After ") {
		return nil
	}
	return []pair{{s.Text, short, entailment}, {short, s.Text, neutral}, {s.Text, s.Text, entailment}}
}
