package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// refinement holds back a quantifier that only makes the other more exact.
var refinement = Guard{
	ID:  "refinement",
	Doc: "One side only makes the other more exact: most of a thing against some of it.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) bool {
		return o.Type == compare.Quantifier && o.Grade == 2 && !quotes(o)
	},
}
