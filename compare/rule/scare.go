package rule

import (
	"fmt"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// scare holds back a word that its writer does not stand for.
var scare = Guard{
	ID:  "scare-quotes",
	Doc: "A deciding word stands in scare quotes or behind “so-called”: the writer keeps a distance from it and does not say that it is so.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) string {
		if quotes(o) {
			return ""
		}
		if i, j := scared(al.A, o.A), scared(al.B, o.B); i >= 0 || j >= 0 {
			return fmt.Sprintf("The writer keeps a distance from %s.", either(al, i, j))
		}
		return ""
	},
}

// scared returns the deciding word that the writer keeps a distance from, or -1.
func scared(s *align.Statement, at []int) int {
	for _, i := range at {
		if i >= 0 && s.Words[i].Weight > 0 && (distanced(s, i) || marked(s, i)) {
			return i
		}
	}
	return -1
}

// distancing are the words before one that the writer does not stand for.
var distancing = wordsOf("distancing")

func distanced(s *align.Statement, i int) bool {
	return i > 0 && distancing[s.Words[i-1].Norm] || i > 1 && s.Words[i-2].Norm == "so" && s.Words[i-1].Norm == "called" ||
		i > 2 && s.Words[i-3].Norm == "so" && s.Words[i-2].Norm == "-" && s.Words[i-1].Norm == "called"
}

// marked reports whether word i stands in quotation marks, alone or with one
// more, before the noun that it is said of: the “safe” house. A word that is
// quoted behind its verb is what somebody said.
func marked(s *align.Statement, i int) bool {
	if s.Claim != nil && s.Claim.Kind == claims.Mixed {
		return false // its marks are those of the quotation
	}
	from, to := i, s.Words[i].Last
	for from > 0 && i-from < 2 && !quoteMark(&s.Words[from-1]) {
		from--
	}
	for to+1 < len(s.Words) && to-i < 2 && !quoteMark(&s.Words[to+1]) {
		to++
	}
	if from == 0 || to+2 >= len(s.Words) || to-from > 1 || !quoteMark(&s.Words[from-1]) || !quoteMark(&s.Words[to+1]) {
		return false
	}
	next := &s.Words[to+2]
	return next.Weight > 0 && !next.Punct && before(s, from-2)
}

// before reports whether word k is an article, a possessive or a preposition.
func before(s *align.Statement, k int) bool {
	return k >= 0 && !s.Words[k].Punct && s.Words[k].Weight == 0
}

func quoteMark(w *align.Word) bool {
	return w.Punct && strings.ContainsAny(w.Norm, `"'“”‘’«»`)
}
