package boost

// Paths adds to moved, by feature, how far it moved class k: at each step down
// a tree the change of the mean belongs to the feature asked for there
// (Saabas 2014, "Interpreting random forests"). The parts add up to what Add
// adds less what it would for any vector.
func (f *Forest) Paths(bins *[MaxFeatures + 1]uint8, k int, moved []float32) {
	for i := k; i < len(f.trees); i += f.Classes {
		t := f.trees[i]
		nodes, value := f.nodes[t.root:], f.value[t.root:]
		for at := 0; !nodes[at].leaf(); {
			n := nodes[at]
			next := int(n.step(bins[n.feature()]))
			moved[n.feature()] += (value[next] - value[at]) * f.Scale
			at = next
		}
	}
}
