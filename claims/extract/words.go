package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"crosscheck/claims/word"
)

//go:embed data/words.txt
var wordList string

// class is a set of the closed word classes of data/words.txt, a bit for each.
type class uint64

// The classes. A class is added here, to classNames and to data/words.txt.
const (
	auxiliary class = 1 << iota
	passive
	negation
	adverb
	boundary
	preposition
	starter
	determiner
	possessive
	clauseWord
	timeWord
	finite
	plural
	past
	role
	refusal
	hearer
	conjunction
	trailing
	subordinating
	dismissal
	demand
	measure
	scarce
	anaphor
	counting
	failing
	fending
	qualifying
	missive
	manifold
	period
	aside
	bid
	label
	recording
	utterance
	discourse
	telling
	lyNoun
)

// classNames are the names of the classes in data/words.txt, in the order of
// their bits.
var classNames = []string{
	"auxiliary", "passive", "negation", "adverb", "boundary", "preposition", "starter", "determiner", "possessive", "clause",
	"time", "finite", "plural", "past", "role", "refusal", "hearer", "conjunction", "trailing", "subordinating",
	"dismissal", "demand", "measure", "scarce", "anaphor", "counting", "failing", "fending", "qualifying", "missive", "manifold", "period", "aside", "bid", "label", "recording", "utterance",
	"discourse", "telling", "lynoun",
}

// classes are the classes of every word of data/words.txt.
var classes = sync.OnceValue(func() *word.Table[class] {
	all := map[string]class{}
	for name, w := range word.Listed(wordList) {
		if bit := slices.Index(classNames, name); bit >= 0 {
			all[w] |= 1 << bit
		}
	}
	return word.NewTable(all)
})

// classOf is the classes that a folded word belongs to, 0 for most words. A
// unit has them looked up already: see unit.is and sentence.is.
func classOf(norm string) class {
	c, _ := classes().Look(norm)
	return c
}

func isApostrophe(norm string) bool { return norm == "'" || norm == "’" }

// isPastForm reports an irregular past form at unit i, or guesses a regular one
// by its ending.
func (s *sentence) isPastForm(i int) bool {
	n := s.norm(i)
	return len(n) > 4 && strings.HasSuffix(n, "ed") || s.is(i, past)
}
