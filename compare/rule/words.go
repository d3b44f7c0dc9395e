package rule

import (
	_ "embed"

	"crosscheck/claims/word"
)

//go:embed data/words.txt
var smallWords string

// wordsOf are the words of a class of data/words.txt.
func wordsOf(class string) map[string]bool {
	out := map[string]bool{}
	for c, w := range word.Listed(smallWords) {
		if c == class {
			out[w] = true
		}
	}
	return out
}
