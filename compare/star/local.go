package star

// Local tells of single nodes what [Group] finds of a whole graph, and looks
// only at what decides that: whether a node is a centre depends on the nodes
// before it in the order of centres that are near it, and on no other.
//
// Links are the neighbours of a node; it may be asked several times. Compare
// orders the nodes where their links do not. Not safe for concurrent use.
type Local struct {
	Links   func(node int32) []Link
	Compare func(a, b int32) int

	sums    map[int32]int64
	centres map[int32]bool
	settled map[int32]int32
}

// NewLocal is a view of a graph.
func NewLocal(links func(node int32) []Link, compare func(a, b int32) int) *Local {
	return &Local{Links: links, Compare: compare, sums: map[int32]int64{}, centres: map[int32]bool{}, settled: map[int32]int32{}}
}

// Centre is the centre of a node's group: for a centre itself, and -1 for a node
// in no group.
func (g *Local) Centre(node int32) int32 {
	c := g.settle(node)
	if c == node && len(g.Members(node)) == 1 {
		return -1 // those that it had are like other centres more
	}
	return c
}

// Members are the nodes of the group around a centre, itself first.
func (g *Local) Members(centre int32) []int32 {
	out := []int32{centre}
	for _, l := range g.Links(centre) {
		if g.settle(l.To) == centre {
			out = append(out, l.To)
		}
	}
	return out
}

// settle is the centre that a node ends with, though nobody else may.
func (g *Local) settle(node int32) int32 {
	if c, ok := g.settled[node]; ok {
		return c
	}
	c := int32(-1)
	if g.centre(node) {
		c = node
	} else {
		best := Link{To: -1}
		for _, l := range g.Links(node) {
			closer := best.To < 0 || l.Similarity > best.Similarity || l.Similarity == best.Similarity && g.Compare(l.To, best.To) < 0
			if closer && g.centre(l.To) {
				best = l
			}
		}
		c = best.To
	}
	g.settled[node] = c
	return c
}

// centre reports whether a node becomes a centre: none of the centres before it
// takes it, and it finds a neighbour that none of these takes.
func (g *Local) centre(node int32) bool {
	if is, ok := g.centres[node]; ok {
		return is
	}
	is := !g.taken(node, node) && g.takes(node)
	g.centres[node] = is
	return is
}

// taken reports whether a centre before another node takes a node.
func (g *Local) taken(node, before int32) bool {
	for _, l := range g.Links(node) {
		if g.before(l.To, before) && g.centre(l.To) {
			return true
		}
	}
	return false
}

// takes reports whether a node that nobody takes finds a neighbour that is free.
// Those before it are not: else they would have taken it.
func (g *Local) takes(node int32) bool {
	for _, l := range g.Links(node) {
		if g.before(node, l.To) && !g.taken(l.To, node) {
			return true
		}
	}
	return false
}

// before compares two nodes by the order in which they become centres.
func (g *Local) before(a, b int32) bool {
	if a == b {
		return false
	}
	if x, y := g.sum(a), g.sum(b); x != y {
		return x > y
	}
	return g.Compare(a, b) < 0
}

func (g *Local) sum(node int32) int64 {
	s, ok := g.sums[node]
	if !ok {
		for _, l := range g.Links(node) {
			s += int64(l.Similarity * unit)
		}
		g.sums[node] = s
	}
	return s
}
