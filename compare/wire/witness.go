package wire

import (
	"cmp"
	"slices"
)

const (
	// quotedShare of its words in quotation marks make a text a quotation.
	quotedShare = .6
	// firm is the weight, times the likeness, from which on a text that nobody is
	// quoted with was copied, whatever stands around. Formulas of a dozen words
	// ("did not immediately respond to a request for comment") have 15 to 20, and
	// sentences that were alike by accident, or by their names, had less than 30.
	firm = 30
	// firmRun is the same for a text and a neighbour that was copied with it.
	firmRun = 26
	// leastQuoted is how many words a quotation has that is told by itself;
	// leastSaid is the same where the speaker is known to be one.
	leastQuoted, leastSaid = 8, 5
	// reach is how many passages on either side are neighbours: an outlet may
	// have left one out or put one in.
	reach = 2
	// leastOwn is how like copies within one outlet are. An outlet's formulas,
	// its lists and the links between its lines make texts alike that tell
	// different things.
	leastOwn = .85
)

// witnesser turns groups of like texts into copies.
type witnesser struct {
	*groups
	ranks []int32            // all passages that have a text, by leader, then by rank
	from  []int32            // where those of a leader begin, by text
	known map[int32]tellings // of leaders
	class union
	seen  map[int32]int // the first member that has a neighbour of a group
}

// copies tells copying from accident, group by group.
func (g *groups) copies() []Copies {
	w := &witnesser{groups: g, known: map[int32]tellings{}, seen: map[int32]int{}}
	w.sort()
	var out []Copies
	for t := range int32(len(g.texts)) {
		if w.several(t) {
			out = append(out, w.split(t, w.members(t))...)
		}
	}
	slices.SortFunc(out, func(a, b Copies) int { return cmp.Compare(a.Members[0].Passage, b.Members[0].Passage) })
	for _, c := range out {
		for i := range c.Members {
			c.Members[i].Passage = int(g.order[c.Members[i].Passage])
		}
	}
	return out
}

// sort brings the members of each group together.
func (w *witnesser) sort() {
	w.from = make([]int32, len(w.texts)+1)
	for _, t := range w.of {
		if t != none {
			w.from[w.leader[t]+1]++
		}
	}
	for t := range w.texts {
		w.from[t+1] += w.from[t]
	}
	next := slices.Clone(w.from)
	w.ranks = make([]int32, w.from[len(w.texts)])
	for rank, t := range w.of {
		if t != none {
			at := &next[w.leader[t]]
			w.ranks[*at] = int32(rank)
			*at++
		}
	}
}

// members are the passages of a leader's group, by rank; none where t is no leader.
func (w *witnesser) members(t int32) []int32 { return w.ranks[w.from[t]:w.from[t+1]] }

// several reports whether a group has passages of more than one article. The
// passages of an article lie together.
func (w *witnesser) several(t int32) bool {
	m := w.members(t)
	return len(m) > 1 && w.passage(m[0]).Article != w.passage(m[len(m)-1]).Article
}

// split tells which members of a group are copies of one another.
func (w *witnesser) split(t int32, members []int32) []Copies {
	w.unite(t, members)
	if w.tellings(t).spoken {
		return w.quotations(t, members)
	}
	var out []Copies
	for _, class := range w.class.classes() {
		out = append(out, w.wire(pick(members, class))...)
	}
	return out
}

func pick(members []int32, at []int) []int32 {
	out := make([]int32, len(at))
	for i, m := range at {
		out[i] = members[m]
	}
	return out
}

// unite puts the members into one class that stand in one article, tell enough
// by themselves, or have a neighbour in common.
func (w *witnesser) unite(t int32, members []int32) {
	w.class.reset(len(members))
	clear(w.seen)
	told := w.tellings(t)
	for i, rank := range members {
		if i > 0 && w.passage(rank).Article == w.passage(members[i-1]).Article {
			w.class.unite(i-1, i)
		}
		own := told.weight * float64(w.like[w.of[rank]])
		if !told.spoken && own >= firm {
			w.class.unite(0, i)
		}
		for by := -reach; by <= reach; by++ {
			w.beside(t, i, w.neighbour(rank, by), own)
		}
	}
}

// beside unites member i of t's group with the first that has a passage of the
// group of n beside it, where that tells of copying.
func (w *witnesser) beside(t int32, i int, n int32, own float64) {
	if n == none || n == t || !w.several(n) {
		return
	}
	if by := w.tellings(n); by.spoken || own+by.weight < firmRun {
		return
	}
	if first, ok := w.seen[n]; ok {
		w.class.unite(first, i)
	} else {
		w.seen[n] = i
	}
}

// neighbour is the leader of the passage that stands so many places behind the
// one of a rank in its article.
func (w *witnesser) neighbour(rank int32, by int) int32 {
	n := rank + int32(by)
	if n < 0 || int(n) >= len(w.of) || w.of[n] == none || w.passage(n).Article != w.passage(rank).Article {
		return none
	}
	return w.leader[w.of[n]]
}
