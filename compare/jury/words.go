package jury

import (
	_ "embed" // the word lists
	"strings"
	"sync"
)

//go:embed data/words.txt
var wordFile string

// wordLists are the lists of data/words.txt by name.
type wordLists struct {
	articles, bounds, prepositions, relatives, scraps, settling map[string]bool
	polls                                                       []string
}

// lists are the embedded lists, read on first use.
var lists = sync.OnceValue(func() *wordLists {
	byName := readLists(wordFile)
	return &wordLists{setOf(byName["articles"]), setOf(byName["bounds"]), setOf(byName["prepositions"]), setOf(byName["relatives"]), setOf(byName["scraps"]), setOf(byName["settling"]), byName["polls"]}
})

// readLists reads lists, one a line: its name, a colon and its words, in which
// "_" is a space.
func readLists(text string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(text) {
		name, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			out[name] = append(out[name], strings.ReplaceAll(w, "_", " "))
		}
	}
	return out
}

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
