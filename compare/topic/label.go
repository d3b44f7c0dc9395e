package topic

import (
	"cmp"
	"maps"
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

// label is the words that a topic's statements share, as most of them print
// them, in the order in which the statements have them.
func (r *run) label(centre int32, members []int32) string {
	stems := map[string]*support{}
	for _, i := range members {
		text := r.reader.terms(r.profiles[i].item.Text)
		seen := map[string]bool{}
		for at, t := range text {
			if seen[t.stem] {
				continue
			}
			seen[t.stem] = true
			s := stems[t.stem]
			if s == nil {
				s = &support{weight: float32(r.stats.IDF(t.stem)), surfaces: map[string]int{}}
				stems[t.stem] = s
			}
			s.statements++
			s.place += float64(at) / float64(len(text))
			s.surfaces[t.surface]++
		}
	}
	return strings.Join(readable(stems, r.profiles[centre]), " ")
}

// readable picks the stems that stand for a topic and prints them.
func readable(stems map[string]*support, centre *profile) []string {
	atCentre := map[string]bool{}
	for _, t := range centre.text {
		atCentre[t.stem] = true
	}
	score := func(stem string) float64 {
		s := stems[stem]
		x := float64(s.weight) * float64(s.statements)
		if !atCentre[stem] || s.statements < 2 {
			x /= 4
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
	best, most := "", 0
	for _, s := range slices.Sorted(maps.Keys(surfaces)) {
		if surfaces[s] > most {
			best, most = s, surfaces[s]
		}
	}
	return best
}
