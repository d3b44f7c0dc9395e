package main

import (
	"strings"

	"crosscheck/claims/word/wordnet"
)

// readQualities reads from a release of Open English WordNet the words that are
// adjectives or adverbs, and not a noun and a verb besides.
func readQualities(file string) (map[string]bool, error) {
	net, err := wordnet.ReadFile(file)
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, e := range net.Entries {
		parts[e.Word] += string(e.Part)
	}
	words := map[string]bool{}
	for w, p := range parts {
		words[w] = strings.ContainsAny(p, "asr") && !(strings.Contains(p, "n") && strings.Contains(p, "v"))
	}
	return words, nil
}
