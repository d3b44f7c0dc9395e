package topic

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"crosscheck/compare/star"
)

// TestInBlockIsAcross: what is found key by key, crowded keys among them, is what
// an index finds.
func TestInBlockIsAcross(t *testing.T) {
	d := drawer{r: rand.New(rand.NewPCG(1, 2))}
	d.add(600)
	index := NewIndex(Options{})
	blocks := map[uint32][]int32{}
	for i, c := range d.cards {
		index.Add(c, d.keys[i])
		for _, k := range d.keys[i] {
			blocks[k] = append(blocks[k], int32(i))
		}
	}
	want, count, err := index.Across(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(want) < 50 || count.Capped == 0 {
		t.Fatalf("too little to compare: %+v", count)
	}
	var got []Candidate
	capped := 0
	for _, block := range blocks {
		cards := make([]Card, len(block))
		for i, at := range block {
			cards[i] = d.cards[at]
		}
		found, s := InBlock(cards, Options{})
		capped += s.Capped
		for _, c := range found {
			got = append(got, Candidate{block[c.A], block[c.B], c.Similarity})
		}
	}
	slices.SortFunc(got, func(a, b Candidate) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	got = slices.Compact(got)
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-Across +InBlock\n%s", diff)
	}
	if capped != count.Capped {
		t.Errorf("%d keys are capped, in an index %d", capped, count.Capped)
	}
}

// TestJoinByCentres: topics are joined by the links of their centres alone as they
// are with all their statements, so that no machine must have these.
func TestJoinByCentres(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	centre := make([]int32, 200)
	for i := range centre {
		centre[i] = int32(i / 4 * 4)
		if i%20 > 15 {
			centre[i] = -1
		}
	}
	node := func(i int32) int32 {
		if centre[i] >= 0 {
			return centre[i]
		}
		return i
	}
	var pairs, nodes []Candidate
	for range 120 {
		a, b := int32(r.IntN(200)), int32(r.IntN(200))
		if node(a) != node(b) {
			alike := r.Float32()
			pairs, nodes = append(pairs, Candidate{a, b, alike}), append(nodes, Candidate{node(a), node(b), alike})
		}
	}
	want := Join(centre, pairs, func(a, b int32) int { return cmp.Compare(a, b) })
	joined := star.Group(linksOf(len(centre), nodes))
	got := make([]int32, len(centre))
	for i := range got {
		got[i] = centre[i]
		if to := joined[node(int32(i))]; to >= 0 {
			got[i] = to
		}
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-Join +centres\n%s", diff)
	}
}
