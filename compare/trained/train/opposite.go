package main

import (
	_ "embed" // the list
	"strings"
	"sync"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

//go:embed opposites.txt
var oppositeList string

// opposite are the pairs of opposites.txt, both ways.
var opposite = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(oppositeList) {
		if f := strings.Fields(line); len(f) == 2 && f[0] != "#" {
			if _, ok := out[f[0]]; !ok {
				out[f[0]] = f[1]
			}
			if _, ok := out[f[1]]; !ok {
				out[f[1]] = f[0]
			}
		}
	}
	return out
})

// putOpposite puts the opposite for a word of a sentence: the two oppose each
// other.
func putOpposite(s *align.Statement) []pair {
	if len(s.Turns) > 0 {
		return nil
	}
	for i := 1; i+1 < len(s.Words); i++ {
		w := &s.Words[i]
		other, ok := opposite()[w.Norm]
		if !ok || w.Name || w.Capital || !fits(s, i) {
			continue
		}
		text := put(s, i, i, other)
		out := both(s.Text, text, contradiction)
		if short, ok := shorten(s); ok && tail(s) > i {
			out = append(out, pair{text, short, contradiction}, pair{s.Text, short, entailment})
		}
		return out
	}
	return nil
}

// fits reports whether the opposite of word i is an opposite there: of "more"
// only before "than" and of "most" only before a plain noun.
func fits(s *align.Statement, i int) bool {
	next := s.Words[i+1].Norm
	switch s.Words[i].Norm {
	case "more", "fewer":
		return next == "than" && i+2 < len(s.Words) && s.Words[i+2].Number
	case "every":
		return s.Words[i-1].Class&lexicon.Function == 0 || s.Words[i-1].Norm == "that"
	case "most", "many", "all", "some", "few", "no":
		return strings.HasSuffix(next, "s")
	case "likely", "possible", "effective":
		return s.Words[i-1].Norm != "less" && s.Words[i-1].Norm != "more"
	case "with", "without", "before", "after", "last", "first", "found", "left", "public", "lost", "support", "behind", "ahead", "kept", "passed", "open", "present", "major", "same",
		"expected", "unexpected", "failed", "succeeded":
		return false
	}
	return next != "to" && next != "into" && next != "from"
}
