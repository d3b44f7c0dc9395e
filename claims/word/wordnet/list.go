package wordnet

import "strings"

// Credit names the source and its licence, as what is made from it must.
const Credit = "Open English WordNet (CC BY 4.0)"

// wide is how many bytes a line of a list has at most, its end not counted,
// unless a word alone is longer.
const wide = 140

// List writes words as lines of "class: word word ...", in the order given, for
// [crosscheck/claims/word.Listed] to read. A note on top tells what made it and
// from what: made is such as "claims/certainty/make from "+[Credit].
func List(made, class string, words []string) []byte {
	var b strings.Builder
	b.WriteString("# Made by " + made + ". Do not edit.\n")
	line := class + ":"
	for _, w := range words {
		if len(line)+1+len(w) > wide {
			b.WriteString(line + "\n")
			line = class + ":"
		}
		line += " " + w
	}
	b.WriteString(line + "\n")
	return []byte(b.String())
}
