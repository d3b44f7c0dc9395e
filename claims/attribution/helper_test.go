package attribution

import (
	"math/rand/v2"
	"strings"
)

// tokensOf makes tokens of a text in which blanks part words, marks and
// quotations; "_" stands for a blank within a quotation. Words that end in "!"
// are in the lists of cues.
func tokensOf(text string) []Token {
	var out []Token
	for field := range strings.FieldsSeq(text) {
		t := Token{Norm: strings.ToLower(field), Capital: field[0] >= 'A' && field[0] <= 'Z'}
		switch {
		case strings.HasPrefix(field, "“"):
			inner := strings.Trim(field, "“”") + " "
			t = Token{Kind: Quotation, Capital: inner[0] >= 'A' && inner[0] <= 'Z', Words: 1 + strings.Count(inner, "_"), Last: rune(inner[max(0, len(inner)-2)])}
			t.Speech = t.Words > 3
		case strings.Trim(field, ",.:;()") == "":
			t.Kind = Mark
		case len(field) > 1 && strings.HasSuffix(field, "!"):
			t.Norm, t.Lexicon = strings.TrimSuffix(t.Norm, "!"), Verb|Past
		}
		out = append(out, t)
	}
	return out
}

// pieces are words and marks of every make.
var pieces = strings.Fields("Lee said! told! added! saying! claims! that he she the rain dam mayor Hale's 1990's 2,431 16-year-old zzyzx Qwertz ministry " +
	"would if when not to of in , . : ; ( ) “It_rained.” “The_dam_will_hold,” “yes” — … Épée according report statement will was asked! wants")

// randomTokens are n of the pieces.
func randomTokens(rnd *rand.Rand, n int) []Token {
	words := make([]string, n)
	for i := range words {
		words[i] = pieces[rnd.IntN(len(pieces))]
	}
	return tokensOf(strings.Join(words, " "))
}

// randomPath is a path of n states that the states allow.
func randomPath(rnd *rand.Rand, n int) []state {
	for {
		path := make([]state, 0, n)
		at := outside
		for i := range n {
			if i == 0 {
				for at = state(rnd.IntN(int(states))); !first[at]; {
					at = state(rnd.IntN(int(states)))
				}
			} else {
				at = follows[at][rnd.IntN(len(follows[at]))]
			}
			path = append(path, at)
		}
		if n == 0 || last[at] {
			return path
		}
	}
}
