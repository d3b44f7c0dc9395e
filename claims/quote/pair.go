package quote

import (
	"math"
	"math/bits"
)

// The marks of a block are read as a whole: of all ways to say of each mark
// that it opens, closes or is none, the cheapest wins (Viterbi 1967). The state
// between two marks is the stack of the quotations that are open there.

// deepest is how many quotations may stand in one another.
const deepest = 3

// state is a stack of open quotations; the zero state has none.
type state uint8

// stack is what a state stands for.
type stack struct {
	depth int
	in    [deepest]family // the outermost first
	over  state           // without the innermost
	push  [families]state // with one more; 0 where that is not allowed
}

// top is the family of the innermost quotation.
func (s *stack) top() family { return s.in[s.depth-1] }

// states are all stacks of up to three, the third unlike the second: 57 of them.
var states = func() []stack {
	all := []stack{{}}
	for i := 0; i < len(all); i++ {
		if all[i].depth == deepest {
			continue
		}
		for f := straight; f < families; f++ {
			next := all[i]
			if next.depth == deepest-1 && (next.in[1] == f || next.in[0] == next.in[1]) {
				continue
			}
			next.in[next.depth], next.over, next.push = f, state(i), [families]state{}
			next.depth++
			all[i].push[f] = state(len(all))
			all = append(all, next)
		}
	}
	return all
}()

const (
	mostStates = 64   // of which 57 are used: a bit set of them is one word
	stateBits  = 0x3f // of a step: the state it comes from
	lostBit    = 0x40 // of a step: another mark is missing here
)

// step says how a state was reached: from which, and whether a mark is missing.
type step uint8

// Costs of pairs, on the scale of those of marks.
const (
	mixed      = 2  // “ closed by "
	confused   = 5  // “ closed by '
	nested     = 1  // a quotation in another, but single in double or double in single
	nestedSame = 3  // in one of the same marks
	unclosed   = 4  // a closing mark is missing at the end
	reopens    = 5  // one is missing before another quotation
	goesOn     = 2  // less for one that is missing where the next block begins with a mark
	unopened   = 5  // an opening one is
	resumes    = 2  // the block goes on with the quotation left open
	hopeless   = 14 // worse than the best by more: given up
)

// reader finds the cheapest reading of a window of marks.
type reader struct {
	cost, then [mostStates]int16
	live, next uint64
}

// relax offers a way to reach a state.
func (r *reader) relax(row *[mostStates]step, to state, cost int16, how step) {
	if bit := uint64(1) << to; r.next&bit == 0 || cost < r.then[to] {
		r.next |= bit
		r.then[to], row[to] = cost, how
	}
}

// advance reads one mark.
func (r *reader) advance(row *[mostStates]step, m *mark) {
	r.next = 0
	for live := r.live; live != 0; live &= live - 1 {
		from := state(bits.TrailingZeros64(live))
		s, cost, how := &states[from], r.cost[from], step(from)
		r.relax(row, from, cost+int16(m.none), how)
		if to := s.push[m.family]; to != 0 {
			r.relax(row, to, cost+int16(m.opens)+s.nesting(m.family), how)
		}
		switch {
		case s.depth == 0:
			if m.ends {
				r.relax(row, from, cost+int16(m.closes)+unopened, how|lostBit)
			}
		case s.top() == m.family:
			r.relax(row, s.over, cost+int16(m.closes), how)
			if s.depth == 1 {
				r.relax(row, from, cost+int16(m.opens)+reopens, how|lostBit)
			}
		case s.top() <= curly && m.family <= curly:
			r.relax(row, s.over, cost+int16(m.closes)+mixed, how)
		case s.top() != angle && m.family != angle && s.depth == 1:
			r.relax(row, s.over, cost+int16(m.closes)+confused, how)
		}
	}
	r.prune()
}

// nesting is the cost of opening a quotation of the family here.
func (s *stack) nesting(f family) int16 {
	switch {
	case s.depth == 0, s.top() != f && (f == single || s.top() == single):
		return 0
	case s.top() == straight && f == curly:
		// A page that sets whole paragraphs in straight marks leaves the curly ones in them.
		return 0
	case s.top() == f:
		return nestedSame
	}
	return nested
}

// prune drops the states that cannot win any more and makes the next current.
func (r *reader) prune() {
	r.cost, r.then, r.live = r.then, r.cost, r.next
	best := int16(math.MaxInt16)
	for live := r.live; live != 0; live &= live - 1 {
		best = min(best, r.cost[bits.TrailingZeros64(live)])
	}
	for live := r.live; live != 0; live &= live - 1 {
		i := bits.TrailingZeros64(live)
		if r.cost[i] -= best; r.cost[i] > hopeless {
			r.live &^= 1 << i
		}
	}
}

// best is the cheapest state at the end, where what is open costs; follows tells that
// the next block begins with a mark.
func (r *reader) best(follows bool) state {
	var out state
	least := int16(math.MaxInt16)
	for live := r.live; live != 0; live &= live - 1 {
		i := bits.TrailingZeros64(live)
		c := r.cost[i] + unclosed*int16(states[i].depth*states[i].depth)
		if states[i].depth == 0 || states[i].in[0] != single {
		} else if follows {
			c -= goesOn
		} else {
			c++
		}
		if c < least {
			least, out = c, state(i)
		}
	}
	return out
}

// read finds the quotations of the marks and returns how many marks it is
// done with: all of them in the last window of a block.
func (f *finder) read(marks []mark, left family, last bool) int {
	var room [few][mostStates]step
	rows := room[:]
	if len(marks) > few {
		if f.rows == nil {
			f.rows = make([][mostStates]step, window)
		}
		rows = f.rows
	}
	r := reader{live: 1}
	if left != nothing {
		s := states[0].push[left]
		r.live |= 1 << s
		r.cost[s] = resumes
	}
	for i := range marks {
		r.advance(&rows[i], &marks[i])
	}
	to := r.best(last && f.follows)
	for i := len(marks) - 1; i >= 0; i-- {
		how := rows[i][to]
		marks[i].from, marks[i].to, marks[i].lost = state(how&stateBits), to, how&lostBit != 0
		to = marks[i].from
	}
	done := len(marks)
	if !last {
		for done > len(marks)/2 && marks[done-1].to != 0 {
			done--
		}
		if marks[done-1].to != 0 {
			done = len(marks)
		}
	}
	f.emit(marks[:done], last)
	return done
}
