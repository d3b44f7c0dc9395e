package topic

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"crosscheck/compare/term"
)

// drawer is statements that come and go, with crowded keys.
type drawer struct {
	r     *rand.Rand
	cards []Card
	keys  [][]uint32
	place []int32
	live  []bool
}

// add adds n statements, anywhere in the news.
func (d *drawer) add(n int) {
	words := []string{"ferry", "harbour", "mayor", "council", "strike", "bridge", "library", "orchestra"}
	for range n {
		var list []*term.Term
		for _, i := range d.r.Perm(len(words))[:3] {
			list = append(list, term.Of(words[i]))
		}
		d.cards = append(d.cards, Restore(list, int32(1+d.r.IntN(90)), int32(d.r.IntN(40)), uint32(d.r.IntN(3))))
		d.keys = append(d.keys, []uint32{uint32(d.r.IntN(4)), 10 + uint32(d.r.IntN(40))})
		d.live = append(d.live, d.r.IntN(10) > 0)
		d.place = append(d.place, int32(len(d.place)))
	}
	for i, p := range d.r.Perm(len(d.place)) {
		d.place[i] = int32(p)
	}
}

// more adds statements and keeps the order of those that are there.
func (d *drawer) more(n int) {
	order := make([]int32, len(d.place))
	for i, p := range d.place {
		order[p] = int32(i)
	}
	from := len(d.place)
	was := slices.Clone(order)
	d.add(n)
	order = was
	for i := from; i < len(d.place); i++ {
		order = slices.Insert(order, d.r.IntN(len(order)+1), int32(i))
	}
	for p, i := range order {
		d.place[i] = int32(p)
	}
}

func (d *drawer) entries() []uint64 {
	var out []uint64
	for i, keys := range d.keys {
		for _, k := range keys {
			out = append(out, uint64(k)<<32|uint64(i))
		}
	}
	slices.Sort(out)
	return out
}

// whole compares all, and counts the keys of which not all are compared.
func (d *drawer) whole(t *testing.T) ([]Candidate, int) {
	var order []int32
	for i := range d.cards {
		if d.live[i] {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(d.place[a], d.place[b]) })
	index := NewIndex(Options{})
	for _, i := range order {
		index.Add(d.cards[i], d.keys[i])
	}
	out, count, err := index.Across(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for n, c := range out {
		out[n].A, out[n].B = order[c.A], order[c.B]
	}
	return out, count.Capped
}

// TestAgain: what is found step by step is what is found at once, where keys
// are shared by more statements than are all compared.
func TestAgain(t *testing.T) {
	for seed := range uint64(20) {
		d := &drawer{r: rand.New(rand.NewPCG(seed, 3))}
		var found []Candidate
		var before []bool
		crowdedOnce := false
		for step := range 6 {
			known := len(d.cards)
			d.more(100)
			changed := make([]bool, len(d.cards))
			for i := range d.cards {
				switch {
				case i >= known:
					changed[i] = true
				case d.r.IntN(20) == 0:
					d.live[i] = !d.live[i]
					changed[i] = true
				case d.r.IntN(20) == 0:
					d.cards[i].Speaker++
					changed[i] = true
				}
			}
			before = append(before, make([]bool, len(d.cards)-len(before))...)
			got, keys, err := Again{Entries: d.entries(), Before: before, Now: d.live, Changed: changed, Place: d.place, Found: found,
				Card: func(i int32) Card { return d.cards[i] }}.Across(context.Background(), Options{})
			if err != nil {
				t.Fatal(err)
			}
			want, crowded := d.whole(t)
			if keys != crowded {
				t.Errorf("seed %d, step %d: %d keys have too many statements, at once %d", seed, step, keys, crowded)
			}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Fatalf("seed %d, step %d: -at once +step by step\n%.2000s", seed, step, diff)
			}
			found, before = got, slices.Clone(d.live)
			crowdedOnce = crowdedOnce || len(want) > 0 && crowded > 0
		}
		if !crowdedOnce {
			t.Error("no key was crowded")
		}
	}
}
