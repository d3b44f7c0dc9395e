package rule

import (
	"fmt"
	"strings"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// otherSubject holds back the same words said of somebody else.
var otherSubject = Guard{
	ID:  "different-subject",
	Doc: "What stands before the deciding words on one side has no counterpart before them on the other: the same said of another. Or each tells what he does himself. Or one side says of somebody that he did not do it, and the other only that it was done.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		if quotes(o) || o.Type == compare.Structure || o.Type == compare.Date || o.Rule == "evidence" || len(o.A) == 0 || len(o.B) == 0 || o.A[0] < 0 || o.B[0] < 0 {
			return ""
		}
		if why := themselves(al, o, p); why != "" {
			return why
		}
		if i, j := strangers(al, o); i >= 0 && j >= 0 && !(contains(o.A, i) && contains(o.B, j)) {
			return fmt.Sprintf("It is said of %s on one side and of %s on the other.", quoted(al.A, i), quoted(al.B, j))
		}
		if i := byNobody(al, o); i >= 0 {
			return fmt.Sprintf("One side says only that it was done, by whomever: %s.", quoted(al.A, al.Links[i].A))
		}
		if o.Explicit || o.Rule == "record" {
			return "" // what is called on or off is the subject itself; "the mill" is "the building"
		}
		a, b := subject(al.A, o.A[0]), subject(al.B, o.B[0])
		if len(a) == 0 || len(b) == 0 {
			return ""
		}
		i, j := loner(al.A, al.B, al.ToB, a), loner(al.B, al.A, al.ToA, b)
		switch {
		case i >= 0 && j >= 0:
		case met(al, a, b):
			return ""
		default:
			i, j = a[len(a)-1], b[len(b)-1]
		}
		return fmt.Sprintf("It is said of %s on one side and of %s on the other.", quoted(al.A, i), quoted(al.B, j))
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

// loner returns a word of a subject that the other side does not have, or -1.
func loner(s, other *align.Statement, to, words []int) int {
	for _, i := range words {
		if to[i] < 0 && s.Words[i].Weight >= leastLoner && !other.Implies(&s.Words[i]) {
			return i
		}
	}
	return -1
}

// leastLoner is the weight from which on a word tells subjects apart.
const leastLoner = 2

// strangers are somebody or something that each side names, in the clause that
// decides, and the other does not; one is -1 where there is none.
func strangers(al *align.Alignment, o Opposition) (a, b int) {
	return stranger(al.A, al.B, al.ToB, o.A[0]), stranger(al.B, al.A, al.ToA, o.B[0])
}

func stranger(s, other *align.Statement, to []int, at int) int {
	for _, i := range s.Content {
		w := &s.Words[i]
		if w.Name && w.Named()&lexicon.Calendar == 0 && to[i] < 0 && w.Clause == s.Words[at].Clause && !other.Implies(w) {
			return i
		}
	}
	return -1
}
