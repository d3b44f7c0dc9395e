package check

import (
	"sync/atomic"

	"crosscheck/compare/term"
)

// vocabulary numbers words.
type vocabulary struct {
	list  *[]string
	known map[string]uint32
}

func newVocabulary(list *[]string) *vocabulary {
	v := &vocabulary{list, make(map[string]uint32, len(*list))}
	for i, w := range *list {
		v.known[w] = uint32(i)
	}
	return v
}

// number is the number of a word; one that has none gets one.
func (v *vocabulary) number(word string) uint32 {
	n, ok := v.known[word]
	if !ok {
		n = uint32(len(*v.list))
		*v.list = append(*v.list, word)
		v.known[word] = n
	}
	return n
}

// numbers are the numbers of words.
func (v *vocabulary) numbers(words []*term.Term) []uint32 {
	out := make([]uint32, len(words))
	for i, w := range words {
		out[i] = v.number(w.Word)
	}
	return out
}

// lexicon makes terms of the words of a vocabulary, each when it is asked for.
// Safe for concurrent use.
type lexicon struct {
	words []string
	made  []atomic.Pointer[term.Term]
}

func newLexicon(words []string) *lexicon {
	return &lexicon{words, make([]atomic.Pointer[term.Term], len(words))}
}

// terms are the terms of words, by their numbers.
func (l *lexicon) terms(numbers []uint32) []*term.Term {
	out := make([]*term.Term, len(numbers))
	for i, n := range numbers {
		t := l.made[n].Load()
		if t == nil {
			t = term.Of(l.words[n])
			l.made[n].Store(t)
		}
		out[i] = t
	}
	return out
}
