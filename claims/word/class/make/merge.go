package main

// node is a class, or two merged ones.
type node struct {
	class       int32
	left, right *node // nil for a class
}

// merger merges classes. Its loss is kept for every pair and mended after each
// merger in constant time a pair, as Brown et al. 1992 (section 3) tell.
type merger struct {
	x     *exchange // its counts are used up
	nodes []*node   // by number; nil where merged into another
	loss  []float64 // [a*k+b], a < b
}

// tree merges the classes of x that hold words until one is left: nil where
// there is none. It uses up the counts of x.
func tree(x *exchange) *node {
	m := newMerger(x)
	for {
		a, b := m.cheapest()
		if a < 0 {
			break
		}
		m.merge(a, b)
	}
	for _, n := range m.nodes {
		if n != nil {
			return n
		}
	}
	return nil
}

func newMerger(x *exchange) *merger {
	m := &merger{x: x, nodes: make([]*node, x.k), loss: make([]float64, x.k*x.k)}
	for g := reserved; g < x.k; g++ {
		if x.size[g] > 0 {
			m.nodes[g] = &node{class: int32(g)}
		}
	}
	m.each(func(a, b int) { m.loss[a*x.k+b] = m.whole(a, b) })
	return m
}

// each calls f with every pair of unmerged classes.
func (m *merger) each(f func(a, b int)) {
	for a := range m.nodes {
		for b := a + 1; b < len(m.nodes); b++ {
			if m.nodes[a] != nil && m.nodes[b] != nil {
				f(a, b)
			}
		}
	}
}

// cheapest is the pair that loses least; -1 where there is none.
func (m *merger) cheapest() (a, b int) {
	a, b = -1, -1
	m.each(func(i, j int) {
		if a < 0 || m.loss[i*m.x.k+j] < m.loss[a*m.x.k+b] {
			a, b = i, j
		}
	})
	return a, b
}

// merge puts class b into class a.
func (m *merger) merge(a, b int) {
	k := m.x.k
	m.each(func(i, j int) {
		if i != a && i != b && j != a && j != b {
			m.loss[i*k+j] -= m.part(i, j, a) + m.part(i, j, b)
		}
	})
	m.x.join(a, b)
	m.nodes[a], m.nodes[b] = &node{left: m.nodes[a], right: m.nodes[b]}, nil
	m.each(func(i, j int) {
		if i == a || j == a {
			m.loss[i*k+j] = m.whole(i, j)
		} else {
			m.loss[i*k+j] += m.part(i, j, a)
		}
	})
}

// join counts class b as class a.
func (x *exchange) join(a, b int) {
	for _, n := range [][]int{x.next, x.before} {
		for h := range x.k {
			n[a*x.k+h] += n[b*x.k+h]
			n[b*x.k+h] = 0
		}
		for g := range x.k {
			n[g*x.k+a] += n[g*x.k+b]
			n[g*x.k+b] = 0
		}
	}
	x.size[a] += x.size[b]
	x.size[b] = 0
}

// whole is what merging a and b takes from the mutual information.
func (m *merger) whole(a, b int) float64 {
	x := m.x
	var sum float64
	for h := range x.k {
		if h != a && h != b {
			sum += m.part(a, b, h)
		}
	}
	inner := []int{x.next[a*x.k+a], x.next[a*x.k+b], x.next[b*x.k+a], x.next[b*x.k+b]}
	all := 0
	for _, n := range inner {
		sum += x.log(n)
		all += n
	}
	sum -= x.log(all)
	return sum - 2*(x.log(x.size[a])+x.log(x.size[b])-x.log(x.size[a]+x.size[b]))
}

// part is the share of class h, before and behind, in the loss of a and b.
func (m *merger) part(a, b, h int) float64 {
	x := m.x
	behind, behindToo := x.next[a*x.k+h], x.next[b*x.k+h]
	front, frontToo := x.before[a*x.k+h], x.before[b*x.k+h]
	return x.log(behind) + x.log(behindToo) - x.log(behind+behindToo) +
		x.log(front) + x.log(frontToo) - x.log(front+frontToo)
}
