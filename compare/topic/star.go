package topic

import (
	"cmp"
	"slices"
)

// link is a neighbour that is close enough to be grouped with.
type link struct {
	to         int32
	similarity float32
}

// star groups the nodes of a graph by the star method (Aslam, Pelekhov and Rus
// 2004): the node with the most and closest links becomes a centre and takes
// its neighbours; the next centre is the next node that no one has taken. Each
// node that was taken then moves to the centre that it is most like. Every
// member is like its centre, so groups cannot chain into one.
//
// The result is each node's centre, which for a centre is itself and for a
// node in no group is -1. Ties go to the lower name.
func star(links [][]link, name func(int32) string) []int32 {
	of := make([]int32, len(links))
	for i := range of {
		of[i] = -1
	}
	for _, c := range byDegree(links, name) {
		if of[c] >= 0 {
			continue
		}
		for _, l := range links[c] {
			if of[l.to] < 0 {
				of[l.to], of[c] = c, c
			}
		}
	}
	return settle(links, of)
}

// byDegree orders the nodes by the sum of their links, greatest first.
func byDegree(links [][]link, name func(int32) string) []int32 {
	sum := make([]float64, len(links))
	order := make([]int32, len(links))
	for i := range links {
		order[i] = int32(i)
		for _, l := range links[i] {
			sum[i] += float64(l.similarity)
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(name(a), name(b)), cmp.Compare(a, b))
	})
	return order
}

// settle moves each member to the centre that it is most like, and dissolves
// the groups that are left with a centre alone.
func settle(links [][]link, of []int32) []int32 {
	out := slices.Clone(of)
	size := make([]int, len(of))
	for i, c := range of {
		if c < 0 || int(c) == i {
			continue
		}
		best := link{to: c}
		for _, l := range links[i] {
			if of[l.to] == l.to && (l.similarity > best.similarity || l.similarity == best.similarity && l.to < best.to) {
				best = l
			}
		}
		out[i] = best.to
		size[best.to]++
	}
	for i, c := range out {
		if int(c) == i && size[i] == 0 {
			out[i] = -1
		}
	}
	return out
}
