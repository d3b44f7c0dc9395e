package topic

import (
	"context"
	"runtime"
	"slices"

	"crosscheck/claims/cores"
	"crosscheck/compare/term"
)

// Towards proposes the pairs worth judging that have one of some statements of a
// story, mine: about those that [Within] would, at much less cost. Each of mine has
// as many as reach times the partners that Within gives it, for Within also knows
// for which of the others it is a close one.
func Towards(items []*Item, mine []int32, opt Options, asked func(a, b int32) bool) []Candidate {
	opt = opt.withDefaults()
	v := newVocabularyTowards(items, mine)
	c := newComparerOf(items, v, v.profiles(items), opt)
	of := make([]bool, len(items))
	for _, i := range mine {
		of[i] = true
	}
	parts := parted(mine)
	found := make([][]Candidate, len(parts))
	_ = cores.Each(context.Background(), len(parts), func(n int) {
		one, most := c.twin(), reach*opt.partners(len(items))
		for _, i := range parts[n] {
			row := one.towards(i)
			for kept := 0; kept < most; {
				b, alike, ok := row.next()
				if !ok {
					break
				}
				if p := (Candidate{min(i, b), max(i, b), alike}); asked == nil || asked(p.A, p.B) {
					if kept++; !of[b] || i < b {
						found[n] = append(found[n], p)
					}
				}
			}
		}
	})
	out := slices.Concat(found...)
	slices.SortFunc(out, byPlace)
	return out
}

// parted cuts a list into one part for each core.
func parted[T any](list []T) [][]T {
	return slices.Collect(slices.Chunk(list, len(list)/runtime.GOMAXPROCS(0)+1))
}

// twin compares the same statements in memory of its own.
func (c *comparer) twin() *comparer {
	return &comparer{opt: c.opt, items: c.items, vocab: c.vocab, profiles: c.profiles, context: c.context, index: c.index,
		sums: make([]sum, len(c.sums)), best: make([]best, len(c.best))}
}

// profiles prepares statements on all cores.
func (v *vocabulary) profiles(items []*Item) []profile {
	out := make([]profile, len(items))
	parts := parted(items)
	_ = cores.Each(context.Background(), len(parts), func(n int) {
		one, from := newProfiler(v), n*len(parts[0])
		for i, it := range parts[n] {
			out[from+i] = one.profile(it)
		}
	})
	return out
}

// newVocabularyTowards is [newVocabulary] for a comparison with some statements:
// only their words have relatives.
func newVocabularyTowards(items []*Item, mine []int32) *vocabulary {
	v := collect(items, len(items))
	asked := make([]bool, len(v.words))
	for _, i := range mine {
		it := items[i]
		for _, tokens := range [][]term.Token{it.Text, it.About, it.Context} {
			for k := range tokens {
				asked[v.at.of(tokens[k].ID)] = true
			}
		}
	}
	v.tie(nil)
	common := v.common()
	k := newKinship(len(common))
	defer k.done()
	for _, i := range common {
		k.file(newLook(v.words[i].Term, v.words[i].name))
	}
	var list []int32 // places in common
	for n, i := range common {
		if asked[i] {
			list = append(list, int32(n))
		}
	}
	parts := parted(list)
	_ = cores.Each(context.Background(), len(parts), func(p int) {
		one := k.twin()
		for _, n := range parts[p] {
			i := common[n]
			one.look(n, func(at int32, alike float32) { v.kin[i] = append(v.kin[i], relative{common[at], alike}) })
			v.order(v.kin[i])
		}
	})
	return v
}

// twin has the same words, and memory of its own in which one is related to them.
func (k *kinship) twin() *kinship {
	one := *k
	one.alike, one.met = make([]float32, len(k.alike)), nil
	return &one
}

// look calls yield for each of the words that is like one of them.
func (k *kinship) look(n int32, yield func(at int32, alike float32)) {
	w := k.words[n]
	if w.known {
		k.useAll(&w) // the table has of two rows that are near only one's
	}
	k.oppose(&w)
	k.spell(&w)
	for _, m := range k.met {
		if m != n {
			yield(m, k.alike[m])
		}
		k.alike[m] = 0
	}
	k.met = k.met[:0]
}

// towards ranks the statements that are like a, before it and after it. Of the
// statements with one word it looks at those nearest in the news.
func (c *comparer) towards(a int32) *ranking {
	for k, w := range c.profiles[a].words {
		for _, u := range c.vocab.kin[w.at] {
			c.meet(w, int32(k)+1, u, c.index.around(c.index.of[u.at], a, c.opt.Block))
		}
	}
	c.settle()
	c.sums[a] = sum{}
	return c.gather(a, 0)
}
