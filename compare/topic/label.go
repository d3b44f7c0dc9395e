package topic

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
)

// labelWords is how many words a label has at most.
const labelWords = 4

// support is what a topic's statements say about one stem.
type support struct {
	statements int
	weight     float32
	place      float64        // sum of the places in the statements, 0 at the beginning and 1 at the end
	surfaces   map[string]int // how it is printed
}

// Label is the words that a topic's statements share, as most of them print
// them, in the order in which the statements have them. centre is the place of
// the topic's centre among the members.
func Label(members []*Item, centre int) string {
	stems := map[string]*support{}
	for _, it := range members {
		seen := map[uint32]bool{}
		for at, t := range it.Text {
			if seen[t.ID] {
				continue
			}
			seen[t.ID] = true
			s := stems[t.Stem]
			if s == nil {
				s = &support{weight: t.IDF, surfaces: map[string]int{}}
				stems[t.Stem] = s
			}
			s.statements++
			s.place += float64(at) / float64(len(it.Text))
			s.surfaces[t.In(it.Source)]++
		}
	}
	return strings.Join(readable(stems, members[centre]), " ")
}

// readable picks the stems that stand for a topic and prints them.
func readable(stems map[string]*support, centre *Item) []string {
	atCentre := map[string]bool{}
	for _, t := range centre.Text {
		atCentre[t.Stem] = true
	}
	score := func(stem string) float64 {
		s := stems[stem]
		n := float64(s.statements)
		x := float64(s.weight) * n * math.Sqrt(n) // what few share, however rare, does not stand for all
		if s.statements < 2 {
			x /= 4
		}
		if !atCentre[stem] {
			x /= 2
		}
		return x
	}
	order := slices.SortedFunc(maps.Keys(stems), func(a, b string) int {
		return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(a, b))
	})
	order = order[:min(labelWords, len(order))]
	slices.SortFunc(order, func(a, b string) int {
		x, y := stems[a], stems[b]
		return cmp.Or(cmp.Compare(x.place/float64(x.statements), y.place/float64(y.statements)), cmp.Compare(a, b))
	})
	out := make([]string, len(order))
	for i, stem := range order {
		out[i] = commonest(stems[stem].surfaces)
	}
	return out
}

// commonest is the surface printed most often, the first in order of letters
// where several are.
func commonest(surfaces map[string]int) string {
	return slices.MinFunc(slices.Collect(maps.Keys(surfaces)), func(a, b string) int {
		return cmp.Or(cmp.Compare(surfaces[b], surfaces[a]), cmp.Compare(a, b))
	})
}
