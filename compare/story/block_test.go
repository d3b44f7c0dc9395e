package story

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestInBlock: block by block the same articles are linked, and the same capped, as
// on one desk.
func TestInBlock(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n, c := range []struct{ articles, keys, days, undated int }{
		{60, 9, 90, 4}, {60, 9, 10, 1}, {300, 9, 400, 3}, {40, 9, 1, 1}, {640, 2, 1, 40}, {1150, 2, 30, 2},
	} {
		list := randomProfiles(r, c.articles, c.keys, c.days, c.undated)
		var d Desk
		d.Add(list...)
		want, got := map[[2]string]bool{}, map[[2]string]bool{}
		for _, e := range d.Edges() {
			want[pairOf(&list[e.A], &list[e.B])] = true
		}
		capped := linkInBlocks(list, got)
		if len(want) == 0 || c.articles > 500 != (capped > 0) {
			t.Fatalf("case %d: %d links, %d capped: nothing is tested", n, len(want), capped)
		}
		if !maps.Equal(want, got) {
			t.Errorf("case %d: %d links on a desk, %d in blocks, or others", n, len(want), len(got))
		}
		if capped != d.Statistics().Capped {
			t.Errorf("case %d: %d are capped, %d on the desk", n, capped, d.Statistics().Capped)
		}
	}
}

// randomProfiles are articles with one to four of some keys, in the order of a
// desk; one in undated has no date, none where that is 1.
func randomProfiles(r *rand.Rand, n, keys, days, undated int) (list []Profile) {
	for i := range n {
		p := Profile{ID: fmt.Sprintf("a%04d", i)}
		if r.IntN(undated) > 0 || undated == 1 {
			p.Day = int32(r.IntN(days)) - 20
		}
		for range 1 + r.IntN(4) {
			p.Keys = append(p.Keys, uint32(r.IntN(keys)))
		}
		slices.Sort(p.Keys)
		p.Keys = slices.Compact(p.Keys)
		for _, k := range p.Keys {
			p.Vector = append(p.Vector, Weight{k, r.Float32()})
		}
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b Profile) int {
		return cmp.Or(cmp.Compare(dated(a), dated(b)), cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID))
	})
	return list
}

func dated(p Profile) int { return min(1, int(p.Day*p.Day)) }

func pairOf(p, q *Profile) [2]string { return [2]string{min(p.ID, q.ID), max(p.ID, q.ID)} }

// linkInBlocks links articles as many machines do, and returns how many are capped.
func linkInBlocks(list []Profile, linked map[[2]string]bool) int {
	capped := map[string]bool{}
	in := func(key uint32, list []Profile, known int) {
		edges, over := InBlock(key, list, known)
		for _, e := range edges {
			linked[pairOf(&list[e.A], &list[e.B])] = true
		}
		for _, i := range over {
			capped[list[i].ID] = true
		}
	}
	for key := range uint32(9) {
		var heads []Profile
		own, known := map[int32][]Profile{}, map[int32][]Profile{}
		for _, p := range list {
			if !slices.Contains(p.Keys, key) {
				continue
			}
			if p.Day == 0 {
				heads = append(heads, p)
				continue
			}
			here, next := Blocks(p.Day)
			own[here] = append(own[here], p)
			if next != here {
				known[next] = append(known[next], p)
			}
		}
		in(key, heads, 0)
		heads = heads[:min(Heads, len(heads))]
		for b, block := range own {
			in(key, slices.Concat(known[b], block), len(known[b]))
			for _, p := range block {
				in(key, append(slices.Clone(heads), p), len(heads))
			}
		}
	}
	return len(capped)
}
