package story

import (
	"cmp"
	"slices"

	"crosscheck/compare/star"
)

// Index finds for one more article those that tell the same story, as a [Desk]
// would that had them all, and takes no note of it. Safe for concurrent use.
type Index struct {
	profiles []Profile
	entries  []entry // by key, day and place
	from     []int32 // of each article, its first in linked; one more for the end
	linked   []star.Link
}

// entry files an article under one of its keys.
type entry struct {
	key          uint32
	day, article int32
}

// NewIndex files articles, with the edges between them that a desk found. One whose
// profile has no keys is never found.
func NewIndex(profiles []Profile, edges []Edge) *Index {
	x := &Index{profiles: profiles}
	x.link(edges)
	for i := range profiles {
		for _, k := range profiles[i].Keys {
			x.entries = append(x.entries, entry{k, profiles[i].Day, int32(i)})
		}
	}
	slices.SortFunc(x.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.day, b.day), cmp.Compare(a.article, b.article))
	})
	return x
}

// Near are the articles that tell the story of p, as edges from place at, by
// which p is known. left reports articles that are passed over; nil is none.
func (x *Index) Near(p *Profile, at int32, left func(article int32) bool) []Edge {
	var met []int32
	for _, key := range p.Keys {
		from, _ := slices.BinarySearchFunc(x.entries, key, func(e entry, k uint32) int { return cmp.Compare(e.key, k) })
		list := x.entries[from:]
		end, _ := slices.BinarySearchFunc(list, key, func(e entry, k uint32) int { return cmp.Compare(int64(e.key), int64(k)+1) })
		met = appendHolders(met, list[:end], p.Day, left)
	}
	slices.Sort(met)
	var out []Edge
	for _, i := range slices.Compact(met) {
		if alike := cosine(p.Vector, x.profiles[i].Vector); alike >= sameStory {
			out = append(out, Edge{at, i, alike})
		}
	}
	return out
}

// appendHolders adds the articles with a key that are few days from day, or have
// no date, all of them where day is 0: of one day not more than a desk compares.
func appendHolders(out []int32, list []entry, day int32, left func(int32) bool) []int32 {
	n, last := 0, int32(-1)
	for _, e := range list {
		if day != 0 && e.day != 0 && max(e.day-day, day-e.day) > window || left != nil && left(e.article) {
			continue
		}
		if day != 0 && e.day != last {
			n, last = 0, e.day
		}
		if n++; n <= bucket {
			out = append(out, e.article)
		}
	}
	return out
}

// Alike is how like two articles are that tell one story; false for others.
func Alike(p, q *Profile) (float32, bool) {
	if p.Day != 0 && q.Day != 0 && max(p.Day-q.Day, q.Day-p.Day) > window || !slices.ContainsFunc(p.Keys, func(k uint32) bool { return slices.Contains(q.Keys, k) }) {
		return 0, false
	}
	alike := cosine(p.Vector, q.Vector)
	return alike, alike >= sameStory
}

// Compare orders articles as those of a story are ordered: by day and ID.
func Compare(p, q *Profile) int {
	if p.Day != q.Day {
		return cmp.Compare(p.Day, q.Day)
	}
	return cmp.Compare(p.ID, q.ID)
}
