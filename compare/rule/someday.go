package rule

import (
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// distant are phrases for a time that is not named and far: "will eventually close".
var distant = [][]string{
	{"eventually"}, {"ultimately"}, {"someday"}, {"some", "day"}, {"one", "day"}, {"in", "the", "end"}, {"in", "the", "long", "run"},
	{"in", "the", "long", "term"}, {"sooner", "or", "later"}, {"at", "some", "point"}, {"over", "time"}, {"in", "time"},
}

// someDay returns the first word of a distant time in what is to be, in a clause of
// the deciding words; -1 where there is none.
func someDay(s *align.Statement, at []int) int {
	if !yetToBe(s, at) {
		return -1
	}
	for k := range s.Words {
		for _, d := range distant {
			if decides(s, at, k) && phraseAt(s, k, d) {
				return k
			}
		}
	}
	return -1
}

// phraseAt reports whether the words of a statement from i on are those.
func phraseAt(s *align.Statement, i int, words []string) bool {
	for k, w := range words {
		if i+k >= len(s.Words) || s.Words[i+k].Norm != w {
			return false
		}
	}
	return true
}

// yetToBe reports whether the deciding words are said of what is to be, or may be, in
// their clauses: "will close", "cannot close".
func yetToBe(s *align.Statement, at []int) bool {
	for k := range s.Words {
		w := &s.Words[k]
		if decides(s, at, k) && (w.Class&(lexicon.Sure|lexicon.Probable|lexicon.Maybe) != 0 && w.Weight == 0 || hence[w.Norm]) {
			return true
		}
	}
	return false
}

// hence are forms of words for what is to be that have its negation in them.
var hence = wordsOf("hence")
