package topic

import (
	"math"
	"slices"
	"sync"

	"crosscheck/compare/star"
)

// Grouping is what [Within] finds in one story.
type Grouping struct {
	// Centre is, for each item, the place of the item at the centre of its
	// topic, which for a centre is its own, and -1 for an item in no topic.
	Centre []int32
	// Similarity is how like its centre each item is, in [Options.Suggest, 1];
	// 1 for a centre and 0 for an item in no topic.
	Similarity []float32
	Candidates []Candidate // pairs worth judging, by A and B
	Statistics Statistics
}

// Within groups the statements of one story and proposes the pairs worth
// judging. Items come in an order of their own, by date, article and place, so
// that the same set gives the same groups. asked reports whether anybody would
// judge a pair; nil is yes. Cost grows with the pairs that share a word.
func Within(items []*Item, opt Options, asked func(a, b int32) bool) Grouping {
	opt = opt.withDefaults()
	c := newComparer(items, len(items), opt)
	most := opt.partners(len(items))
	f := finds.Get().(*find)
	defer finds.Put(f)
	alike, pairs := f.alike[:0], f.pairs[:0]
	for i := range items {
		a, row := int32(i), c.row(int32(i))
		for n, kept := 0, 0; min(n, kept) < reach*most; n++ {
			b, similarity, ok := row.next()
			if !ok {
				break
			}
			p := Candidate{a, b, similarity}
			if n < reach*most && float64(similarity) >= opt.Suggest {
				alike = append(alike, p)
			}
			if kept < reach*most && (asked == nil || asked(a, b)) {
				pairs = append(pairs, p)
				kept++
			}
		}
	}
	f.alike, f.pairs = alike, pairs
	links := endsOf(len(items), alike)
	g := Grouping{Centre: star.Group(links), Candidates: limit(pairs, len(items), most)}
	g.Similarity = toCentre(g.Centre, links)
	g.Statistics = c.count
	g.Statistics.Items, g.Statistics.Capped = len(items), c.capped()
	g.Statistics.OverCap = len(pairs) - len(g.Candidates)
	g.Statistics.Candidates = len(g.Candidates)
	return g
}

// find is memory for the pairs of a story: those that are about one thing, and those
// worth judging.
type find struct{ alike, pairs []Candidate }

var finds = sync.Pool{New: func() any { return &find{} }}

// toCentre is how like each item is to its centre.
func toCentre(centre []int32, links [][]star.Link) []float32 {
	out := make([]float32, len(centre))
	for i, c := range centre {
		if int(c) == i {
			out[i] = 1
			continue
		}
		for _, l := range links[i] {
			if l.To == c {
				out[i] = l.Similarity
			}
		}
	}
	return out
}

// limit keeps the pairs that are among the closest, at most most, of either
// side, and puts them in order. They come in the order of A and, of one A, the
// closest first.
func limit(pairs []Candidate, items, most int) []Candidate {
	order := closestFirst(pairs)
	had := make([]int32, items)
	kept := order[:0]
	for _, k := range order {
		p := &pairs[uint32(k)]
		if int(had[p.A]) < most || int(had[p.B]) < most {
			kept = append(kept, uint64(uint32(k)))
		}
		had[p.A]++
		had[p.B]++
	}
	slices.Sort(kept)
	out := make([]Candidate, len(kept))
	from := 0 // where the pairs of the A in hand begin
	for n, k := range kept {
		if out[n] = pairs[k]; out[n].A != out[from].A {
			slices.SortFunc(out[from:n], byPlace)
			from = n
		}
	}
	slices.SortFunc(out[from:], byPlace)
	return out
}

// closestFirst are the places of pairs by likeness, then by A and B, each in the
// lower half of a number: numbers are sorted in half the time.
func closestFirst(pairs []Candidate) []uint64 {
	order := make([]uint64, len(pairs))
	for n, p := range pairs {
		order[n] = uint64(math.MaxUint32-math.Float32bits(p.Similarity))<<32 | uint64(n)
	}
	slices.Sort(order)
	return order
}
