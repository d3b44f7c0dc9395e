package quantity

import (
	"strings"

	"crosscheck/claims/word"
)

// lead is the most tokens of a value before the digit or number word that it
// must have: two hedges of five words each, "between", and a currency in two
// tokens.
const lead = 13

// seedWords are the number words; a value has one of them or a digit.
var seedWords = word.NewTable(readSeeds())

func readSeeds() map[string]bool {
	out := map[string]bool{}
	for _, words := range numbers {
		for w := range words {
			out[w] = true
		}
	}
	return out
}

// seeds reports whether a token is a number word or has a digit.
func seeds(norm string) bool { return seedWords.Has(norm) || hasDigit(norm) }

// numeric reports a word that is or holds a seed: "thirty-year-old", "1.4bn".
func numeric(w word.Word) bool {
	joined := false
	for i := range len(w.Norm) {
		c := w.Norm[i]
		if c >= '0' && c <= '9' {
			return true
		}
		joined = joined || c == '-' || c == hyphenByte
	}
	return seedWords.Has(w.Norm) || joined && partSeeds(w.Norm)
}

// hyphenByte is the first byte of the hyphens beyond ASCII, and of other marks.
const hyphenByte = 0xe2

// partSeeds reports whether a part of a hyphenated word is a number word.
func partSeeds(norm string) bool {
	for part := range strings.FieldsFuncSeq(norm, func(r rune) bool { return r == '-' || r == '‐' || r == '‑' }) {
		if seedWords.Has(part) {
			return true
		}
	}
	return false
}

// nextSeed is the index of the first seed from i on, the number of tokens where
// none follows.
func (p parser) nextSeed(i int) int {
	for i < len(p.toks) && !p.toks[i].seed {
		i++
	}
	return i
}

// leads reports whether a value may begin at i: with a seed, or with a hedge or
// the beginning of a number that leads to one. It is there for speed.
func (p parser) leads(i int) bool {
	if p.toks[i].seed {
		return true
	}
	if !openers.Has(p.norm(i)) {
		return false
	}
	_, j := p.before(i)
	t, next := p.at(j), p.at(j+1)
	switch t.norm {
	case "between":
		return true
	case "a", "an":
		return next.seed || next.norm == "$"
	}
	return t.seed || moneyStarts[t.norm]
}
