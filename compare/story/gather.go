package story

import (
	"slices"

	"crosscheck/compare/star"
)

// Stories are the stories of further articles, each by the places of its articles,
// as [Desk.Stories] has them when the further ones are filed with the index's:
// their places are behind those. left reports articles of the index that are passed
// over, as if they were not there; nil is none.
func (x *Index) Stories(more []Profile, left func(article int32) bool) [][]int32 {
	g := &gathering{Index: x, more: more, left: left, added: map[int32][]star.Link{}}
	for i := range more {
		for _, e := range x.Near(&more[i], g.place(i), left) {
			g.add(e)
		}
		for k := range i {
			if alike, ok := Alike(&more[k], &more[i]); ok {
				g.add(Edge{g.place(k), g.place(i), alike})
			}
		}
	}
	group := star.NewLocal(g.links, func(a, b int32) int { return Compare(g.profile(a), g.profile(b)) })
	out := make([][]int32, len(more))
	for i := range more {
		if centre := group.Centre(g.place(i)); centre >= 0 {
			out[i] = group.Members(centre)
		} else {
			out[i] = []int32{g.place(i)}
		}
	}
	return out
}

// gathering is the state of one call of Stories.
type gathering struct {
	*Index
	more  []Profile
	left  func(article int32) bool
	added map[int32][]star.Link // the links that the further articles add, at both ends
}

func (g *gathering) place(i int) int32 { return int32(len(g.profiles) + i) }

func (g *gathering) profile(at int32) *Profile {
	if n := int32(len(g.profiles)); at >= n {
		return &g.more[at-n]
	}
	return &g.profiles[at]
}

func (g *gathering) add(e Edge) {
	g.added[e.A] = append(g.added[e.A], star.Link{To: e.B, Similarity: e.Similarity})
	g.added[e.B] = append(g.added[e.B], star.Link{To: e.A, Similarity: e.Similarity})
}

// links are the links of an article.
func (g *gathering) links(at int32) []star.Link {
	more := g.added[at]
	if int(at) >= len(g.profiles) {
		return more
	}
	list := g.linked[g.from[at]:g.from[at+1]]
	gone := func(l star.Link) bool { return g.left(l.To) }
	if g.left != nil && slices.ContainsFunc(list, gone) {
		list = slices.DeleteFunc(slices.Clone(list), gone)
	}
	if len(more) == 0 {
		return list
	}
	return slices.Concat(list, more)
}

// link files the edges between articles at both ends.
func (x *Index) link(edges []Edge) {
	x.from = make([]int32, len(x.profiles)+1)
	for _, e := range edges {
		x.from[e.A+1]++
		x.from[e.B+1]++
	}
	for i := range x.profiles {
		x.from[i+1] += x.from[i]
	}
	x.linked = make([]star.Link, 2*len(edges))
	next := slices.Clone(x.from)
	for _, e := range edges {
		x.linked[next[e.A]] = star.Link{To: e.B, Similarity: e.Similarity}
		x.linked[next[e.B]] = star.Link{To: e.A, Similarity: e.Similarity}
		next[e.A]++
		next[e.B]++
	}
}
