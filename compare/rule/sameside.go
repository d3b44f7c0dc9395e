package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// opposite is the score from which two papers that have one speaker say
// opposite things on one day are told apart from a speaker who goes on.
const opposite = .6

// sameSide holds back a dispute of a speaker with himself, or of two who speak
// for one party, on one day.
var sameSide = Guard{
	ID:  "same-side",
	Doc: "Both statements are one speaker's, or of two who speak for the same party, and nothing says that they were made at different times.",
	Run: func(o Opposition, _ *align.Alignment, p compare.Pair) bool {
		if quotes(o) {
			return false
		}
		a, b := p.A.Claim, p.B.Claim
		if a == nil || b == nil || a.Speaker == nil || b.Speaker == nil {
			return false
		}
		if sameSpeaker(p) {
			oneDay := a.Date == b.Date || a.Date == "" || b.Date == ""
			return oneDay && (a.Outlet == b.Outlet || o.Score < opposite)
		}
		return a.Speaker.Party != "" && a.Speaker.Party == b.Speaker.Party
	},
}
