package star

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRounds: in rounds it is as for the whole graph.
func TestRounds(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		links := randomGraph(r)
		got := inRounds(t, links)
		for i, want := range Group(links) {
			if got[i] != want {
				t.Fatalf("%v: node %d has centre %d, not %d", links, i, got[i], want)
			}
		}
	}
}

// inRounds groups a graph as [Group] does: some nodes in rounds of their own, the
// others when these can go no further.
func inRounds(t *testing.T, links [][]Link) []int32 {
	t.Helper()
	nodes, at := nodesOf(links)
	mail := map[string][]News{}
	tell := func(to string, news News) { mail[to] = append(mail[to], news) }
	for i := range nodes {
		nodes[i].Tell(tell)
	}
	var rest []Node
	for i := range nodes {
		n := &nodes[i]
		n.Hear(mail[n.Name]...)
		delete(mail, n.Name)
		if n.Decide() {
			n.Tell(tell)
		} else {
			rest = append(rest, *n)
		}
	}
	if err := Settle(rest, mail, tell); err != nil {
		t.Fatal(err)
	}
	for _, n := range rest {
		nodes[at[n.Name]] = n
	}
	asked := map[string][]Ask{}
	for i := range nodes {
		nodes[i].Hear(mail[nodes[i].Name]...)
		nodes[i].Ask(func(of string, a Ask) { asked[of] = append(asked[of], a) })
	}
	answers := map[string][]Near{}
	for centre, list := range asked {
		if slices.ContainsFunc(list, func(a Ask) bool { return a.Takes }) {
			for _, a := range list {
				answers[a.From] = append(answers[a.From], Near{Name: centre, Similarity: a.Similarity})
			}
		}
	}
	of := make([]int32, len(nodes))
	for i := range of {
		of[i] = -1
	}
	for member, centres := range answers {
		of[at[member]] = at[Pick(centres)]
		of[at[Pick(centres)]] = at[Pick(centres)]
	}
	return of
}

// nodesOf are the nodes of a graph, and their places by name.
func nodesOf(links [][]Link) (nodes []Node, at map[string]int32) {
	at = map[string]int32{}
	for i, list := range links {
		var near []Near
		for _, l := range list {
			near = append(near, Near{Name: name(l.To), Similarity: l.Similarity})
		}
		nodes = append(nodes, NewNode(name(int32(i)), near))
		at[name(int32(i))] = int32(i)
	}
	return nodes, at
}

// TestSettleWants: a node that is missing is an error, and no endless wait.
func TestSettleWants(t *testing.T) {
	nodes, _ := nodesOf(graph(3, [3]float32{0, 1, .5}, [3]float32{1, 2, .5}))
	if err := Settle(nodes[:2], nil, func(string, News) {}); err == nil {
		t.Error("no error though a neighbour is missing")
	}
}

func name(i int32) string { return fmt.Sprintf("%06d", i) }
