package trained

import "crosscheck/compare/align"

// Gate reports whether two statements have enough in common to be aligned: at
// least LeastCommon of the weight of the one or the other in words that both
// have. It costs a fifth of an alignment. MODEL_CARD.md says what it loses.
func (m *Model) Gate(a, b *align.Statement) bool {
	var room [64]align.Couple
	common := align.Common(a, b, 1, room[:0])
	if len(common) == 0 {
		return false
	}
	inA, inB := 0.0, 0.0
	last := -1
	for n, c := range common {
		if c.A != last {
			inA += a.Words[c.A].Weight
			last = c.A
		}
		if first(common[:n], c.B) {
			inB += b.Words[c.B].Weight
		}
	}
	return inA >= LeastCommon*a.Total || inB >= LeastCommon*b.Total
}

// LeastCommon is the share of either statement's weight that the gate asks for.
const LeastCommon = .25

// first reports whether word j of B is not among the couples.
func first(couples []align.Couple, j int) bool {
	for _, c := range couples {
		if c.B == j {
			return false
		}
	}
	return true
}
