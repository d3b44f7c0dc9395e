package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// unrealised holds back what is asked, wished, planned or conditional against
// what is.
var unrealised = Guard{
	ID:  "conditional",
	Doc: "One side only asks, plans, wishes or says what would be if something else were: nothing that has happened is denied.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) bool {
		if quotes(o) {
			return false
		}
		if al.A.Question() != al.B.Question() || al.A.Conditional() != al.B.Conditional() {
			return true
		}
		return unreal(al.A, o.A) != unreal(al.B, o.B)
	},
}

// unreal reports whether one of the deciding words is planned or wished.
func unreal(s *align.Statement, at []int) bool {
	for _, i := range at {
		if i >= 0 && s.Words[i].Unreal {
			return true
		}
	}
	return false
}
