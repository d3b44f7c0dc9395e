package rule

import (
	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// unrealised holds back what is wished, planned or conditional against what is.
var unrealised = Guard{
	ID:  "conditional",
	Doc: "One side only plans, proposes, wishes or says what would be if something else were: nothing that has happened is denied.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		if quotes(o) {
			return ""
		}
		switch a, b := al.A.Conditional(), al.B.Conditional(); {
		case a && !b:
			return "The first side holds only under a condition."
		case b && !a:
			return "The second side holds only under a condition."
		case a && b && (o.Type == compare.Negation || o.Type == compare.Factivity) && (supposed(al.A, first(o.A)) || supposed(al.B, first(o.B))):
			return "Both sides hold only under a condition, and what decides is one."
		}
		switch a, b := wish(p.A, al.A, o.A), wish(p.B, al.B, o.B); {
		case a && !b && !(would(al.A, o.A) && future(al.B, o.B)):
			return "On the first side it is only planned, wished or proposed."
		case b && !a && !(would(al.B, o.B) && future(al.A, o.A)):
			return "On the second side it is only planned, wished or proposed."
		}
		return ""
	},
}

// future reports whether a deciding word is said of the future, or of what is
// to be: "will close", "to close".
func future(s *align.Statement, at []int) bool {
	for _, i := range at {
		if i < 1 {
			continue
		}
		if k, c := modalBefore(s, i); k >= 0 && c&lexicon.Sure != 0 && s.Words[k].Weight == 0 || s.Words[i-1].Norm == "to" {
			return true
		}
	}
	return false
}

// would reports whether the deciding words of a plan or forecast say what comes
// of it: "would end the subsidy" against "will not end it".
func would(s *align.Statement, at []int) bool {
	for _, i := range at {
		if i < 0 {
			continue
		}
		if k, _ := modalBefore(s, i); k >= 0 && (s.Words[k].Norm == "would" || s.Words[k].Norm == "should") {
			return true
		}
	}
	return false
}

// wish reports whether a claim is a wish, or one of the deciding words is
// planned or wished. What could not be done was not.
func wish(c compare.Statement, s *align.Statement, at []int) bool {
	if c.Claim != nil && (c.Claim.Stance == claims.Hoped || c.Claim.Stance == claims.Asked) {
		return true
	}
	for _, i := range at {
		if i >= 0 && s.Words[i].Unreal && !couldNot(s, i) {
			return true
		}
	}
	return false
}

func couldNot(s *align.Statement, i int) bool {
	for k := i - 1; k >= 0 && s.Words[k].Clause == s.Words[i].Clause; k-- {
		if n := s.Words[k].Norm; n == "couldn't" || n == "could" && s.Words[k+1].Norm == "not" {
			return true
		}
	}
	return false
}
