package check

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/topic"
)

// file numbers the statements of all stories in the order of the news and puts
// together what was found.
func (r *run) file(found []*dossier) {
	r.begin = make([]int32, len(r.sheets)+1)
	for _, d := range found {
		for _, l := range d.lines {
			r.begin[l.article+1]++
		}
	}
	for i := range r.sheets {
		r.begin[i+1] += r.begin[i]
	}
	n := r.begin[len(r.sheets)]
	r.statements, r.centre, r.labels = make([]ref, n), make([]int32, n), map[int32]string{}
	var all []copies
	numbered := make([][]int32, len(found))
	for n, d := range found {
		places := d.places(func(article int32) int32 { return r.begin[article] })
		numbered[n] = places
		for i, l := range d.lines {
			r.statements[places[i]], r.centre[places[i]] = l.ref, at(places, d.centre[i])
		}
		for c, label := range d.labels {
			r.labels[places[c]] = label
		}
		for _, c := range d.copies {
			for k, m := range c.members {
				c.members[k] = places[m]
			}
			all = append(all, c)
		}
		r.pairs = append(r.pairs, d.pairs...)
		r.cappedCopies += d.cappedCopies
		r.count.Add(d.count)
	}
	slices.SortFunc(all, func(x, y copies) int { return cmp.Compare(x.members[0], y.members[0]) })
	r.report.Copies = reported(r.report.Copies, all, func(place int32) string { return r.claimAt(place).ID })
	r.fileCards(found, numbered)
}

// places are the places of a dossier's statements in the run. begin is that of
// an article's first.
func (d *dossier) places(begin func(article int32) int32) []int32 {
	out := make([]int32, len(d.lines))
	for i, l := range d.lines {
		if i > 0 && d.lines[i-1].article == l.article {
			out[i] = out[i-1] + 1
		} else {
			out[i] = begin(l.article)
		}
	}
	return out
}

func at(places []int32, i int32) int32 {
	if i < 0 {
		return -1
	}
	return places[i]
}

// fileCards files the cards of all stories in the order of the news, and takes them from
// the dossiers: here a run has most in memory. places are those of each story's
// statements.
func (r *run) fileCards(found []*dossier, places [][]int32) {
	r.cards = topic.NewIndex(r.opt.Topics)
	r.cards.Grow(carded(found))
	story := make([]int32, len(r.sheets))
	for n, e := range r.events {
		for _, i := range e {
			story[i] = int32(n)
		}
	}
	next := make([]int, len(found))
	for i := range r.sheets {
		n := story[i]
		for d := found[n]; next[n] < len(d.keyed); next[n]++ {
			k := next[n]
			if d.lines[d.keyed[k]].article != int32(i) {
				break
			}
			r.cards.Add(d.cards[k], d.keys[k])
			r.keyed = append(r.keyed, places[n][d.keyed[k]])
			d.cards[k], d.keys[k] = topic.Card{}, nil
		}
		if d := found[n]; next[n] == len(d.keyed) {
			d.cards, d.keys = nil, nil
		}
	}
}

// carded is how many cards stories have, and how many keys these have.
func carded(found []*dossier) (cards, keys int) {
	for _, d := range found {
		cards += len(d.cards)
		for _, k := range d.keys {
			keys += len(k)
		}
	}
	return cards, keys
}

// articleOf is the place of the article of a statement.
func (r *run) articleOf(place int32) int32 {
	return int32(sort.Search(len(r.begin), func(i int) bool { return r.begin[i] > place }) - 1)
}

func (r *run) claimAt(place int32) *claims.Claim {
	return &r.sheets[r.articleOf(place)].claims[r.statements[place].claim]
}

// reported adds copies to a report. Several sentences of one claim may be
// copied from one other: they count once.
func reported(out []compare.Copies, list []copies, claim func(statement int32) string) []compare.Copies {
	known := map[string]bool{}
	for _, c := range list {
		one := compare.Copies{Kind: string(c.kind), Witnesses: c.witnesses}
		seen := make(map[string]bool, len(c.members))
		for _, m := range c.members {
			if id := claim(m); !seen[id] {
				seen[id] = true
				one.Claims = append(one.Claims, id)
			}
		}
		if key := strings.Join(one.Claims, " "); len(one.Claims) > 1 && !known[key] {
			known[key] = true
			out = append(out, one)
		}
	}
	return out
}
