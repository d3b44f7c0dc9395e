package boost

import "math"

// Bounds adds to low and high, of length Classes, at most and at least what Add
// adds for any vector whose bins are not below from and not above to, but for what
// is lost in rounding.
func (f *Forest) Bounds(from, to *[MaxFeatures + 1]uint8, low, high []float32) {
	for i, t := range f.trees {
		k := i % f.Classes
		least, most := t.bounds(f, from, to)
		low[k] += least * f.Scale
		high[k] += most * f.Scale
	}
}

// bounds are the least and the greatest leaf of a tree that such a vector may fall
// into. Each node sends it down one side or both.
func (t tree) bounds(f *Forest, from, to *[MaxFeatures + 1]uint8) (least, most float32) {
	nodes, value := f.nodes[t.root:], f.value[t.root:]
	least, most = math.MaxFloat32, -math.MaxFloat32
	var room [32]uint32
	open := append(room[:0], 0)
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		for !nodes[at].leaf() {
			n := nodes[at]
			a, b := n.step(from[n.feature()]), n.step(to[n.feature()])
			if at = a; a != b {
				open = append(open, b)
			}
		}
		least, most = min(least, value[at]), max(most, value[at])
	}
	return least, most
}
