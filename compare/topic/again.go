package topic

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync/atomic"

	"crosscheck/claims/cores"
)

// Again finds what [Index.Across] finds where most statements were compared
// before. It gives the same pairs as a comparison of all: pairs of statements
// that are as they were are kept, those with a side that is not are compared,
// and where a key has more statements than are all compared, what moved nearer
// together is compared and what moved apart is let go.
//
// Statements have numbers that stay. Every field must be set.
type Again struct {
	Entries []uint64 // key<<32 | statement, in order: of every statement, whether or not it takes part
	Before  []bool   // of each statement, whether it took part before
	Now     []bool   // and whether it does now
	Changed []bool   // it is not what it was: new, gone, or its card is another
	Place   []int32  // its place in the news
	// Card is the card of a statement that takes part now. It is asked from
	// several goroutines.
	Card  func(statement int32) Card
	Found []Candidate // the pairs found before, the earlier statement first
}

// Across returns the pairs, the earlier statement first, in the order of the
// news, and how many keys have more statements than are all compared.
func (a Again) Across(ctx context.Context, opt Options) (pairs []Candidate, crowded int, err error) {
	parts := wholeBlocks(a.Entries, partsPerCore*runtime.GOMAXPROCS(0))
	workers := make([]*again, len(parts))
	cards := make([]atomic.Pointer[Card], len(a.Now))
	err = cores.Each(ctx, len(parts), func(i int) {
		workers[i] = &again{Again: &a, opt: opt.withDefaults(), cards: cards, crowded: map[int32]bool{}}
		workers[i].compare(parts[i])
	})
	if err != nil {
		return nil, 0, err
	}
	var fresh []Candidate
	for _, w := range workers {
		fresh = append(fresh, w.out...)
		crowded += w.count.Capped
	}
	slices.SortFunc(fresh, a.byNews)
	fresh = slices.CompactFunc(fresh, func(x, y Candidate) bool { return x.A == y.A && x.B == y.B })
	return a.merge(a.kept(workers), fresh), crowded, nil
}

// byNews orders pairs by the places of their statements.
func (a *Again) byNews(x, y Candidate) int {
	return cmp.Or(cmp.Compare(a.Place[x.A], a.Place[y.A]), cmp.Compare(a.Place[x.B], a.Place[y.B]))
}

// merge merges two lists of pairs that are in order; what both have is once.
func (a *Again) merge(x, y []Candidate) []Candidate {
	out := make([]Candidate, 0, len(x)+len(y))
	for _, p := range y {
		n, both := slices.BinarySearchFunc(x, p, a.byNews)
		out = append(out, x[:n]...)
		if x = x[n:]; !both {
			out = append(out, p)
		}
	}
	return append(out, x...)
}

// again compares a part of the blocks.
type again struct {
	*Again
	opt      Options
	cards    []atomic.Pointer[Card]
	out      []Candidate
	count    Statistics
	now, old []int32        // of the block in hand, in the order of the news
	crowded  map[int32]bool // statements of blocks of which not all are compared
}

// compare works the blocks that hold a statement that is not what it was.
func (w *again) compare(entries []uint64) {
	for begin := 0; begin < len(entries); {
		end, changed, members := begin, false, 0
		for end < len(entries) && entries[end]>>32 == entries[begin]>>32 {
			i := uint32(entries[end])
			changed = changed || w.Changed[i]
			if w.Now[i] {
				members++
			}
			end++
		}
		if members > crowd {
			w.count.Capped++
		}
		if changed && end-begin > 1 {
			w.block(entries[begin:end])
		}
		begin = end
	}
}

// block compares what has to be in one block.
func (w *again) block(list []uint64) {
	w.now, w.old = w.members(w.now[:0], list, w.Now), w.members(w.old[:0], list, w.Before)
	width := width(len(w.now))
	if len(w.now) > crowd {
		for _, i := range w.now {
			w.crowded[i] = true
		}
	}
	for i, a := range w.now {
		for _, b := range w.now[i+1 : min(len(w.now), i+1+width)] {
			if w.Changed[a] || w.Changed[b] {
				w.pair(a, b)
			}
		}
	}
	if len(w.old) > crowd {
		w.nearer(width)
	}
}

// members are the statements of a block that take part, in the order of the
// news.
func (w *again) members(out []int32, list []uint64, part []bool) []int32 {
	for _, e := range list {
		if i := int32(uint32(e)); part[i] {
			out = append(out, i)
		}
	}
	byNews := func(a, b int32) int { return cmp.Compare(w.Place[a], w.Place[b]) }
	if !slices.IsSortedFunc(out, byNews) {
		slices.SortFunc(out, byNews)
	}
	return out
}

// nearer compares the statements that stood too far apart before.
func (w *again) nearer(width int) {
	at := make(map[int32]int, len(w.old))
	for n, i := range w.old {
		at[i] = n
	}
	before := crowd / 2
	for i, a := range w.now {
		for _, b := range w.now[i+1 : min(len(w.now), i+1+width)] {
			if !w.Changed[a] && !w.Changed[b] && at[b]-at[a] > before {
				w.pair(a, b)
			}
		}
	}
}

func (w *again) pair(a, b int32) {
	p := Candidate{A: a, B: b}
	x, y := w.card(a), w.card(b)
	if !w.opt.maybe(x, y, &w.count) {
		return
	}
	var f, g face
	f.read(x)
	g.read(y)
	if w.opt.alike(&p, &f, &g, &w.count) {
		w.out = append(w.out, p)
	}
}

// card is the card of a statement, made once.
func (w *again) card(i int32) *Card {
	c := w.cards[i].Load()
	if c == nil {
		made := w.Card(i)
		c = &made
		w.cards[i].Store(c)
	}
	return c
}

// kept are the pairs found before that still are, in order: neither side has
// changed, and they share a key by which they are compared.
func (a *Again) kept(workers []*again) []Candidate {
	crowded := make([]bool, len(a.Now))
	for _, w := range workers {
		for i := range w.crowded {
			crowded[i] = true
		}
	}
	sure := make([]bool, len(a.Found))
	doubtful := doubts{pairs: a.Found, changed: a.Changed, from: make([]int32, len(a.Now))}
	for n, p := range a.Found {
		switch {
		case a.Changed[p.A] || a.Changed[p.B]:
		case crowded[p.A] && crowded[p.B]:
			doubtful.add(int32(n))
		default:
			sure[n] = true
		}
	}
	for _, near := range a.settle(&doubtful) {
		for _, n := range near {
			sure[n] = true
		}
	}
	out := make([]Candidate, 0, len(a.Found))
	for n, p := range a.Found {
		if sure[n] {
			out = append(out, p)
		}
	}
	return out
}

// doubts are pairs that may stand too far apart now in all keys they share.
type doubts struct {
	pairs []Candidate
	// changed tells of each statement whether it is not what it was.
	changed []bool
	from    []int32 // of each statement, behind the first of its pairs; 0 for none
	count   int
}

// gone reports a pair with a side that has changed: it is compared anew.
func (d *doubts) gone(n int32) bool { return d.changed[d.pairs[n].A] || d.changed[d.pairs[n].B] }

// add adds a pair. Pairs are added in order.
func (d *doubts) add(n int32) {
	if a := d.pairs[n].A; d.from[a] == 0 {
		d.from[a] = n + 1
	}
	d.count++
}

// settle finds the doubtful pairs that are compared by some key, on all cores; one may
// be found several times.
func (a *Again) settle(d *doubts) [][]int32 {
	if d.count == 0 {
		return nil
	}
	parts := wholeBlocks(a.Entries, runtime.GOMAXPROCS(0))
	found := make([][]int32, len(parts))
	_ = cores.Each(context.Background(), len(parts), func(i int) {
		s := settler{doubts: d, again: &again{Again: a}, block: make([]int32, len(a.Now)), at: make([]int32, len(a.Now))}
		s.settle(parts[i])
		found[i] = s.found
	})
	return found
}

// settler settles the doubts about pairs that share a key of a part of the blocks.
type settler struct {
	*doubts
	again *again
	found []int32 // pairs that are compared

	// Of the block in hand.
	blocks int32
	block  []int32 // of each statement, the block in which it was seen last
	at     []int32 // and its place there
}

// settle finds the pairs of a part of the blocks.
func (s *settler) settle(entries []uint64) {
	w := s.again
	for begin := 0; begin < len(entries); {
		end, asked := begin, false
		for end < len(entries) && entries[end]>>32 == entries[begin]>>32 {
			asked = asked || s.from[uint32(entries[end])] > 0
			end++
		}
		if asked && end-begin > 1 {
			w.now = w.members(w.now[:0], entries[begin:end], w.Now)
			s.near(w.now)
		}
		begin = end
	}
}

// near finds the pairs that a block compares.
func (s *settler) near(block []int32) {
	s.blocks++
	for at, i := range block {
		s.block[i], s.at[i] = s.blocks, int32(at)
	}
	width := int32(width(len(block)))
	for at, i := range block {
		if s.from[i] == 0 {
			continue
		}
		for n := s.from[i] - 1; int(n) < len(s.pairs) && s.pairs[n].A == i; n++ {
			b := s.pairs[n].B
			if s.block[b] == s.blocks && s.at[b]-int32(at) <= width && !s.gone(n) {
				s.found = append(s.found, n)
			}
		}
	}
}
