package main

import (
	"strings"

	"crosscheck/claims/word/wordnet"
)

// sense is one meaning of a dictionary word.
type sense struct {
	wordnet.Sense
	lemma string
	pos   byte // n, v, a (also for satellites) or r
	rank  int  // 0 for the first meaning of the word in this part of speech
}

// wordNet is the part of WordNet that the lexicon needs, words in small letters.
type wordNet struct {
	senses   map[string]*sense        // by sense key
	lemmas   map[string]map[byte]bool // parts of speech of each word
	forms    map[string][]string      // irregular form -> words
	members  map[string][]string      // synset -> words
	hypernym map[string][]string      // synset -> broader synsets
}

// readWordNet reads a release packed as tar.gz.
func readWordNet(file string) (*wordNet, error) {
	net, err := wordnet.ReadFile(file)
	if err != nil {
		return nil, err
	}
	n := &wordNet{
		senses: map[string]*sense{}, lemmas: map[string]map[byte]bool{}, forms: map[string][]string{},
		members: map[string][]string{}, hypernym: map[string][]string{},
	}
	for _, e := range net.Entries {
		n.addEntry(e)
	}
	for _, s := range net.Synsets {
		for _, m := range s.Members {
			n.members[s.ID] = append(n.members[s.ID], strings.ToLower(m))
		}
		n.hypernym[s.ID] = append(n.hypernym[s.ID], s.Hypernyms...)
	}
	return n, nil
}

// addEntry adds a word, its irregular forms and its senses.
func (n *wordNet) addEntry(e wordnet.Entry) {
	lemma := strings.ToLower(e.Word)
	if n.lemmas[lemma] == nil {
		n.lemmas[lemma] = map[byte]bool{}
	}
	n.lemmas[lemma][e.Part] = true
	for _, form := range e.Forms {
		n.forms[form] = append(n.forms[form], lemma)
	}
	for rank, s := range e.Senses {
		if s.Key != "" {
			n.senses[s.Key] = &sense{s, lemma, e.Part, rank}
		}
	}
}
