// Package story tells which articles are about the same event.
//
//  1. [Read] makes a profile of each article: its heaviest words, title and
//     lead counting more;
//  2. a [Desk] compares the articles that share a heavy word and lie few days
//     apart, by the cosine of their profiles (link.go);
//  3. what is alike is gathered around central articles, by package star.
//
// An [Index] finds the stories of a few more articles without filing them.
//
// A profile is a pure function of its article, and whether two articles are
// linked one of the two profiles, so that articles may come in any order and
// on any number of days: the stories are the same.
package story

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare/star"
	"crosscheck/compare/term"
)

// Desk holds the profiles of articles and links those that tell one story. The
// zero value is ready. Not safe for concurrent use.
type Desk struct {
	profiles []Profile
	edges    []Edge
	count    Statistics
	index    index
	visit    func(i, j int) // told of each pair that is compared; nil for nobody
}

// Edge ties two articles, by their places in the order in which they came.
type Edge struct {
	A, B       int32
	Similarity float32 // in [sameStory, 1]
}

// Statistics count what a desk did, and what its caps left out.
type Statistics struct {
	Articles int // articles given
	Compared int // pairs of articles that were compared
	Linked   int // of these, pairs that tell one story
	Capped   int // articles compared with only some of those that share a word and a day
}

// Statistics are the desk's.
func (d *Desk) Statistics() Statistics { return d.count }

// Profiles are those of the desk's articles in the order in which they came.
func (d *Desk) Profiles() []Profile { return d.profiles }

// Edges are the pairs of articles that tell one story.
func (d *Desk) Edges() []Edge { return d.edges }

// Restore makes a desk of what Profiles and Edges gave.
func Restore(profiles []Profile, edges []Edge) *Desk {
	d := &Desk{profiles: profiles, edges: edges}
	d.index.seen = make([]int32, len(profiles))
	d.index.restored, d.index.filed = len(profiles), map[uint32]bool{}
	d.count = Statistics{Articles: len(profiles), Linked: len(edges)}
	return d
}

// Stories are the stories of the desk's articles: for each article, in the
// order in which they came, the place of its story's first article by date and
// ID. An article that stands alone is a story of its own.
func (d *Desk) Stories() []int32 {
	order := d.order()
	place := make([]int32, len(order))
	for n, at := range order {
		place[at] = int32(n)
	}
	links := make([][]star.Link, len(order))
	for _, e := range d.edges {
		a, b := place[e.A], place[e.B]
		links[a] = append(links[a], star.Link{To: b, Similarity: e.Similarity})
		links[b] = append(links[b], star.Link{To: a, Similarity: e.Similarity})
	}
	first := map[int32]int32{} // centre -> the earliest article of its story
	out := make([]int32, len(order))
	for n, centre := range star.Group(links) {
		if centre < 0 {
			centre = int32(n)
		}
		if _, ok := first[centre]; !ok {
			first[centre] = order[n]
		}
		out[order[n]] = first[centre]
	}
	return out
}

// order is the order of the news: by date, then ID.
func (d *Desk) order() []int32 {
	order := make([]int32, len(d.profiles))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &d.profiles[a], &d.profiles[b]
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.ID, y.ID), cmp.Compare(a, b))
	})
	return order
}

// Of tells which articles are about the same event: it returns for each
// article, in order, the ID of its story, which is that of the story's first
// article. The order of articles does not matter.
func Of(articles []claims.Article) []string {
	var r term.Reader
	var d Desk
	for i := range articles {
		d.Add(Read(&r, &articles[i]))
	}
	out := make([]string, len(articles))
	for i, first := range d.Stories() {
		out[i] = articles[first].ID
	}
	return out
}

// Compared hands every pair of articles that [Of] compares to visit, by their
// places and once.
func Compared(articles []claims.Article, visit func(i, j int)) {
	var r term.Reader
	d := Desk{visit: visit}
	for i := range articles {
		d.Add(Read(&r, &articles[i]))
	}
}
