package topic

import "sort"

// posting is a statement that holds a word.
type posting struct {
	item      int32
	by, broad float32 // as weighed has them
}

// postings are the statements that hold a word: those that say it and those that
// have it in their context only, each by item.
type postings struct{ own, context []posting }

// index makes the inverted index: the postings of each of n words.
func index(profiles []profile, n int) []postings {
	own, context := make([]int32, n), make([]int32, n)
	total := 0
	for i := range profiles {
		for _, w := range profiles[i].words {
			if w.by > 0 {
				own[w.at]++
			} else {
				context[w.at]++
			}
		}
		total += len(profiles[i].words)
	}
	all, out := make([]posting, total), make([]postings, n)
	take := func(n int32) []posting {
		list := all[:0:n]
		all = all[n:]
		return list
	}
	for at := range out {
		out[at] = postings{take(own[at]), take(context[at])}
	}
	for i := range profiles {
		for _, w := range profiles[i].words {
			list := &out[w.at].context
			if w.by > 0 {
				list = &out[w.at].own
			}
			*list = append(*list, posting{int32(i), w.by, w.broad})
		}
	}
	return out
}

// pass leaves the first posting out.
func (p *postings) pass(own bool) {
	if own {
		p.own = p.own[1:]
	} else {
		p.context = p.context[1:]
	}
}

// len is how many there are.
func (p postings) len() int { return len(p.own) + len(p.context) }

// first are the first n by item.
func (p postings) first(n int) postings {
	own := p.ownOf(n)
	return postings{p.own[:own], p.context[:n-own]}
}

// ownOf is how many of the first n by item are of own: the first i that are, if the
// one behind them comes after the last of the others (as two sorted lists are merged
// from many places at once: Odeh et al. 2012, "Merge path").
func (p postings) ownOf(n int) int {
	from, to := max(0, n-len(p.context)), min(n, len(p.own))
	return from + sort.Search(to-from, func(i int) bool { return p.own[from+i].item > p.context[n-1-from-i].item })
}

// around are those of the statements next to an item, up to n before it and up to n
// from behind it, and its own.
func (p postings) around(item int32, n int) postings {
	i, j := from(p.own, item), from(p.context, item)
	before, behind := postings{p.own[:i], p.context[:j]}, postings{p.own[i:], p.context[j:]}
	drop := max(0, before.len()-n)
	dropOwn := before.ownOf(drop)
	behind = behind.first(min(behind.len(), n+1))
	return postings{p.own[dropOwn : i+len(behind.own)], p.context[drop-dropOwn : j+len(behind.context)]}
}

// from is where the postings from an item on begin.
func from(list []posting, item int32) int {
	return sort.Search(len(list), func(i int) bool { return list[i].item >= item })
}
