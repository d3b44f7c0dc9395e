package rule

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// twoSources reports whether a pair is of two who speak each for himself: two
// speakers of different sides, or a speaker and an outlet.
func twoSources(p compare.Pair) bool {
	a, b := p.A.Claim, p.B.Claim
	if a == nil || b == nil || a.Speaker == nil && b.Speaker == nil || sameSpeaker(p) {
		return false
	}
	return a.Speaker == nil || b.Speaker == nil || a.Speaker.Party == "" || a.Speaker.Party != b.Speaker.Party
}

// What surrounds two contrary stands, by how much more or less often they tell
// a pair of the annotated stories with it than without; in general the counts
// were higher, and less was taken for their number.
const (
	viaOutlet   = .4  // one of them is the outlet's own voice
	viaAnswer   = 2.5 // one stands within answerReach of the other in one article
	viaFollowed = 1.3 // within followReach
	viaName     = 1.25
	viaParties  = 1.4 // both speak for a side that is known
	viaQuotes   = 1.4 // both stand in quotation marks
	viaCommon   = 1.3 // besides their clauses they share at least commonMass
	viaStranger = .6  // each names somebody whom the other does not

	answerReach, followReach = 300, 700 // bytes
	commonMass               = 4
	// mostView is the score of the surest of these: read by eye, two in five
	// of the best were right.
	mostView = .4
)

// surroundings is by how much the score of two contrary stands is raised or
// lowered by who takes them and where. beside is the weight of what they share
// outside of the clauses of the stands.
func surroundings(al *align.Alignment, p compare.Pair, o Opposition, beside float64) float64 {
	a, b := p.A.Claim, p.B.Claim
	f := 1.0
	if beside > commonMass {
		f *= viaCommon
	}
	if i, j := strangers(al, o); i >= 0 && j >= 0 {
		f *= viaStranger
	}
	switch d := apartBytes(a, b); {
	case d < 0:
	case d < answerReach:
		f *= viaAnswer
	case d < followReach:
		f *= viaFollowed
	}
	if addresses(p.A, p.B) || addresses(p.B, p.A) {
		f *= viaName
	}
	if a.Speaker == nil || b.Speaker == nil {
		return f * viaOutlet
	}
	if a.Speaker.Party != "" && b.Speaker.Party != "" {
		f *= viaParties
	}
	if al.A.Quote && al.B.Quote {
		f *= viaQuotes
	}
	return f
}

// apartBytes is how far the beginnings of two claims of one article are apart,
// -1 for two articles.
func apartBytes(a, b *claims.Claim) int {
	if a.Article != b.Article || len(a.Content) == 0 || len(b.Content) == 0 {
		return -1
	}
	d := a.Content[0].Start - b.Content[0].Start
	return max(d, -d)
}

// addresses reports whether a statement names the speaker of another.
func addresses(s, other compare.Statement) bool {
	const leastName = 4 // "ad" and "he" stand in every text
	if other.Claim.Speaker == nil {
		return false
	}
	name := other.Claim.Speaker.Name
	name = name[strings.LastIndexByte(name, ' ')+1:]
	return len(name) >= leastName && strings.Contains(s.Text, name)
}
