package rule

import (
	"strings"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// supersession holds back a later state of the same thing.
var supersession = Guard{
	ID:  "supersession",
	Doc: "One side speaks of an earlier state and the other of a later one, by its words or by its date: an update, not a contradiction.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) bool {
		if quotes(o) {
			return false
		}
		a, b := p.A.Claim, p.B.Claim
		otherDay := a != nil && b != nil && a.Date != b.Date && a.Date != "" && b.Date != ""
		if ma, mb := marks(al.A, o.A), marks(al.B, o.B); ma != mb && (otherDay || (ma|mb)&lexicon.Earlier != 0) {
			return true
		}
		if restores(al.A, o.A) != restores(al.B, o.B) {
			return true
		}
		return a != nil && b != nil && o.Type == compare.Number && a.Date != "" && b.Date != "" && a.Date != b.Date
	},
}

// restoring are the beginnings of verbs that bring back what was off: they say
// that it was.
var restoring = []string{"resum", "reopen", "restart", "restor", "reinstat"}

// restores reports whether a deciding word brings something back.
func restores(s *align.Statement, at []int) bool {
	for _, i := range at {
		for _, stem := range restoring {
			if i >= 0 && strings.HasPrefix(s.Words[i].Norm, stem) {
				return true
			}
		}
	}
	return false
}

// marks are the words of time in the clauses of the deciding words.
func marks(s *align.Statement, at []int) lexicon.Class {
	var c lexicon.Class
	for _, i := range at {
		for k := range s.Words {
			if i >= 0 && s.Words[k].Clause == s.Words[i].Clause {
				c |= s.Words[k].Class & (lexicon.Now | lexicon.Earlier)
			}
		}
	}
	return c
}
