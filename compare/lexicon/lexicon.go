// Package lexicon knows what words do to one another: which ones oppose each
// other, which mean nearly the same, and which turn the words they govern off
// ("halt", "lack of", "no longer").
//
// It is filled in these steps, once, when it is first asked for:
//
//  1. words.txt gives each frequent word form its dictionary forms and in how
//     many news articles it occurs;
//  2. antonyms.txt and related.txt, from Open English WordNet and PPDB, relate
//     the dictionary forms;
//  3. news.yaml, written by hand, adds opposed predicates, words for one and
//     the same thing, and the classes of words that the rules ask for.
//
// It does not read sentences: where a word stands and what it governs is for
// package align to say. The program in folder make writes the first three files.
package lexicon

import (
	"math"
	"strings"
	"sync"
)

// ID stands for a dictionary form or a phrase of a lexicon. 0 is none.
type ID uint32

// Relation is a set of ways in which two dictionary forms belong together.
type Relation uint8

// The relations. Antonym comes from WordNet, Opposed from the hand-made part.
const (
	Antonym    Relation = 1 << iota // opposites in some meaning
	Opposed                         // cannot both hold of one thing at one time
	Synonym                         // share a meaning
	Derivation                      // "communicate", "communication"
	Broader                         // the second names the first's kind: "car", "vehicle"
	Narrower                        // the first names the second's kind
	Paraphrase                      // used alike in PPDB
	Kin                             // words for one thing in the news: "truce", "ceasefire"
)

// Opposite are the relations that can refute.
const Opposite = Antonym | Opposed

// Entry is what is known of a word form.
type Entry struct {
	Lemmas []ID    // its dictionary forms, those it was led back to last
	IDF    float32 // inverse document frequency in the news, natural logarithm
	Class  Class   // what it does in a sentence
	Name   bool    // written with a capital nearly always
}

// Phrase is an entry of several words.
type Phrase struct {
	Words []string // dictionary forms; the first is the key it was found by
	ID    ID
	Class Class
}

// Lexicon is a loaded lexicon. It is not changed after loading, so it may be
// used by many goroutines at once.
type Lexicon struct {
	forms   map[string]Entry
	ids     map[string]ID
	names   []string // by ID
	phrases map[string][]Phrase
	rel     table
	near    []Signature // by ID: of all that it is related to
	against map[ID][]ID // its opposites
	unknown Entry
	byLemma map[ID]Class // only while loading
	added   []Additions  // a newsroom's
}

// Default is the embedded lexicon. It is loaded on the first call, in about
// thirty milliseconds.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := load()
	if err != nil { // a fault in an embedded file, which the tests would find
		return &Lexicon{unknown: Entry{IDF: 10}}
	}
	return l
})

// Look returns what is known of a folded word form ("talks", "don't"). Of an
// unknown form it knows that it is rare.
func (l *Lexicon) Look(form string) Entry {
	if e, ok := l.forms[form]; ok {
		return e
	}
	for _, ending := range [...]string{"'s", "s"} { // a rare plural has its singular's lemmas
		s, cut := strings.CutSuffix(form, ending)
		if e, ok := l.forms[s]; cut && ok {
			return e
		}
	}
	return l.unknown
}

// Name returns the dictionary form or phrase of id, "" for 0.
func (l *Lexicon) Name(id ID) string {
	if int(id) < len(l.names) {
		return l.names[id]
	}
	return ""
}

// ID returns the number of a dictionary form or phrase, 0 where it is unknown.
func (l *Lexicon) ID(name string) ID { return l.ids[name] }

// Phrases returns the phrases that begin with a dictionary form, longest first.
func (l *Lexicon) Phrases(first string) []Phrase { return l.phrases[first] }

// Relation returns how a and b belong together.
func (l *Lexicon) Relation(a, b ID) Relation {
	if a == 0 || b == 0 {
		return 0
	}
	return l.rel.get(pairKey(a, b))
}

// Between returns every relation between a lemma of a and one of b.
func (l *Lexicon) Between(a, b []ID) Relation {
	var r Relation
	for _, x := range a {
		for _, y := range b {
			r |= l.Relation(x, y)
		}
	}
	return r
}

// Related returns the relation of two word forms and its weight in [0, 1] as
// ground for aligning them; the weight of opposites is 0.
func (l *Lexicon) Related(a, b string) (Relation, float64) {
	r := l.Between(l.Look(a).Lemmas, l.Look(b).Lemmas)
	return r, r.Weight()
}

// Antonyms reports whether two word forms oppose each other.
func (l *Lexicon) Antonyms(a, b string) bool {
	return l.Between(l.Look(a).Lemmas, l.Look(b).Lemmas)&Opposite != 0
}

// Weight is how firmly r aligns two words, in [0, 1]. The order of the figures
// is what counts: a synonym before a paraphrase before a broader word.
func (r Relation) Weight() float64 {
	switch {
	case r&Opposite != 0:
		return 0
	case r&Derivation != 0:
		return .9
	case r&Synonym != 0:
		return .85
	case r&Paraphrase != 0:
		return .8
	case r&Kin != 0:
		return .75
	case r&(Broader|Narrower) != 0:
		return .65
	}
	return 0
}

// idf is the inverse document frequency of a word found in n of all articles.
func idf(n, all int) float32 { return float32(math.Log(float64(all+1) / float64(n+1))) }
