package boost

import "math"

// grown is a tree as it grows, its nodes counted from 0.
type grown struct {
	nodes []node
	value []float32
	depth int32
}

// branch is a leaf that may yet be split.
type branch struct {
	at    int   // its node
	depth int32 // of the node
	rows  []int32
	hist  histogram
	g, h  float64
	best  split
}

// split is the best way to part a leaf; gain is 0 where there is none.
type split struct {
	gain    float64
	feature int
	bin     uint8
	g, h    float64 // of the part that is at most bin
}

// grow grows one tree on the slopes of the rows seen in this round.
func (l *learner) grow(columns []int) *grown {
	t := &grown{}
	root := branch{rows: append([]int32(nil), l.seen...)}
	root.hist = l.count(root.rows, columns)
	for _, i := range root.rows {
		root.g, root.h = root.g+float64(l.g[i]), root.h+float64(l.h[i])
	}
	t.leaf(l, root.g, root.h)
	root.best = l.best(&root, columns)
	open := []branch{root}
	for len(open) > 0 && len(t.nodes) < 2*l.Leaves-1 {
		n := widest(open)
		b := open[n]
		if b.best.gain <= 0 {
			break
		}
		left, right := l.part(t, &b, columns)
		open[n] = left
		open = append(open, right)
	}
	return t
}

// leaf adds a leaf and returns its place.
func (t *grown) leaf(l *learner, g, h float64) int {
	at := len(t.nodes)
	t.nodes = append(t.nodes, newNode(0, leaf, at))
	t.value = append(t.value, float32(-l.Rate*g/(h+l.L2)))
	return at
}

// widest is the place of the branch with the largest gain, the first of equals.
func widest(open []branch) int {
	n := 0
	for i := range open {
		if open[i].best.gain > open[n].best.gain {
			n = i
		}
	}
	return n
}

// part splits a branch in two. Only the smaller part is counted; the larger is
// what is left of the whole.
func (l *learner) part(t *grown, b *branch, columns []int) (left, right branch) {
	s := b.best
	left = branch{depth: b.depth + 1, g: s.g, h: s.h}
	right = branch{depth: b.depth + 1, g: b.g - s.g, h: b.h - s.h}
	left.at, right.at = t.leaf(l, left.g, left.h), t.leaf(l, right.g, right.h)
	t.nodes[b.at] = newNode(s.feature, s.bin, left.at)
	t.depth = max(t.depth, b.depth+1)
	left.rows, right.rows = l.divide(b.rows, s)
	small, large := &left, &right
	if len(left.rows) > len(right.rows) {
		small, large = large, small
	}
	small.hist = l.count(small.rows, columns)
	large.hist = b.hist
	large.hist.take(small.hist)
	left.best, right.best = l.best(&left, columns), l.best(&right, columns)
	return left, right
}

// divide sorts rows, in their memory, by the side of the split they are on.
func (l *learner) divide(rows []int32, s split) (left, right []int32) {
	var over []int32
	n := 0
	for _, i := range rows {
		if l.bins[int(i)*l.rows.Features+s.feature] > s.bin {
			over = append(over, i)
			continue
		}
		rows[n] = i
		n++
	}
	copy(rows[n:], over)
	return rows[:n:n], rows[n:]
}

// best finds the split of a branch with the largest gain.
func (l *learner) best(b *branch, columns []int) split {
	if int(b.depth) >= l.Depth {
		return split{}
	}
	found := make([]split, len(columns))
	whole := b.g * b.g / (b.h + l.L2)
	for c, feature := range columns {
		g, h := 0.0, 0.0
		bins := b.hist.column(c)
		for bin := range len(l.forest.Cuts[feature]) {
			g, h = g+bins[bin].g, h+bins[bin].h
			if h < l.Least || b.h-h < l.Least {
				continue
			}
			gain := g*g/(h+l.L2) + (b.g-g)*(b.g-g)/(b.h-h+l.L2) - whole
			if gain > found[c].gain {
				found[c] = split{gain, feature, uint8(bin), g, h}
			}
		}
	}
	top := split{}
	for _, s := range found {
		if s.gain > top.gain {
			top = s
		}
	}
	if top.gain < leastGain {
		return split{}
	}
	return top
}

// leastGain is the gain below which a split is not worth its bytes.
const leastGain = 1e-3

// logOf is the logarithm of a probability, bounded below.
func logOf(p float32) float64 { return math.Log(math.Max(float64(p), 1e-9)) }
