package topic

import "sort"

// index is an inverted index: which statements hold a word. What is asked for most,
// their places, lies close together.
type index struct {
	of     []postings // of each word
	items  []int32    // the statements, list by list
	shares []shares   // of each of items, those of the word in the statement
}

// shares are those of a word in a statement, as weighed has them.
type shares struct{ by, broad float32 }

// postings are the statements that hold a word: those that say it and those that
// have it in their context only, each by item.
type postings struct{ own, context list }

// list are places in an index: from up to but without to.
type list struct{ from, to int32 }

func (l list) len() int { return int(l.to - l.from) }

// newIndex indexes statements by each of n words.
func newIndex(profiles []profile, n int) *index {
	x := &index{of: make([]postings, n)}
	total := 0
	for i := range profiles {
		for _, w := range profiles[i].words {
			x.listOf(w).to++
		}
		total += len(profiles[i].words)
	}
	at := int32(0)
	for i := range x.of {
		for _, l := range [...]*list{&x.of[i].own, &x.of[i].context} {
			n := l.to
			*l = list{at, at}
			at += n
		}
	}
	x.items, x.shares = make([]int32, total), make([]shares, total)
	for i := range profiles {
		for _, w := range profiles[i].words {
			l := x.listOf(w)
			x.items[l.to], x.shares[l.to] = int32(i), shares{w.by, w.broad}
			l.to++
		}
	}
	return x
}

// listOf is the list that a statement with a word is in.
func (x *index) listOf(w weighed) *list {
	if w.by > 0 {
		return &x.of[w.at].own
	}
	return &x.of[w.at].context
}

// len is how many there are.
func (p postings) len() int { return p.own.len() + p.context.len() }

// first are the first n by item.
func (x *index) first(p postings, n int) postings {
	own := x.ownOf(p, n)
	return postings{list{p.own.from, p.own.from + int32(own)}, list{p.context.from, p.context.from + int32(n-own)}}
}

// ownOf is how many of the first n by item are of own: the first i that are, if the
// one behind them comes after the last of the others (as two sorted lists are merged
// from many places at once: Odeh et al. 2012, "Merge path").
func (x *index) ownOf(p postings, n int) int {
	own, context := x.items[p.own.from:p.own.to], x.items[p.context.from:p.context.to]
	from, to := max(0, n-len(context)), min(n, len(own))
	return from + sort.Search(to-from, func(i int) bool { return own[from+i] > context[n-1-from-i] })
}

// around are those of the statements next to an item, up to n before it and up to n
// from behind it, and its own.
func (x *index) around(p postings, item int32, n int) postings {
	i, j := x.from(p.own, item), x.from(p.context, item)
	before, behind := postings{list{p.own.from, i}, list{p.context.from, j}}, postings{list{i, p.own.to}, list{j, p.context.to}}
	drop := max(0, before.len()-n)
	dropOwn := x.ownOf(before, drop)
	behind = x.first(behind, min(behind.len(), n+1))
	return postings{list{p.own.from + int32(dropOwn), behind.own.to}, list{p.context.from + int32(drop-dropOwn), behind.context.to}}
}

// from is where the postings from an item on begin.
func (x *index) from(l list, item int32) int32 {
	return l.from + int32(sort.Search(l.len(), func(i int) bool { return x.items[int(l.from)+i] >= item }))
}
