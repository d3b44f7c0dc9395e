package rule

import (
	"strings"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// otherSubject holds back the same words said of somebody else.
var otherSubject = Guard{
	ID:  "different-subject",
	Doc: "What stands before the deciding words on one side has no counterpart before them on the other: the same said of another.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) bool {
		if quotes(o) || o.Type == compare.Structure || o.Type == compare.Date || o.Rule == "evidence" || len(o.A) == 0 || len(o.B) == 0 {
			return false
		}
		if o.Explicit {
			return strangers(al, o) // what is called on or off is the subject itself
		}
		a, b := subject(al.A, o.A[0]), subject(al.B, o.B[0])
		if len(a) == 0 || len(b) == 0 {
			return strangers(al, o)
		}
		return !met(al, a, b) || strangers(al, o) || loner(al.A, al.B, al.ToB, a) && loner(al.B, al.A, al.ToA, b)
	},
}

// subject are the content words before word at in its clause.
func subject(s *align.Statement, at int) []int {
	const no = lexicon.Saying | lexicon.Reverser | lexicon.Keeper | lexicon.Plan | lexicon.Now | lexicon.Earlier
	var out []int
	for i := at - 1; i >= 0 && s.Words[i].Clause == s.Words[at].Clause; i-- {
		w := &s.Words[i]
		if w.Class&lexicon.Saying != 0 || w.Norm == "that" {
			break
		}
		if w.Weight > 0 && w.Class&no == 0 && !strings.HasSuffix(w.Norm, "ly") {
			out = append(out, i)
		}
	}
	return out
}

// met reports whether a word of a has its counterpart in b, or is meant by the
// other side.
func met(al *align.Alignment, a, b []int) bool {
	for _, i := range a {
		if n := al.ToB[i]; n >= 0 || al.B.Implies(&al.A.Words[i]) {
			return true
		}
	}
	for _, j := range b {
		if n := al.ToA[j]; n >= 0 || al.A.Implies(&al.B.Words[j]) {
			return true
		}
	}
	return false
}

// loner reports whether a subject has a word of its own that the other side
// does not have.
func loner(s, other *align.Statement, to, words []int) bool {
	for _, i := range words {
		if to[i] < 0 && s.Words[i].Weight >= leastLoner && !other.Implies(&s.Words[i]) {
			return true
		}
	}
	return false
}

// leastLoner is the weight from which on a word tells subjects apart.
const leastLoner = 2

// strangers reports whether each side names, in the clause that decides,
// somebody or something that the other does not.
func strangers(al *align.Alignment, o Opposition) bool {
	return stranger(al.A, al.B, al.ToB, o.A[0]) && stranger(al.B, al.A, al.ToA, o.B[0])
}

func stranger(s, other *align.Statement, to []int, at int) bool {
	for _, i := range s.Content {
		w := &s.Words[i]
		if w.Name && w.Named()&lexicon.Calendar == 0 && to[i] < 0 && w.Clause == s.Words[at].Clause && !other.Implies(w) {
			return true
		}
	}
	return false
}
