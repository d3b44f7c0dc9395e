package attribution_test

import (
	"fmt"
	"strings"

	"crosscheck/claims/attribution"
)

func ExampleFind() {
	words := strings.Fields("Lee warned that the dam could burst .")
	var tokens []attribution.Token
	for _, w := range words {
		tokens = append(tokens, attribution.Token{Norm: strings.ToLower(w), Capital: w == "Lee"})
	}
	tokens[1].Lexicon = attribution.Verb | attribution.Past
	tokens[len(tokens)-1].Kind = attribution.Mark

	for _, a := range attribution.Find(tokens) {
		for _, r := range [][]attribution.Range{a.Source, a.Cue, a.Content} {
			fmt.Println(words[r[0].From:r[0].To])
		}
	}
	// Output:
	// [Lee]
	// [warned]
	// [that the dam could burst]
}
