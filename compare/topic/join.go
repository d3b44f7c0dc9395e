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
	nodes, place, ends := nodesOf(len(centre), pairs, node, order)
	joined := star.Group(linksOf(len(nodes), ends))
	out := slices.Clone(centre)
	for i := range out {
		if n := place[node(int32(i))] - 1; n >= 0 && joined[n] >= 0 {
			out[i] = nodes[joined[n]]
		}
	}
	return out
}

// nodesOf are the nodes of the statements of pairs, in order; of each of n statements
// its place in nodes, plus one, 0 for none; and the pairs by these places.
func nodesOf(n int, pairs []Candidate, node func(int32) int32, order func(a, b int32) int) (nodes, place []int32, ends []Candidate) {
	place, ends = make([]int32, n), make([]Candidate, len(pairs))
	inParts(len(pairs), func(from, to int) {
		for n, p := range pairs[from:to] {
			ends[from+n] = Candidate{node(p.A), node(p.B), p.Similarity}
		}
	})
	for _, p := range ends {
		for _, i := range [...]int32{p.A, p.B} {
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
	inParts(len(ends), func(from, to int) {
		for n := from; n < to; n++ {
			ends[n].A, ends[n].B = place[ends[n].A]-1, place[ends[n].B]-1
		}
	})
	return nodes, place, ends
}

// inParts calls do for parts of 0 to n, on all cores.
func inParts(n int, do func(from, to int)) {
	const part = 1 << 12
	_ = cores.Each(context.Background(), (n+part-1)/part, func(k int) { do(k*part, min(n, (k+1)*part)) })
}

// linksOf are the links of n nodes, the strongest between two. Pairs are by the
// places of the nodes.
func linksOf(n int, pairs []Candidate) [][]star.Link {
	links := endsOf(n, pairs)
	inParts(n, func(from, to int) {
		for i := from; i < to; i++ {
			links[i] = strongest(links[i])
		}
	})
	return links
}

// endsOf are, of each of n nodes, the links of the pairs that it is in.
func endsOf(n int, pairs []Candidate) [][]star.Link {
	begin := make([]int32, n+1)
	for _, p := range pairs {
		begin[p.A+1]++
		begin[p.B+1]++
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
		add(p.A, p.B, p.Similarity)
		add(p.B, p.A, p.Similarity)
	}
	links := make([][]star.Link, n)
	for i := range links {
		links[i] = all[begin[i]:begin[i+1]]
	}
	return links
}

// strongest keeps of several links to one node the strongest.
func strongest(links []star.Link) []star.Link {
	if len(links) < 2 {
		return links
	}
	slices.SortFunc(links, func(a, b star.Link) int {
		if a.To != b.To {
			return cmp.Compare(a.To, b.To)
		}
		return cmp.Compare(b.Similarity, a.Similarity)
	})
	return slices.CompactFunc(links, func(a, b star.Link) bool { return a.To == b.To })
}
