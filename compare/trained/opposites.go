package trained

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// opposites are words of both sides that the lexicon opposes.
var opposites = family{
	ID:   "opposites",
	Type: compare.Antonym,
	show: showOpposites,
	Names: []string{
		"all", "free", "strong", "turned", "weight", "context", "beside", "clause-a", "clause-b", "instead",
	},
	measure: func(d *desk, out []float32) {
		for n := range d.Opposed {
			d.opposite(&d.Opposed[n], out)
		}
	},
}

// opposite adds one pair of opposites to the features.
func (d *desk) opposite(l *align.Link, out []float32) {
	a, b := &d.A.Words[l.A], &d.B.Words[l.B]
	out[0]++
	if d.a.to[l.A] >= 0 && d.b.to[l.B] >= 0 {
		return // both have their like on the other side
	}
	free := d.a.to[l.A] < 0 && d.b.to[l.B] < 0
	if a.Off != b.Off {
		out[3]++ // "not open" and "closed" say one thing
		return
	}
	out[1] += flag(free)
	out[2] += flag(free && l.Rel&lexicon.Opposed != 0)
	out[4] = max(out[4], float32(min(a.Weight, b.Weight)))
	ca, cb := d.around(&d.a, l.A), d.around(&d.b, l.B)
	out[5] = max(out[5], min(ca, cb))
	out[6] = max(out[6], d.beside(l.A, l.B))
	out[7], out[8] = max(out[7], ca), max(out[8], cb)
	out[9] = max(out[9], flag(free && d.a.bare == 1 && d.b.bare == 1))
}

// beside is how many of the words before and behind i and j are the same, or
// both at an end: 0 to 2.
func (d *desk) beside(i, j int) float32 { return flag(d.meet(i-1, j-1)) + flag(d.meet(i+1, j+1)) }

// meet reports whether word i of A is word j of B or linked to it, or both are
// beyond an end.
func (d *desk) meet(i, j int) bool {
	endA, endB := i < 0 || i >= len(d.A.Words), j < 0 || j >= len(d.B.Words)
	if endA || endB {
		return endA && endB && i < 0 == (j < 0)
	}
	return d.A.Words[i].Key() == d.B.Words[j].Key() || d.linked(&d.a, i) == j
}
