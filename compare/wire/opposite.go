package wire

import (
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// opposed finds a word that became its opposite.
func opposed(r *rest) (judged, bool) {
	for _, x := range r.a {
		for _, y := range r.b {
			if !opposites(x, y) {
				continue
			}
			if (len(negators(r.a))+len(negators(r.b)))%2 == 1 {
				return judged{}, true // "unclear", "not clear"
			}
			strength := .85
			if r.left+r.right > mostNegated {
				strength = .45
			}
			return judged{kind: Opposite, typ: compare.Antonym, strength: strength, a: []*token{x}, b: []*token{y}}, true
		}
	}
	return judged{}, false
}

// opposites reports whether two tokens oppose each other.
func opposites(x, y *token) bool {
	if known().opposite[x.norm] == y.norm && y.norm != "" {
		return true
	}
	return !x.name && !y.name && lexicon.Default().Between(x.entry.Lemmas, y.entry.Lemmas)&lexicon.Opposite != 0
}
