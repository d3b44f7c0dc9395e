package worth

import (
	_ "embed"
	"strings"

	"crosscheck/claims/word"
)

//go:embed lists/words.txt
var wordList string

// classes are the word classes of a word, one bit each, by feature.
type classes uint32

var lexicon = readClasses(wordList)

// lookUp is the classes of a folded word, its possessive ending left aside.
func lookUp(norm string) classes {
	c, ok := lexicon[norm]
	if !ok && strings.HasSuffix(norm, "'s") {
		c = lexicon[norm[:len(norm)-2]]
	}
	return c
}

// readClasses reads "class: word ..." into word -> classes. Lines of a class
// that is not known are notes; the tests look at every line of our own list.
func readClasses(list string) map[string]classes {
	out := map[string]classes{}
	bit := bitsOf()
	for class, w := range word.Listed(list) {
		if b, ok := bit[class]; ok {
			out[w] |= b
		}
	}
	return out
}

// bitsOf maps the name of a class to its bit.
func bitsOf() map[string]classes {
	out := map[string]classes{"finite": 1 << finite, "either": 1 << either, "opens": 1 << opens, "links": 1 << links, "plural": 1 << plural}
	for f, m := range features {
		out[m.ID] = 1 << f
	}
	return out
}
