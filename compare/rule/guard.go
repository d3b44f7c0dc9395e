package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// Guard holds an opposition back that a rule has found.
type Guard struct {
	ID  string // "same-side"; it stands in a report's list of pairs set aside
	Doc string // when it holds, in one sentence
	// Run reports whether it holds o back.
	Run func(o Opposition, al *align.Alignment, p compare.Pair) bool
}

// Guards lists the guards; the first that holds is the one that is told.
var Guards = []Guard{sameSide, supersession, scope, otherSubject, unrealised, refinement}

// quotes reports whether o is about how words were quoted, not about facts.
func quotes(o Opposition) bool {
	return o.Type == compare.Wording || o.Type == compare.Attribution || o.Rule == "paraphrase" || o.Rule == "modality"
}
