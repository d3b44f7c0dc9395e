package rule

import (
	"fmt"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// paraphrase finds a quotation and a paraphrase of it, or two papers'
// paraphrases, that differ in a quantifier.
var paraphrase = Rule{
	ID:   "paraphrase",
	Doc:  `A paraphrase says "all" where the speaker's own words are "almost all": "she said all roads were shut" / "nearly every road is shut".`,
	Type: compare.Quantifier,
	Run:  rephrased,
	May: func(g *glance) bool {
		return g.speaker && g.counted(func(a, b lexicon.Class) bool {
			_, ok := clash(a, b)
			return ok || a|b == lexicon.All|lexicon.Some
		})
	},
}

func rephrased(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	if !sameSpeaker(p) || twoOccasions(p.A.Claim, p.B.Claim) {
		return Opposition{}, false
	}
	for _, l := range al.Links {
		i, ca := amount(al.A, l.A)
		j, cb := amount(al.B, l.B)
		if i < 0 || j < 0 || ca == cb || l.Weight < leastLink || !rewritten(al, p, i, j) {
			continue
		}
		if _, ok := clash(ca, cb); !ok && ca|cb != lexicon.All|lexicon.Some {
			continue
		}
		o := Opposition{Rule: "paraphrase", Type: compare.Quantifier, A: []int{i, l.A}, B: []int{j, l.B}}
		if o.share(al); o.Core == 0 {
			continue // "all houses are dry", "the dry end of some houses"
		}
		o.Why = func() string {
			return fmt.Sprintf("The speaker's words and the paraphrase differ: %s, %s.", quoted(al.A, o.A...), quoted(al.B, o.B...))
		}
		return o, true
	}
	return Opposition{}, false
}

// rewritten reports whether one of the two amounts may be a paper's word for the
// other: not both are the speaker's, and one article does not report twice.
func rewritten(al *align.Alignment, p compare.Pair, i, j int) bool {
	x, y := inQuotes(al.A, i), inQuotes(al.B, j)
	return x != y || !x && p.A.Claim.Article != p.B.Claim.Article
}

// inQuotes reports whether word i stands in quotation marks.
func inQuotes(s *align.Statement, i int) bool {
	if s.Claim.Kind == claims.Direct {
		return true
	}
	inside := false
	for k := 0; k < i; k++ {
		if q, ok := mark(s.Words[k].Norm, inside); ok {
			inside = q
		}
	}
	return inside
}

// mark reports whether a word is a quotation mark, and whether one is inside
// behind it.
func mark(norm string, inside bool) (now, ok bool) {
	switch norm {
	case "“", "‘":
		return true, true
	case "”", "’":
		return false, true
	case `"`, "'":
		return !inside, true
	}
	return inside, false
}
