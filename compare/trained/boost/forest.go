package boost

import (
	"math"
	"sort"
)

const (
	// MaxFeatures is the most features a forest can have: one byte tells them apart.
	MaxFeatures = 255
	// MaxBins is the most bins of a feature. Twice as many did no better.
	MaxBins = 64
)

// Forest is a fitted model. It is not changed by being asked, so it may be
// used by many goroutines at once.
type Forest struct {
	Classes int
	// Cuts are, by feature, the bounds between its bins in rising order.
	Cuts [][]float32
	// Scale is what the sum of the leaves is multiplied by: the reciprocal of
	// a temperature (Guo et al. 2017). 1 as Fit returns it.
	Scale float32

	trees []tree
	nodes []node
	value []float32 // of each node: of a leaf what it adds, of another the mean of what is below it
}

// tree is where the nodes of a tree begin and how deep its deepest leaf is.
// Trees are in order of rounds and, within one, of classes.
type tree struct {
	root  int32
	depth int32
}

// node sends a vector to next where its bin of feature is at most bin, and to
// the node behind next elsewhere. A leaf sends everything to itself, so that
// all walks down a tree may be of one length. The lowest byte is the feature,
// the second the bin, the rest is next, counted from the tree's root.
type node uint32

func newNode(feature int, bin uint8, next int) node {
	return node(feature) | node(bin)<<8 | node(next)<<16
}

func (n node) feature() uint8 { return uint8(n) }
func (n node) bin() uint8     { return uint8(n >> 8) }
func (n node) next() int      { return int(n >> 16) }
func (n node) leaf() bool     { return n.bin() == leaf }

// step is where a vector goes whose bin of the feature is b, without a branch:
// which way it goes cannot be foreseen, and a wrong guess costs more than the
// step.
func (n node) step(b uint8) uint32 {
	return uint32(n>>16) + (uint32(n.bin())-uint32(b))>>31
}

// leaf is the bin of a leaf, which no bin is above.
const leaf = math.MaxUint8

// Trees is the number of trees.
func (f *Forest) Trees() int { return len(f.trees) }

// Features is the number of features.
func (f *Forest) Features() int { return len(f.Cuts) }

// Sort puts the bin of each feature of x into bins, which is as long as x.
func (f *Forest) Sort(x []float32, bins []uint8) {
	for i, cuts := range f.Cuts {
		bins[i] = sorted(cuts, x[i])
	}
}

// sorted is the number of cuts that x is above.
func sorted(cuts []float32, x float32) uint8 {
	low, n := 0, len(cuts)
	for n > 0 {
		half := n / 2
		if x > cuts[low+half] {
			low, n = low+half+1, n-half-1
		} else {
			n = half
		}
	}
	return uint8(low)
}

// Add adds to raw, of length Classes, the logarithms of the odds of the classes
// for a vector that Sort has sorted into bins.
func (f *Forest) Add(bins *[MaxFeatures + 1]uint8, raw []float32) {
	k, n := 0, len(f.trees)
	add := func(at uint32) {
		raw[k] += f.value[at] * f.Scale
		if k++; k == f.Classes {
			k = 0
		}
	}
	for ; n >= 3; n -= 3 {
		i := len(f.trees) - n
		x, y, z := f.walks(f.trees[i], f.trees[i+1], f.trees[i+2], bins)
		add(x)
		add(y)
		add(z)
	}
	for ; n > 0; n-- {
		t := f.trees[len(f.trees)-n]
		x, _, _ := f.walks(t, t, t, bins)
		add(x)
	}
}

// walks returns the leaves of three trees that a vector falls into. Down one
// tree each step waits for the last; three at a time take half as long.
func (f *Forest) walks(t, u, v tree, bins *[MaxFeatures + 1]uint8) (a, b, c uint32) {
	p, q, r := f.nodes[t.root:], f.nodes[u.root:], f.nodes[v.root:]
	x, y, z := p[0], q[0], r[0]
	for range max(t.depth, u.depth, v.depth) {
		a, b, c = x.step(bins[x.feature()]), y.step(bins[y.feature()]), z.step(bins[z.feature()])
		x, y, z = p[a], q[b], r[c]
	}
	return uint32(t.root) + a, uint32(u.root) + b, uint32(v.root) + c
}

// Softmax turns the logarithms of odds into probabilities, in place.
func Softmax(raw []float32) {
	top := raw[0]
	for _, r := range raw {
		top = max(top, r)
	}
	sum := float32(0)
	for i, r := range raw {
		raw[i] = float32(math.Exp(float64(r - top)))
		sum += raw[i]
	}
	for i := range raw {
		raw[i] /= sum
	}
}

// cutsOf returns at most MaxBins-1 bounds that part the values of a feature
// into bins of about as many rows each.
func cutsOf(values []float32) []float32 {
	v := append([]float32(nil), values...)
	sort.Slice(v, func(i, j int) bool { return v[i] < v[j] })
	var cuts []float32
	for i, step := 0, max(1, len(v)/MaxBins); i < len(v) && len(cuts) < MaxBins-1; {
		j := min(i+step, len(v)) // the bin holds at least step rows
		for j < len(v) && v[j] == v[j-1] {
			j++
		}
		if j == len(v) {
			break
		}
		cuts = append(cuts, (v[j-1]+v[j])/2)
		i = j
	}
	return cuts
}

// Asked is, by feature, how many nodes ask for it.
func (f *Forest) Asked() []int {
	out := make([]int, len(f.Cuts))
	for _, n := range f.nodes {
		if !n.leaf() {
			out[n.feature()]++
		}
	}
	return out
}
