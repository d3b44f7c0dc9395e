package topic

import (
	"cmp"
	"math"
	"slices"
)

const (
	// surround is the share of the similarity that statement and context
	// together decide, where both contexts are known; the rest is the
	// statements' alone.
	surround = 0.4
	// reach is how many partners of a statement are kept while those after it
	// are still to come, for each that it may have.
	reach = 3
)

// comparer compares each statement of a story with those after it.
type comparer struct {
	opt      Options
	items    []*Item
	vocab    *vocabulary
	profiles []profile
	context  []bool     // whether anything surrounds the statement
	postings []postings // of each word; as rows are asked for, those behind the statement in hand

	// What the statement in hand gathers, for each of those after it.
	sums    []sum
	met     []int32  // statements with a sum
	keys    []uint64 // their likeness and place, to be sorted
	best    []best   // of each word
	touched []touch  // words with a best, in the order in which they were met
	count   Statistics
	cut     map[int32]bool // words with more than Block statements
}

// sum is the shares of both statements that have a partner in the other, each
// as much as the partner is like it: among the statements' own words, and among
// those of their contexts as well.
type sum struct {
	narrow, broad       float32
	lastNarrow, lastAll int32 // the word of the statement in hand that was counted last, plus one; 0 for none
}

// best is how like a word the most like in the statement in hand is, 0 where none
// was met: among its own words and among all, for a statement that says the word;
// and for one that has it in its context.
type best struct{ own, all, context float32 }

// touch are postings of a word that has a best.
type touch struct {
	at   int32
	own  bool // those of statements that say it
	list []posting
}

// newComparer prepares statements; of is as [newVocabulary] has it.
func newComparer(items []*Item, of int, opt Options) *comparer {
	v := newVocabulary(items, of)
	profiles := make([]profile, len(items))
	one := newProfiler(v)
	for i, it := range items {
		profiles[i] = one.profile(it)
	}
	return newComparerOf(items, v, profiles, opt)
}

func newComparerOf(items []*Item, v *vocabulary, profiles []profile, opt Options) *comparer {
	c := &comparer{opt: opt, items: items, vocab: v, profiles: profiles, cut: map[int32]bool{}, sums: make([]sum, len(items))}
	c.context = make([]bool, len(items))
	for i, it := range items {
		c.context[i] = len(it.Context) > 0
	}
	c.postings, c.best = index(profiles, len(v.words)), make([]best, len(v.words))
	return c
}

// row finds the statements after a that are like it, most like first. It must
// be called for every statement, in order. The list is good until the next call.
func (c *comparer) row(a int32, out []Candidate) []Candidate {
	p := &c.profiles[a]
	for _, w := range p.words {
		c.postings[w.at].pass(w.by > 0)
	}
	for k, w := range p.words {
		for _, u := range c.vocab.kin[w.at] {
			c.meet(w, int32(k)+1, u, c.later(u.at))
		}
	}
	c.settle()
	return c.gather(a, out)
}

// later are the postings of a word to be compared with: of many, the next.
func (c *comparer) later(word int32) postings {
	p := c.postings[word]
	if p.len() > c.opt.Block {
		p = p.first(c.opt.Block)
		c.cut[word] = true
	}
	return p
}

// gather takes the statements that met a and are like it, most like first.
func (c *comparer) gather(a int32, out []Candidate) []Candidate {
	from := len(out)
	for _, b := range c.met {
		if alike := c.similarity(a, b); alike >= float32(c.opt.Pair) {
			c.keys = append(c.keys, uint64(math.MaxUint32-math.Float32bits(alike))<<32|uint64(b))
		}
		c.sums[b] = sum{}
	}
	slices.Sort(c.keys) // the bits of positive numbers are in their order
	for _, k := range c.keys {
		out = append(out, Candidate{a, int32(uint32(k)), math.Float32frombits(math.MaxUint32 - uint32(k>>32))})
	}
	c.count.Compared += len(c.met)
	c.count.OtherThing += len(c.met) - len(out) + from
	c.met, c.keys = c.met[:0], c.keys[:0]
	return out
}

// meet counts the statements that hold u, a relative of word w of the
// statement in hand. A word's relatives come most like first, so the first
// that another statement holds is its partner there. Two words of the contexts
// meet by their stem alone: looking closer costs most of the time and gains
// nothing that shows in scores.txt.
func (c *comparer) meet(w weighed, word int32, u relative, p postings) {
	b, own := &c.best[u.at], w.by > 0
	if b.all == 0 {
		c.touched = append(c.touched, touch{u.at, true, p.own})
	}
	b.all = max(b.all, u.alike)
	if own {
		b.own = max(b.own, u.alike)
		c.countOwn(u.alike*w.by, u.alike*w.broad, word, p.own)
	} else {
		c.countAll(u.alike*w.broad, word, p.own)
	}
	if !own && u.at != w.at {
		return
	}
	if b.context == 0 {
		c.touched = append(c.touched, touch{u.at, false, p.context})
	}
	b.context = max(b.context, u.alike)
	c.countAll(u.alike*w.broad, word, p.context)
}

// countOwn counts what is of one of the own words of the statement in hand towards
// statements that say a relative, once for each word.
func (c *comparer) countOwn(narrow, broad float32, word int32, list []posting) {
	for i := range list {
		item := list[i].item
		s := &c.sums[item]
		if s.lastNarrow != word {
			s.lastNarrow = word
			s.narrow += narrow
		}
		if s.lastAll != word {
			c.add(s, item, broad, word)
		}
	}
}

// countAll does so where contexts count as well.
func (c *comparer) countAll(broad float32, word int32, list []posting) {
	for i := range list {
		item := list[i].item
		if s := &c.sums[item]; s.lastAll != word {
			c.add(s, item, broad, word)
		}
	}
}

// add counts what is of one word towards one statement.
func (c *comparer) add(s *sum, item int32, broad float32, word int32) {
	if s.lastAll == 0 {
		c.met = append(c.met, item)
	}
	s.lastAll = word
	s.broad += broad
}

// settle adds to the sums what the words of the other statements found.
func (c *comparer) settle() {
	for i := range c.touched {
		t := &c.touched[i]
		b := c.best[t.at]
		if !t.own {
			b = best{all: b.context}
		}
		for n := range t.list {
			p := &t.list[n]
			s := &c.sums[p.item]
			s.narrow += b.own * p.by
			s.broad += b.all * p.broad
		}
	}
	for i := range c.touched {
		c.best[c.touched[i].at] = best{}
	}
	c.touched = c.touched[:0]
}

// similarity mixes the sums of the statement in hand and b.
func (c *comparer) similarity(a, b int32) float32 {
	s := &c.sums[b]
	alike := s.narrow / 2
	if c.context[a] && c.context[b] {
		alike = (1-surround)*alike + surround*s.broad/2
	}
	return min(1, alike)
}

// byPlace orders pairs by their items.
func byPlace(x, y Candidate) int {
	if x.A != y.A {
		return cmp.Compare(x.A, y.A)
	}
	return cmp.Compare(x.B, y.B)
}
