package certainty

import (
	"slices"
	"strings"
)

// hit is a listed word or phrase: the words from up to, not including, to.
type hit struct {
	from, to int
	class    class // of one topic
}

// scan finds the hits.
func (f *finder) scan() {
	var taken [len(topics)]int // per topic, where the last phrase ended
	for i := range f.words {
		norm := f.words[i].Norm
		e, ok := f.lex.cues.Look(norm)
		if c := endings(norm); c != 0 {
			e.class, e.any, ok = e.class|c, e.any|c, true
		}
		if !ok {
			continue
		}
		if len(e.phrases) > 0 && !f.continues(i, e.seconds) {
			e.phrases, e.any = nil, e.class
		}
		for k, topic := range topics {
			if e.any&topic == 0 || i < taken[k] {
				continue
			}
			if c, n := f.longest(&e, i, topic); c != 0 {
				f.hits = append(f.hits, hit{i, i + n, c})
				taken[k] = i + n
			}
		}
	}
}

// continues reports whether the word behind i may be the second of a phrase.
func (f *finder) continues(i int, seconds uint32) bool {
	if i+1 >= len(f.words) || f.words[i+1].Norm == "" {
		return false
	}
	return seconds&second(f.words[i+1].Norm) != 0
}

// endings are the classes of what a contraction ends in.
func endings(norm string) class {
	switch {
	case negated(norm):
		return clause
	case strings.HasSuffix(norm, "'ll"):
		return future
	}
	return 0
}

// negated reports a contraction with "not".
func negated(norm string) bool {
	n := len(norm)
	return n > 3 && norm[n-1] == 't' && norm[n-2] == '\'' && norm[n-3] == 'n'
}

// longest is the longest phrase of a topic at word i, and its length in words.
func (f *finder) longest(e *entry, i int, topic class) (class, int) {
	for k := range e.phrases {
		if p := &e.phrases[k]; p.class&topic != 0 && f.follows(i+1, p.rest) {
			return p.class & topic, 1 + len(p.rest)
		}
	}
	return e.class & topic, 1
}

func (f *finder) follows(i int, words []string) bool {
	if i+len(words) > len(f.words) {
		return false
	}
	for k, w := range words {
		if f.words[i+k].Norm != w {
			return false
		}
	}
	return true
}

// class is the classes of word i by itself; none outside of the text.
func (f *finder) class(i int) class {
	if i < 0 || i >= len(f.words) {
		return 0
	}
	if f.classes[i] == 0 {
		norm := f.words[i].Norm
		c, _ := f.lex.words.Look(norm)
		if negated(norm) {
			c |= clause | auxiliary
		}
		f.classes[i] = c | known
	}
	return f.classes[i]
}

// inPhrase reports whether word i stands in a phrase that was found, and is not
// its first.
func (f *finder) inPhrase(s sentence, i int) bool {
	const longest = 8 // words of a phrase; none listed is as long
	from, _ := slices.BinarySearchFunc(s.hits, i-longest, func(h hit, i int) int { return h.from - i })
	for _, h := range s.hits[from:] {
		if h.from >= i {
			break
		}
		if h.to > i {
			return true
		}
	}
	return false
}
