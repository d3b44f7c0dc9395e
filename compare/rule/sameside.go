package rule

import (
	"cmp"
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
)

// opposite is the score from which two papers that have one speaker say
// opposite things on one day are told apart from a speaker who goes on.
const opposite = .6

// sameSide holds back a dispute of a speaker with himself, or of two who speak
// for one party, on one day or on days of which nothing is known.
var sameSide = Guard{
	ID:  "same-side",
	Doc: "Both statements are one speaker's, or of two who speak for the same party, and nothing says that they were made at different times; or they are what two shares of those asked in one survey say.",
	Run: func(o Opposition, _ *align.Alignment, p compare.Pair) string {
		a, b := p.A.Claim, p.B.Claim
		if quotes(o) || a == nil || b == nil || a.Speaker == nil || b.Speaker == nil {
			return ""
		}
		if sameSpeaker(p) {
			when := together(a.Date, b.Date)
			if when != "" && (a.Outlet == b.Outlet || o.Score < opposite) {
				return fmt.Sprintf("Both are of one speaker, %s, %s.", cmp.Or(a.Speaker.Name, "who is not named"), when)
			}
			return ""
		}
		if a.Speaker.Party != "" && a.Speaker.Party == b.Speaker.Party {
			return fmt.Sprintf("Both speak for %s.", a.Speaker.Party)
		}
		if a.Article == b.Article && partOf(a.Speaker.Name) && partOf(b.Speaker.Name) {
			return fmt.Sprintf("“%s” and “%s” are shares of those who were asked.", a.Speaker.Name, b.Speaker.Name)
		}
		return ""
	},
}

// together says how far two dates let two statements be of one time, "" where they
// are not: a date that is not known is no other day.
func together(a, b string) string {
	switch {
	case a == "" || b == "":
		return "and nothing says that they were made on two days"
	case a == b:
		return "on one day"
	}
	return ""
}
