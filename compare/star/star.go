// Package star groups the nodes of a graph of likeness, so that every member of
// a group is like its centre and groups cannot chain into one: [Group] a graph in
// memory, [Local] what decides a few of its nodes, and a [Node] with its neighbours,
// in rounds, its part of a graph that no memory holds. All find the same.
package star

import (
	"cmp"
	"slices"
)

// Link is a neighbour that is close enough to be grouped with.
type Link struct {
	To         int32
	Similarity float32 // in (0, 1]
}

// Group groups the nodes of a graph by the star method (Aslam, Pelekhov and Rus
// 2004): the node with the most and closest links becomes a centre and takes
// its neighbours; the next centre is the next node that no one has taken. Each
// node that was taken then moves to the centre that it is most like. Every
// member is like its centre, so groups cannot chain into one.
//
// links holds the neighbours of each node; both ends must name each other. The
// result is each node's centre, which for a centre is itself and for a node in
// no group is -1. Ties go to the lower node, so nodes that come in an order of
// their own, by name, are grouped alike whatever the order of their links.
func Group(links [][]Link) []int32 {
	of := make([]int32, len(links))
	for i := range of {
		of[i] = -1
	}
	for _, c := range byDegree(links) {
		if of[c] >= 0 {
			continue
		}
		for _, l := range links[c] {
			if of[l.To] < 0 {
				of[l.To], of[c] = c, c
			}
		}
	}
	return settle(links, of)
}

// unit makes similarities whole numbers, whose sum does not depend on the order.
const unit = 1 << 20

// byDegree orders the nodes by the sum of their links, greatest first.
func byDegree(links [][]Link) []int32 {
	sum := make([]int64, len(links))
	order := make([]int32, len(links))
	for i := range links {
		order[i] = int32(i)
		for _, l := range links[i] {
			sum[i] += int64(l.Similarity * unit)
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(a, b))
	})
	return order
}

// settle moves each member to the centre that it is most like, and dissolves
// the groups that are left with a centre alone.
func settle(links [][]Link, of []int32) []int32 {
	out := slices.Clone(of)
	size := make([]int, len(of))
	for i, c := range of {
		if c < 0 || int(c) == i {
			continue
		}
		best := Link{To: c}
		for _, l := range links[i] {
			if of[l.To] == l.To && (l.Similarity > best.Similarity || l.Similarity == best.Similarity && l.To < best.To) {
				best = l
			}
		}
		out[i] = best.To
		size[best.To]++
	}
	for i, c := range out {
		if int(c) == i && size[i] == 0 {
			out[i] = -1
		}
	}
	return out
}
