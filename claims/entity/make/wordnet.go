package main

import (
	"strings"

	"crosscheck/claims/word/wordnet"
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

// readWordNet reads the words of a release.
func readWordNet(file string) (*wordNet, error) {
	net, err := wordnet.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return newWordNet(net.Entries), nil
}

// newWordNet takes words in small letters: "May" is as the news has "may".
func newWordNet(entries []wordnet.Entry) *wordNet {
	n := &wordNet{noun: map[string][]string{}, verb: map[string]int{}}
	for _, e := range entries {
		word := strings.ToLower(e.Word)
		switch e.Part {
		case 'n':
			for _, s := range e.Senses {
				n.noun[word] = append(n.noun[word], s.File())
			}
		case 'v':
			n.verb[word] += len(e.Senses)
		}
	}
	return n
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
