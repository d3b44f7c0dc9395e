package rule

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

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
	// leastOwn words must be the same where nothing else speaks against two speakers, or
	// they may have a phrase in common. Of a hundred such findings in years of news one in
	// seven was right; of those with as many words, whole quotations of nearly one day, seven
	// in eight.
	leastOwn = 12
)

func misattributed(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	a, b := p.A.Claim, p.B.Claim
	if !twoNamed(a, b) || covered(al) < .7 || !owns(&p.A, b.Speaker) || !owns(&p.B, a.Speaker) {
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
	if same := inner(steps); cited(al.A, x[same[0].a0]) || cited(al.B, y[same[0].b0]) {
		return Opposition{}, false
	}
	grade := 0
	if common < leastOwn || a.Kind != claims.Direct || b.Kind != claims.Direct || a.Date != b.Date && !oneOccasion(a, b) {
		grade = 1
	}
	return Opposition{
		Rule: "attribution", Type: compare.Attribution, Grade: grade, Cover: share(inner(steps)), Mass: float64(common),
		SpanA: spanOf(x, 0, len(x)), SpanB: spanOf(y, 0, len(y)),
		Why: func() string {
			return fmt.Sprintf("The same words are given to %s on one side and to %s on the other.", a.Speaker.Name, b.Speaker.Name)
		},
	}, true
}

// oneOccasion reports claims of which days are known that do not lie apart.
func oneOccasion(a, b *claims.Claim) bool {
	return a.Date != "" && b.Date != "" && !twoOccasions(a, b)
}

// cited reports whether words begin a quotation within a speaker's own words: he
// quotes another, or a text, as anybody may.
func cited(s *align.Statement, first token) bool {
	if s.Claim.Kind != claims.Direct {
		return false
	}
	before := strings.TrimRight(s.Text[:first.span.Start], " ")
	return strings.HasSuffix(before, "‘") || strings.HasSuffix(before, "“") || strings.HasSuffix(before, "'") || strings.HasSuffix(before, `"`)
}

// twoNamed reports whether the claims are of two speakers with names.
func twoNamed(a, b *claims.Claim) bool {
	return a != nil && b != nil && named(a.Speaker) && named(b.Speaker) && a.Speaker.ID != b.Speaker.ID && !sameName(a.Speaker, b.Speaker)
}

// owns reports whether a statement is its speaker's beyond doubt: nobody tells it of him
// ("Lee said that Hale said"), and the other is not named in it, who may have been quoted.
// Without this, and a name beside the words (package check sees to that), it is mostly we
// who are wrong, not a paper: of 26 such findings in ten months of news three or four were
// right.
func owns(s *compare.Statement, other *claims.Speaker) bool {
	c := s.Claim
	return c.Within == "" && !has(c.Text, other.Surname())
}

// has reports whether a text has a name, or what is its ("Lee's").
func has(text, name string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }), func(w string) bool { return w == name })
}

// sameName reports that one name has all the words of the other ("Lee", "Ann Lee"), or
// that their last words are spelt alike, and their first are one or one is missing ("Ann
// Boyle", "Boyl").
func sameName(a, b *claims.Speaker) bool {
	x, y := strings.Fields(a.Name), strings.Fields(b.Name)
	if len(x) > len(y) {
		x, y = y, x
	}
	return (len(x) == 1 || x[0] == y[0]) && misspelt(a.Surname(), b.Surname()) || !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// misspelt reports whether two names differ by so few letters as one of somebody that a
// paper spells wrongly does: one, or two that have changed places.
func misspelt(a, b string) bool {
	const shortest = 4 // letters: "Li" and "Lo" are two people
	if a == b || min(len(a), len(b)) < shortest {
		return false
	}
	n := distance(a, b)
	return n == 1 || n == 2 && a[0] == b[0] && sorted(a) == sorted(b)
}

func sorted(word string) string {
	letters := []byte(word)
	slices.Sort(letters)
	return string(letters)
}

func named(s *claims.Speaker) bool { return s != nil && s.ID != "" && s.Name != "" }
