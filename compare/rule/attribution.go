package rule

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// attribution finds one quotation given to two speakers.
var attribution = Rule{
	ID:   "attribution",
	Doc:  `The same words stand in quotation marks on both sides and are given to two different speakers.`,
	Type: compare.Attribution,
	Run:  misattributed,
	May:  func(g *glance) bool { return g.quoted(leastSaid) && twoNamed(g.a.Claim, g.b.Claim) },
}

const (
	// leastSaid words must be the same: short phrases are everybody's.
	leastSaid = 8
	// leastSaidShare of the shorter quotation must be the same.
	leastSaidShare = .95
)

func misattributed(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	a, b := p.A.Claim, p.B.Claim
	if !twoNamed(a, b) || covered(al) < .7 {
		return Opposition{}, false
	}
	x, y := quotation(al.A), quotation(al.B)
	if len(x) < leastSaid || len(y) < leastSaid {
		return Opposition{}, false
	}
	steps, common := diff(x, y)
	if common < leastSaid || share(inner(steps)) < leastSaidShare || float64(common) < leastSaidShare*float64(min(len(x), len(y))) {
		return Opposition{}, false
	}
	return Opposition{
		Rule: "attribution", Type: compare.Attribution, Cover: share(inner(steps)), Mass: float64(common),
		SpanA: spanOf(x, 0, len(x)), SpanB: spanOf(y, 0, len(y)),
		Why: func() string {
			return fmt.Sprintf("The same words are given to %s on one side and to %s on the other.", a.Speaker.Name, b.Speaker.Name)
		},
	}, true
}

// twoNamed reports whether the claims are of two speakers with names.
func twoNamed(a, b *claims.Claim) bool {
	return a != nil && b != nil && named(a.Speaker) && named(b.Speaker) && a.Speaker.ID != b.Speaker.ID && !sameName(a.Speaker.Name, b.Speaker.Name)
}

// sameName reports that one name has all the words of the other: "Lee", "Ann Lee".
func sameName(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

func named(s *claims.Speaker) bool { return s != nil && s.ID != "" && s.Name != "" }
