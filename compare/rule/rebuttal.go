package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
)

// rebuttal finds a speaker who calls what another has just said false, without
// a word of what would be true.
var rebuttal = Rule{
	ID:   "rebuttal",
	Doc:  `A speaker calls what stands just before, or what another whom he names says, untrue: "they sold the harbour" / "that is nonsense".`,
	Type: compare.Factivity,
	Run: func(al *align.Alignment, p compare.Pair) (Opposition, bool) {
		if !twoSources(p) {
			return Opposition{}, false
		}
		if o, ok := rebuts(al.A, al.B); ok {
			return o, true
		}
		o, ok := rebuts(al.B, al.A)
		o.A, o.B = o.B, o.A
		return o, ok
	},
	May: func(g *glance) bool {
		con := g.a.con | g.b.con
		return con != 0 && con&truthBit() != 0
	},
}

var truthBit = matterBit("truth")

const (
	// The scores of a rebuttal, at most justBehind bytes behind what it may
	// answer, and where it only names its speaker: of 32 and 77 on the
	// annotated stories two and three were marked.
	scoreBehind, scoreNamed = .08, .03
	justBehind              = 150
)

// rebuts reports whether s calls what t says untrue.
func rebuts(s, t *align.Statement) (Opposition, bool) {
	if s.Claim.Speaker == nil || len(t.Content) == 0 {
		return Opposition{}, false
	}
	score := 0.0
	switch d := behind(s.Statement, t.Statement); {
	case d >= 0 && d < justBehind:
		score = scoreBehind
	case addresses(s.Statement, t.Statement):
		score = scoreNamed
	default:
		return Opposition{}, false
	}
	n := wordLists().number("truth")
	for _, x := range stands(s) {
		if int(x.matter) != n || x.sign > 0 {
			continue
		}
		o := Opposition{Rule: "rebuttal", Type: compare.Factivity, View: true, A: x.words(), B: outermost(t), Score: score}
		o.Why = func() string { return fmt.Sprintf("%s answers what the other side says.", show(s, x)) }
		return o, true
	}
	return Opposition{}, false
}

// behind is how many bytes behind the claim of t that of s begins, in one
// article; negative elsewhere.
func behind(s, t compare.Statement) int {
	a, b := s.Claim, t.Claim
	if a.Article != b.Article || len(a.Content) == 0 || len(b.Content) == 0 {
		return -1
	}
	return a.Content[0].Start - b.Content[len(b.Content)-1].End
}

// outermost are the first and the last word of weight.
func outermost(s *align.Statement) []int {
	first, last := s.Content[0], s.Content[len(s.Content)-1]
	if first == last {
		return []int{first}
	}
	return []int{first, last}
}
