package extract

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/words.txt
var wordList string

// classes are the closed word classes of data/words.txt.
var classes = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for line := range strings.Lines(wordList) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		set := map[string]bool{}
		for w := range strings.FieldsSeq(words) {
			set[w] = true
		}
		all[name] = set
	}
	return all
})

// is reports whether a folded word belongs to a class of data/words.txt.
func is(class, norm string) bool { return classes()[class][norm] }

func isApostrophe(norm string) bool { return norm == "'" || norm == "’" }

// isManner reports an adverb by its ending: "swiftly".
func isManner(u unit) bool {
	return !u.Capital && len(u.Norm) > 5 && strings.HasSuffix(u.Norm, "ly")
}

// isPastForm reports an irregular past form, or guesses a regular one by its
// ending.
func isPastForm(norm string) bool {
	return len(norm) > 4 && strings.HasSuffix(norm, "ed") || is("past", norm)
}
