package topic

import "cmp"

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
	context  []bool // whether anything surrounds the statement
	index    *index // as rows are asked for, of those behind the statement in hand

	// What the statement in hand gathers, for each of those after it.
	sums    []sum
	ranking ranking // those like it
	best    []best  // of each word
	touched []touch // words with a best, in the order in which they were met
	count   Statistics
	cut     []bool // of each word, whether more than Block statements have it
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

// touch are statements with a word that has a best.
type touch struct {
	at  int32
	own bool // they say it
	list
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
	c := &comparer{opt: opt, items: items, vocab: v, profiles: profiles, cut: make([]bool, len(v.words)), sums: make([]sum, len(items))}
	c.context = make([]bool, len(items))
	for i, it := range items {
		c.context[i] = len(it.Context) > 0
	}
	c.index, c.best = newIndex(profiles, len(v.words)), make([]best, len(v.words))
	return c
}

// row ranks the statements after a that are like it. It must be called for every
// statement, in order. The ranking is good until the next call.
func (c *comparer) row(a int32) *ranking {
	p := &c.profiles[a]
	for _, w := range p.words {
		c.index.listOf(w).from++
	}
	for k, w := range p.words {
		for _, u := range c.vocab.kin[w.at] {
			c.meet(w, int32(k)+1, u, c.later(u.at))
		}
	}
	c.settle()
	return c.gather(a, a+1)
}

// later are the postings of a word to be compared with: of many, the next.
func (c *comparer) later(word int32) postings {
	p := c.index.of[word]
	if p.len() > c.opt.Block {
		p = c.index.first(p, c.opt.Block)
		c.cut[word] = true
	}
	return p
}

// capped is how many words had more statements than were compared.
func (c *comparer) capped() int {
	n := 0
	for _, cut := range c.cut {
		if cut {
			n++
		}
	}
	return n
}

// gather ranks the statements, from one on, that met a and are like it. Among the
// statements of one story most have met, so all are looked at.
func (c *comparer) gather(a, from int32) *ranking {
	c.ranking.clear()
	sums, context, least := c.sums[from:], c.context[from:], float32(c.opt.Pair)
	met := 0
	for i := range sums {
		s := &sums[i]
		if s.lastAll != 0 {
			met++
		}
		if alike := s.similarity(c.context[a] && context[i]); alike >= least && s.lastAll != 0 {
			c.ranking.add(from+int32(i), min(1, alike))
		}
	}
	clear(sums)
	c.count.Compared += met
	c.count.OtherThing += met - len(c.ranking.keys)
	return &c.ranking
}

// meet counts the statements that hold u, a relative of word w of the
// statement in hand. A word's relatives come most like first, so the first
// that another statement holds is its partner there. Two words of the contexts
// meet by their stem alone: looking closer costs most of the time and gains
// nothing that shows in scores.txt.
func (c *comparer) meet(w weighed, word int32, u relative, p postings) {
	b, own := &c.best[u.at], w.by > 0
	if p.own.len() > 0 {
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
	}
	if p.context.len() == 0 || !own && u.at != w.at {
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
func (c *comparer) countOwn(narrow, broad float32, word int32, l list) {
	sums := c.sums
	for _, item := range c.index.items[l.from:l.to] {
		s := &sums[item]
		if s.lastNarrow != word {
			s.lastNarrow = word
			s.narrow += narrow
		}
		if s.lastAll != word {
			s.lastAll = word
			s.broad += broad
		}
	}
}

// countAll does so where contexts count as well.
func (c *comparer) countAll(broad float32, word int32, l list) {
	sums := c.sums
	for _, item := range c.index.items[l.from:l.to] {
		if s := &sums[item]; s.lastAll != word {
			s.lastAll = word
			s.broad += broad
		}
	}
}

// settle adds to the sums what the words of the other statements found.
func (c *comparer) settle() {
	sums := c.sums
	for i := range c.touched {
		t := &c.touched[i]
		b := c.best[t.at]
		if !t.own {
			b = best{all: b.context}
		}
		items, shares := c.index.items[t.from:t.to], c.index.shares[t.from:t.to]
		if b.own == 0 { // met in contexts only: there is nothing to add to narrow
			for n, item := range items {
				sums[item].broad += b.all * shares[n].broad
			}
			continue
		}
		for n, item := range items {
			s, p := &sums[item], shares[n]
			s.narrow += b.own * p.by
			s.broad += b.all * p.broad
		}
	}
	for i := range c.touched {
		c.best[c.touched[i].at] = best{}
	}
	c.touched = c.touched[:0]
}

// similarity mixes the shares, if both statements have a context. By what is lost
// in rounding it may be more than 1.
func (s *sum) similarity(context bool) float32 {
	alike := s.narrow / 2
	if context {
		alike = (1-surround)*alike + surround*s.broad/2
	}
	return alike
}

// byPlace orders pairs by their items.
func byPlace(x, y Candidate) int {
	if x.A != y.A {
		return cmp.Compare(x.A, y.A)
	}
	return cmp.Compare(x.B, y.B)
}
