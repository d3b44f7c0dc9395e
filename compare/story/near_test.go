package story

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNearIsDesk: an index finds for one more article what a desk finds that has
// the others.
func TestNearIsDesk(t *testing.T) {
	list := press(90)
	list[4].Date, list[7].Date = "", "2021-01-04"
	all := profiles(list)
	for i := range all {
		others := slices.Delete(slices.Clone(all), i, i+1)
		var d Desk
		d.Add(others...)
		before := len(d.Edges())
		d.Add(all[i])
		want := slices.Clone(d.Edges()[before:])
		slices.SortFunc(want, func(a, b Edge) int { return int(a.B - b.B) })
		got := NewIndex(others, nil).Near(&all[i], int32(len(others)), nil)
		if diff := cmp.Diff(want, got); diff != "" && len(want)+len(got) > 0 {
			t.Fatalf("%s: -desk +index\n%s", list[i].ID, diff)
		}
		for _, e := range got {
			if alike, ok := Alike(&all[i], &others[e.B]); !ok || alike != e.Similarity {
				t.Errorf("%s and %s: %v, %t", all[i].ID, others[e.B].ID, alike, ok)
			}
		}
		none := NewIndex(others, nil).Near(&all[i], 0, func(int32) bool { return true })
		if len(none) > 0 {
			t.Errorf("%s: %d articles that were to be passed over", list[i].ID, len(none))
		}
	}
}

// TestStoriesIsDesk: further articles are of the stories in which a desk has them.
func TestStoriesIsDesk(t *testing.T) {
	all := profiles(press(120))
	r := rand.New(rand.NewPCG(8, 9))
	for range 40 {
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		n, gone := 110, int32(r.IntN(110))
		var d, without Desk
		d.Add(all[:n]...)
		x := NewIndex(all[:n], d.Edges())
		kept := slices.Clone(all)
		kept[gone] = Profile{}
		without.Add(kept...)
		of := without.Stories()
		for i, got := range x.Stories(all[n:], func(article int32) bool { return article == gone }) {
			var want []int32
			for at, first := range of {
				if first == of[n+i] {
					want = append(want, int32(at))
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s: -desk +index\n%s", all[n+i].ID, diff)
			}
		}
	}
}
