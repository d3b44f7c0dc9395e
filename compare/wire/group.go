package wire

import (
	"cmp"
	"slices"
)

const (
	// maxHolders is how many leaders are found by one fingerprint: the latest. What
	// more have is a phrase.
	maxHolders = 16
	// maxAligned is with how many leaders a text is compared, those with most
	// fingerprints in common first.
	maxAligned = 12
	// leastPrints is the share of the fingerprints that two texts must have
	// in common to be compared: copies at the limit of leastLike have a third.
	leastPrints = .25
)

// groups tells for each text its leader: the earliest text that it is a copy of.
type groups struct {
	*library
	leader []int32   // by text; a leader is its own
	like   []float32 // to the leader
	capped int
	slots  []int32 // by fingerprint: where its holders begin; none where no other text has it
	holds  []int32 // the leaders that hold a fingerprint, behind their number
	align  aligner
	held   []holder
	a, b   folded
	at     int32 // the text in b
}

// holder is a leader and how many fingerprints it shares with a text.
type holder struct{ leader, shared int32 }

// group finds the leaders.
func (l *library) group() *groups {
	g := &groups{library: l, leader: make([]int32, len(l.texts)), like: make([]float32, len(l.texts)), at: none}
	g.index()
	for t := range int32(len(l.texts)) {
		g.leader[t], g.like[t] = t, 1
		if !g.join(t) {
			g.enter(t)
		}
	}
	g.slots, g.holds = nil, nil
	return g
}

// index gives room to each fingerprint that several texts have.
func (g *groups) index() {
	seen, again := newBits(len(g.prints)), newBits(len(g.prints))
	for _, p := range g.prints {
		if seen.has(p) {
			again.set(p)
		}
		seen.set(p)
	}
	n := 0
	for _, p := range g.prints {
		if again.has(p) {
			n++
		}
	}
	keys := make([]uint64, 0, n)
	for i, p := range g.prints {
		if again.has(p) {
			keys = append(keys, uint64(p)<<32|uint64(i))
		}
	}
	slices.Sort(keys)
	g.slots = make([]int32, len(g.prints))
	for i := range g.slots {
		g.slots[i] = none
	}
	for len(keys) > 0 {
		n := 1
		for n < len(keys) && keys[n]>>32 == keys[0]>>32 {
			n++
		}
		if n > 1 {
			for _, k := range keys[:n] {
				g.slots[uint32(k)] = int32(len(g.holds))
			}
			g.holds = append(g.holds, make([]int32, 1+min(n, maxHolders))...)
		}
		keys = keys[n:]
	}
}

// join finds the leader that t is most like, and reports whether there is one.
func (g *groups) join(t int32) bool {
	g.candidates(t)
	if len(g.held) == 0 {
		return false
	}
	p := g.leading(t)
	g.a.fold(p.Text, p.Quoted)
	best := float32(0)
	for _, h := range g.held[:min(len(g.held), maxAligned)] {
		if like := g.compare(t, h.leader); like > best {
			best = like
			g.leader[t], g.like[t] = h.leader, like
		}
	}
	if best == 0 && len(g.held) > maxAligned && g.near(t, g.held[maxAligned]) {
		g.capped++
	}
	return best > 0
}

// compare returns how like text t, which is in a, is to a leader: 0 where it is
// no copy.
func (g *groups) compare(t, leader int32) float32 {
	need := least(&g.texts[t], &g.texts[leader])
	if g.texts[leader].bag.most(g.a.words) < need || !g.timely(t, leader) {
		return 0
	}
	g.load(leader)
	return float32(g.align.common(g.a.words, g.b.words, need)) / float32(max(len(g.a.words), len(g.b.words)))
}

// fresh is how many days apart an edited copy may be printed. What was alike later
// than that, in the pairs that were read, was a form filled in again: the day's
// prices, the method of a poll.
const fresh = 14

// timely reports whether t may be an edited copy of a leader: in time, or a
// quotation, or of an unknown day.
func (g *groups) timely(t, leader int32) bool {
	a, b := g.texts[t], g.texts[leader]
	return a.day == 0 || b.day == 0 || a.day-b.day <= fresh || 2*max(a.quoted, b.quoted) >= min(a.n, b.n)
}

// near reports whether a leader that was not compared with t may well be what t
// is a copy of. Short texts that share a phrase are many and seldom copies.
func (g *groups) near(t int32, h holder) bool {
	return g.texts[t].n >= leastQuoted && 2*int(h.shared) > len(g.printsOf(t))
}

// load folds a text into b.
func (g *groups) load(t int32) {
	if g.at != t {
		p := g.leading(t)
		g.b.fold(p.Text, p.Quoted)
		g.at = t
	}
}

// candidates sets held to the leaders that share enough fingerprints with t,
// most first, of equal ones the earliest.
func (g *groups) candidates(t int32) {
	g.held = g.held[:0]
	for _, slot := range g.slots[g.from[t]:g.from[t+1]] {
		if slot == none {
			continue
		}
		for _, l := range g.holds[slot+1 : slot+1+min(g.holds[slot], maxHolders)] {
			g.count(l)
		}
	}
	g.held = slices.DeleteFunc(g.held, func(h holder) bool {
		least := min(len(g.printsOf(t)), len(g.printsOf(h.leader)))
		return float64(h.shared) < leastPrints*float64(least)
	})
	slices.SortFunc(g.held, func(a, b holder) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.leader, b.leader))
	})
}

func (g *groups) count(leader int32) {
	for i := range g.held {
		if g.held[i].leader == leader {
			g.held[i].shared++
			return
		}
	}
	g.held = append(g.held, holder{leader, 1})
}

// enter makes t a leader that later texts are compared with.
func (g *groups) enter(t int32) {
	full := 0
	for _, slot := range g.slots[g.from[t]:g.from[t+1]] {
		if slot == none {
			continue
		}
		n := g.holds[slot]
		if n >= maxHolders {
			full++
		}
		g.holds[slot]++
		g.holds[slot+1+n%maxHolders] = t
	}
	if g.texts[t].n >= leastQuoted && float64(full) > (1-leastPrints)*float64(len(g.printsOf(t))) {
		g.capped++
	}
}

// bits is a set of fingerprints, in which two may share a place.
type bits []uint64

// newBits returns a set for n fingerprints that has eight to sixteen places for
// each, so that a few in a hundred share one.
func newBits(n int) bits {
	size := 1
	for size*64 < 8*n {
		size *= 2
	}
	return make(bits, size)
}

func (b bits) has(p uint32) bool { return b[int(p>>6)&(len(b)-1)]&(1<<(p&63)) != 0 }
func (b bits) set(p uint32)      { b[int(p>>6)&(len(b)-1)] |= 1 << (p & 63) }
