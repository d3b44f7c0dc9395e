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

// posting is a statement that holds a word.
type posting struct {
	item      int32
	by, broad float32 // as weighed has them
}

// comparer compares each statement of a story with those after it.
type comparer struct {
	opt      Options
	items    []*Item
	vocab    *vocabulary
	profiles []profile
	context  []bool    // whether anything surrounds the statement
	postings []posting // by word and item
	begin    []int32   // where the postings of each word begin; one more for the end
	passed   []int32   // of each word, how many of its postings are no later than the statement in hand

	// What the statement in hand gathers, for each of those after it.
	sums    []sum
	met     []int32   // statements with a sum
	keys    []uint64  // their likeness and place, to be sorted
	partner []partner // of each posting
	touched []int32   // postings with a partner
	count   Statistics
	cut     map[int32]bool // words with more than Block statements
}

// sum is the shares of both statements that have a partner in the other, each
// as much as the partner is like it: among the statements' own words, and among
// those of their contexts as well.
type sum struct {
	met                 bool
	narrow, broad       float32
	lastNarrow, lastAll int32 // the word of the statement in hand that was counted last, plus one
}

// partner is how like a word of a later statement the most like in the
// statement in hand is, 0 where none was met: among the own words of both, and
// among all.
type partner struct{ narrow, broad float32 }

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
	n := len(c.vocab.words)
	c.passed, c.begin = make([]int32, n), make([]int32, n+1)
	for i, it := range items {
		c.context = append(c.context, len(it.Context) > 0)
		for _, w := range profiles[i].words {
			c.begin[w.at+1]++
		}
	}
	for w := range n {
		c.begin[w+1] += c.begin[w]
	}
	c.file()
	return c
}

// file makes the inverted index: the postings of each word, by item.
func (c *comparer) file() {
	c.postings, c.partner = make([]posting, c.begin[len(c.passed)]), make([]partner, c.begin[len(c.passed)])
	next := slices.Clone(c.begin)
	for i, p := range c.profiles {
		for _, w := range p.words {
			c.postings[next[w.at]] = posting{int32(i), w.by, w.broad}
			next[w.at]++
		}
	}
}

// row finds the statements after a that are like it, most like first. It must
// be called for every statement, in order. The list is good until the next call.
func (c *comparer) row(a int32, out []Candidate) []Candidate {
	p := &c.profiles[a]
	for _, w := range p.words {
		c.passed[w.at]++
	}
	for k, w := range p.words {
		for _, u := range c.vocab.kin[w.at] {
			c.meet(w, int32(k)+1, u)
		}
	}
	for _, at := range c.touched {
		c.settle(at)
	}
	c.touched = c.touched[:0]
	return c.gather(a, out)
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
func (c *comparer) meet(w weighed, word int32, u relative) {
	first := c.begin[u.at] + c.passed[u.at]
	list := c.postings[first:c.begin[u.at+1]]
	if len(list) > c.opt.Block {
		list = list[:c.opt.Block]
		c.cut[u.at] = true
	}
	c.meetAll(w, word, u, first, list)
}

// meetAll counts statements that hold u, whose postings begin at first.
func (c *comparer) meetAll(w weighed, word int32, u relative, first int32, list []posting) {
	for n := range list {
		p := &list[n]
		if w.by == 0 && p.by == 0 && u.at != w.at {
			continue
		}
		s := &c.sums[p.item]
		if !s.met {
			s.met = true
			c.met = append(c.met, p.item)
		}
		own := w.by > 0 && p.by > 0
		if own && s.lastNarrow != word {
			s.lastNarrow = word
			s.narrow += u.alike * w.by
		}
		if s.lastAll != word {
			s.lastAll = word
			s.broad += u.alike * w.broad
		}
		c.answer(first+int32(n), own, u.alike)
	}
}

// answer offers a word of the statement in hand as partner to the word of
// posting at.
func (c *comparer) answer(at int32, own bool, alike float32) {
	p := &c.partner[at]
	if p.broad == 0 {
		c.touched = append(c.touched, at)
	}
	if own {
		p.narrow = max(p.narrow, alike)
	}
	p.broad = max(p.broad, alike)
}

// settle adds what the word of posting at found to the sum of its statement.
func (c *comparer) settle(at int32) {
	b, p := &c.partner[at], &c.postings[at]
	s := &c.sums[p.item]
	s.narrow += b.narrow * p.by
	s.broad += b.broad * p.broad
	*b = partner{}
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

// closer orders pairs by likeness.
func closer(x, y Candidate) int {
	switch {
	case x.Similarity != y.Similarity:
		return cmp.Compare(y.Similarity, x.Similarity)
	case x.A != y.A:
		return int(x.A - y.A)
	}
	return int(x.B - y.B)
}

// byPlace orders pairs by their items.
func byPlace(x, y Candidate) int {
	if x.A != y.A {
		return cmp.Compare(x.A, y.A)
	}
	return cmp.Compare(x.B, y.B)
}
