package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// Guard holds an opposition back, whichever judge has found it.
type Guard struct {
	ID  string // "same-side"; it stands in a report's list of pairs set aside
	Doc string // when it holds, in one sentence
	// Run says in a sentence why it holds o back, and "" where it does not. Of
	// o it asks the type, the score and the deciding words, A and B; where no
	// words are known, it takes the statements as a whole.
	Run func(o Opposition, al *align.Alignment, p compare.Pair) string
}

// Guards lists the guards; the first that holds is the one that is told. That
// both sides speak of one subject, time and part comes before what is made of it.
var Guards = []Guard{
	sameSide, supersession, scope, otherSubject, question, unrealised, reported, incidental, listed, scare, connective, refinement, restatement,
}

// Guarded returns the ID of the first guard that holds o back, with the reason
// in a sentence; "" and "" where none does. It asks nothing of the rule that found
// o, which another judge may have found.
func Guarded(o Opposition, al *align.Alignment, p compare.Pair) (id, why string) {
	for _, g := range Guards {
		if o.View && factual[g.ID] && !(happened[o.Rule] && g.ID == unrealised.ID) {
			continue
		}
		if why := g.Run(o, al, p); why != "" {
			return g.ID, why
		}
	}
	return "", ""
}

// quotes reports whether o is about how words were quoted, not about facts.
func quotes(o Opposition) bool {
	return o.Type == compare.Wording || o.Type == compare.Attribution || o.Rule == "paraphrase" || o.Rule == "modality"
}

// decides reports whether word i stands in a clause of the deciding words, or
// whether these are not known.
func decides(s *align.Statement, at []int, i int) bool {
	known := false
	for _, k := range at {
		if k >= 0 && s.Words[k].Clause == s.Words[i].Clause {
			return true
		}
		known = known || k >= 0
	}
	return !known
}

// either quotes word i of A or word j of B, where the other is -1.
func either(al *align.Alignment, i, j int) string {
	if i >= 0 {
		return quoted(al.A, i)
	}
	return quoted(al.B, j)
}

// first is the first of the deciding words, -1 where none is known.
func first(at []int) int {
	for _, i := range at {
		if i >= 0 {
			return i
		}
	}
	return -1
}
