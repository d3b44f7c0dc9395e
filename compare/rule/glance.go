package rule

import (
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// glance is two readings side by side that are not aligned yet. The rules ask
// it whether they could find anything, and nearly always they could not.
type glance struct {
	a, b    *reading
	speaker bool // both are of one speaker

	mayTurn, mayOppose answer // what several rules ask
	shared             []align.Couple
}

// answer is what was found on the first question.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// look makes g a glance at two readings, in the memory of what it was before.
func (g *glance) look(a, b *reading) {
	g.a, g.b = a, b
	g.speaker = a.speaker == b.speaker && oneSpeaker(a.Claim, b.Claim)
	g.mayTurn, g.mayOppose = unasked, unasked
}

// choice is some of the rules, a bit for each in the order of All.
type choice uint64

const every choice = 1<<64 - 1

func (c choice) has(n int) bool { return c&(1<<n) != 0 }

// rules are the rules that may find something that scores Flag.
func (g *glance) rules() choice {
	var c choice
	for n := range All {
		if All[n].May(g) {
			c |= 1 << n
		}
	}
	return c
}

// ask returns an answer, which it finds on the first question.
func (g *glance) ask(a *answer, find func(*glance) bool) bool {
	if *a == unasked {
		*a = no
		if find(g) {
			*a = yes
		}
	}
	return *a == yes
}

// common are the words that are one on both sides, or none where they are
// surely fewer than least.
func (g *glance) common(least int) []align.Couple {
	g.shared = align.Common(g.a.Statement, g.b.Statement, least, g.shared[:0])
	return g.shared
}

// opposite reports whether the sides may have words that oppose each other.
func (g *glance) opposite() bool {
	return g.ask(&g.mayOppose, func(g *glance) bool { return align.MayOppose(g.a.Statement, g.b.Statement) })
}

// turned reports whether one thing may hold on one side and be turned off on
// the other.
func (g *glance) turned() bool {
	return g.ask(&g.mayTurn, func(g *glance) bool { return mayTurn(g.a, g.b) || mayTurn(g.b, g.a) })
}

func mayTurn(a, b *reading) bool {
	for _, i := range a.turned {
		if align.MayTurn(a.Statement, i, b.Statement) {
			return true
		}
	}
	return false
}

// counted reports whether one thing may be counted on both sides, in amounts
// that clash.
func (g *glance) counted(clash func(a, b lexicon.Class) bool) bool {
	for _, x := range g.a.amounts {
		for _, y := range g.b.amounts {
			if clash(x.class, y.class) && align.MayLink(g.a.Statement, x.at, g.b.Statement, y.at) {
				return true
			}
		}
	}
	return false
}

// quoted reports whether quotations of at least so many words on both sides may
// have as many in common.
func (g *glance) quoted(least int) bool {
	x, y := g.a.said, g.b.said
	if len(x) < least || len(y) < least {
		return false
	}
	n := 0
	for len(x) > 0 && len(y) > 0 && n < least {
		switch {
		case x[0] < y[0]:
			x = x[1:]
		case y[0] < x[0]:
			y = y[1:]
		default:
			x, y, n = x[1:], y[1:], n+1
		}
	}
	return n >= least
}
