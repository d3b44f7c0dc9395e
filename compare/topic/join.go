package topic

import (
	"cmp"
	"context"
	"slices"

	"crosscheck/claims/cores"
	"crosscheck/compare/star"
)

// Join joins the topics of different stories. centre is, for each statement of
// the run, the place of its topic's centre as [Within] found it, -1 for none;
// pairs are what [Index.Across] found; order compares two statements in the
// order of the news. The result is, for each statement, the place of the centre
// of its topic in the run, -1 for none. Topics are joined around a central
// one, so that they cannot chain.
func Join(centre []int32, pairs []Candidate, order func(a, b int32) int) []int32 {
	node := func(i int32) int32 {
		if centre[i] >= 0 {
			return centre[i]
		}
		return i
	}
	place := make([]int32, len(centre)) // of each node, behind its place in nodes; 0 for none
	var nodes []int32
	for _, p := range pairs {
		for _, i := range []int32{node(p.A), node(p.B)} {
			if place[i] == 0 {
				place[i] = 1
				nodes = append(nodes, i)
			}
		}
	}
	slices.SortFunc(nodes, order)
	for n, i := range nodes {
		place[i] = int32(n) + 1
	}
	links := linksOf(len(nodes), pairs, func(i int32) int32 { return place[node(i)] - 1 })
	joined := star.Group(links)
	out := slices.Clone(centre)
	for i := range out {
		if n := place[node(int32(i))] - 1; n >= 0 && joined[n] >= 0 {
			out[i] = nodes[joined[n]]
		}
	}
	return out
}

// linksOf are the links of n nodes, the strongest between two.
func linksOf(n int, pairs []Candidate, place func(i int32) int32) [][]star.Link {
	links := endsOf(n, pairs, place)
	const part = 1 << 12
	_ = cores.Each(context.Background(), (n+part-1)/part, func(k int) {
		for i := k * part; i < min(n, (k+1)*part); i++ {
			links[i] = strongest(links[i])
		}
	})
	return links
}

// endsOf are, of each of n nodes, the links of the pairs that it is in.
func endsOf(n int, pairs []Candidate, place func(i int32) int32) [][]star.Link {
	begin := make([]int32, n+1)
	for _, p := range pairs {
		begin[place(p.A)+1]++
		begin[place(p.B)+1]++
	}
	for i := range n {
		begin[i+1] += begin[i]
	}
	all := make([]star.Link, 2*len(pairs))
	next := slices.Clone(begin)
	add := func(a, b int32, alike float32) {
		all[next[a]] = star.Link{To: b, Similarity: alike}
		next[a]++
	}
	for _, p := range pairs {
		a, b := place(p.A), place(p.B)
		add(a, b, p.Similarity)
		add(b, a, p.Similarity)
	}
	links := make([][]star.Link, n)
	for i := range links {
		links[i] = all[begin[i]:begin[i+1]]
	}
	return links
}

// strongest keeps of several links to one node the strongest.
func strongest(links []star.Link) []star.Link {
	slices.SortFunc(links, func(a, b star.Link) int {
		return cmp.Or(cmp.Compare(a.To, b.To), cmp.Compare(b.Similarity, a.Similarity))
	})
	return slices.CompactFunc(links, func(a, b star.Link) bool { return a.To == b.To })
}
