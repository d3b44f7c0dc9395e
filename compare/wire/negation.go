package wire

import (
	"strings"

	"crosscheck/claims/word"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// mostNegated is how many words of content may come and go with a negation: with
// more of them the sentence was written anew.
const mostNegated = 3

// negated finds a negation that one side has more than the other.
func negated(r *rest) (judged, bool) {
	a, b := negators(r.a), negators(r.b)
	if (len(a)+len(b))%2 == 0 || r.left+r.right > mostNegated || r.oneSided() && r.left+r.right > 0 || r.turned(a, b) {
		return judged{}, false // with more in it, it is a clause of its own
	}
	strength := .9
	if r.left+r.right > 0 {
		strength = .45 // "would skip", "will not attend": it may be told in other words
	}
	return judged{kind: Negated, typ: compare.Negation, strength: strength}, true
}

// negators are the tokens that negate.
func negators(ts []*token) []*token {
	var out []*token
	for i, t := range ts {
		if t.turns() && !harmless(ts[i:]) && (i == 0 || ts[i-1].norm != "or") {
			out = append(out, t)
		}
	}
	return out
}

// harmless reports whether tokens begin with a phrase that holds a negator and
// negates nothing: "not only".
func harmless(ts []*token) bool {
	for _, p := range lexicon.Default().Phrases(ts[0].norm) {
		if p.Class&lexicon.Harmless == 0 || len(p.Words) > len(ts) {
			continue
		}
		n := 0
		for n < len(p.Words) && ts[n].norm == p.Words[n] {
			n++
		}
		if n == len(p.Words) {
			return true
		}
	}
	return false
}

// negative are the beginnings of words that may hold a negation.
var negative = [...]string{"un", "in", "im", "ir", "dis", "non"}

// turned reports whether the side without a negator says the same by its verb:
// "did not agree", "failed to agree"; "not able", "unable".
func (r *rest) turned(a, b []*token) bool {
	other := r.b
	if len(b) > len(a) {
		other = r.a
	}
	for _, t := range other {
		if t.entry.Class&lexicon.Reverser != 0 {
			return true
		}
		for _, un := range negative {
			if stem, ok := strings.CutPrefix(t.norm, un); ok && r.d.has(stem) {
				return true
			}
		}
	}
	return false
}

// has reports whether either copy has a word of a stem.
func (d *difference) has(stem string) bool {
	stem = word.Stem(stem)
	for _, c := range [...]copied{d.a, d.b} {
		for i := range c.tokens {
			if word.Stem(c.tokens[i].norm) == stem {
				return true
			}
		}
	}
	return false
}
