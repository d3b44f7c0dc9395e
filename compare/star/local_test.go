package star

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLocal: one node at a time it is as for the whole graph.
func TestLocal(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		links := randomGraph(r)
		want := Group(links)
		g := NewLocal(func(i int32) []Link { return links[i] }, func(a, b int32) int { return cmp.Compare(a, b) })
		for _, i := range r.Perm(len(links)) {
			if got := g.Centre(int32(i)); got != want[i] {
				t.Fatalf("%v: node %d has centre %d, not %d", links, i, got, want[i])
			}
		}
		for i, c := range want {
			if c == int32(i) && len(g.Members(c)) != count(want, c) {
				t.Fatalf("%v: %d has %d members", links, c, len(g.Members(c)))
			}
		}
	}
}

// randomGraph is a graph of up to 40 nodes, sparse or dense, many of whose links
// are equally close.
func randomGraph(r *rand.Rand) [][]Link {
	n := 1 + r.IntN(40)
	dense := 1 + r.IntN(20)
	var pairs [][3]float32
	for a := range n {
		for b := range a {
			if r.IntN(dense) == 0 {
				pairs = append(pairs, [3]float32{float32(a), float32(b), float32(1+r.IntN(12)) / 12})
			}
		}
	}
	return graph(n, pairs...)
}

func count(list []int32, x int32) int {
	return len(slices.DeleteFunc(slices.Clone(list), func(y int32) bool { return y != x }))
}
