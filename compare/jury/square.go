package jury

import (
	"crosscheck/compare/align"
	"crosscheck/compare/rule"
)

// squareScore is the least score of a square opposition between two outlets on
// one day. The labelled news has next to none, and the trees take them for the
// loose ones that they know.
const squareScore = .55

// square is the least score of a square opposition, 0 of any other.
func square(al *align.Alignment, o rule.Opposition) float64 {
	if !o.View && apartOutlets(al) && (o.Rule == "record" || o.Rule == "nobody" && oneDayOutlets(al) || squarely(al, o)) {
		return squareScore
	}
	return 0
}

// squarely reports that two outlets tell on one day of one event what cannot
// both be, and tell it with many words in common: opposed predicates of one subject
// and, where both have one, of one object ("the council approved the plan after a
// long night", "the council rejected the plan").
func squarely(al *align.Alignment, o rule.Opposition) bool {
	i, j := last(o.A), last(o.B)
	return o.Rule == "opposed" && i >= 0 && j >= 0 && o.Grade <= 1 && o.Score >= squareRule && o.Mass >= squareMass && o.Nucleus >= squareNucleus &&
		o.Core >= squareCore && o.Even >= squareEven && oneDayOutlets(al) && oneMatter(al, i, j)
}

// apartOutlets reports claims of two outlets.
func apartOutlets(al *align.Alignment) bool {
	a, b := al.A.Claim, al.B.Claim
	return a != nil && b != nil && a.Outlet != b.Outlet
}

// oneMatter reports that words i and j are predicates of one subject and, where
// both have one, of one object, and tell what is.
func oneMatter(al *align.Alignment, i, j int) bool {
	return !al.A.Words[i].Unreal && !al.B.Words[j].Unreal && predicate(al.A, i) && predicate(al.B, j) && sameSubject(al, i, j) && sameObject(al, i, j)
}

// What a square opposition has at least: the score of its rule, the weight of what
// the two share and of what opposes, the shares of the deciding clauses and of the
// longer statement. In 34,000 articles of the news a first version, with a mass of 3,
// took 180 pairs for square, of changed places, negations and tolls too: of some 110
// that were read one in five was right, of opposed verbs one in three.
const squareRule, squareMass, squareNucleus, squareCore, squareEven = .6, 20, 1, .5, .3

// oneDayOutlets reports claims of two outlets that were printed or made on one
// day.
func oneDayOutlets(al *align.Alignment) bool {
	a, b := al.A.Claim, al.B.Claim
	if a == nil || b == nil || a.Outlet == b.Outlet || !ofOneDay(al) {
		return false
	}
	n := days(a.Date, b.Date)
	return n == 0 || n == 1
}
