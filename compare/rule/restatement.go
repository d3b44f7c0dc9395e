package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// restatement holds back one event told twice.
var restatement = Guard{
	ID:  "restatement",
	Doc: "Both sides say the same, in the same words or in others for the same things.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) string {
		if !quotes(o) && o.Type != compare.Structure && o.Type != compare.Quantifier && missed(al.A, al.ToB) < 0 && missed(al.B, al.ToA) < 0 && agrees(al) && within(al.A, al.B) && within(al.B, al.A) {
			return "Each side says all that the other does."
		}
		return ""
	},
}
