package star

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	// 1 is like 0 and 2, which are not like one another; 3 stands alone.
	links := [][]Link{{{1, .6}}, {{0, .6}, {2, .5}}, {{1, .5}}, nil}
	fmt.Println(Group(links))
	// Output: [1 1 1 -1]
}

// graph makes links of pairs.
func graph(n int, pairs ...[3]float32) [][]Link {
	links := make([][]Link, n)
	for _, p := range pairs {
		a, b := int32(p[0]), int32(p[1])
		links[a] = append(links[a], Link{b, p[2]})
		links[b] = append(links[b], Link{a, p[2]})
	}
	return links
}

func TestGroup(t *testing.T) {
	for _, c := range []struct {
		name  string
		links [][]Link
		want  []int32
	}{
		{"none", nil, []int32{}},
		{"alone", graph(2), []int32{-1, -1}},
		{"a chain does not run on", graph(5, [3]float32{0, 1, .9}, [3]float32{1, 2, .9}, [3]float32{2, 3, .9}, [3]float32{3, 4, .9}), []int32{1, 1, 1, 3, 3}},
		{"ties go to the first", graph(2, [3]float32{0, 1, .5}), []int32{0, 0}},
		{"each to the centre that it is most like", graph(7,
			[3]float32{0, 1, .5}, [3]float32{0, 2, .5}, [3]float32{0, 3, .5},
			[3]float32{4, 3, .9}, [3]float32{4, 5, .3}, [3]float32{4, 6, .2}), []int32{0, 0, 0, 4, 4, 4, 4}},
	} {
		if diff := cmp.Diff(c.want, Group(c.links)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// TestEveryMemberIsLikeItsCentre checks random graphs, and that the order of
// links does not matter.
func TestEveryMemberIsLikeItsCentre(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 2 + rng.IntN(30)
		var pairs [][3]float32
		for a := range n {
			for b := range a {
				if rng.IntN(4) == 0 {
					pairs = append(pairs, [3]float32{float32(a), float32(b), rng.Float32()})
				}
			}
		}
		links := graph(n, pairs...)
		got := Group(links)
		for i, c := range got {
			like := func(l Link) bool { return l.To == c }
			if c >= 0 && int(c) != i && !slices.ContainsFunc(links[i], like) {
				t.Fatalf("%d is not like its centre %d", i, c)
			}
			if c >= 0 && got[c] != c {
				t.Fatalf("the centre %d of %d is in group %d", c, i, got[c])
			}
		}
		rng.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
		if diff := cmp.Diff(got, Group(graph(n, pairs...))); diff != "" {
			t.Fatalf("another order of links: -want +got\n%s", diff)
		}
	}
}
