package align

import (
	"crosscheck/claims"
	"crosscheck/compare/lexicon"
)

// focusWords is how many content words behind a negator are taken for what it
// denies: the predicate and its object ("did not support the plan").
const focusWords = 2

// findTurns finds the negators and reversers and turns what they govern. Those
// that govern forward come first; one that governs its subject works only
// where it is not itself turned off ("the talks were not halted").
func (p *Statement) findTurns() {
	var backward []int
	for i := range p.Words {
		w := &p.Words[i]
		switch {
		case w.Part || w.Class&lexicon.Harmless != 0:
		case w.Class&lexicon.Negator != 0:
			p.forward(i, Turn{At: i, Negator: true})
		case w.Class&lexicon.Reverser != 0 && p.wished(i):
		case w.Class&lexicon.Reverser != 0 && p.governsSubject(i):
			backward = append(backward, i)
		case w.Class&lexicon.Reverser != 0 && p.governsForward(i):
			p.forward(i, Turn{At: i, Denial: w.Class&lexicon.Denial != 0})
		case w.Class&lexicon.Keeper != 0:
			backward = append(backward, i)
		}
	}
	for i := range p.Words {
		p.belie(i)
	}
	for _, i := range backward {
		keeps := p.Words[i].Class&lexicon.Keeper != 0 && !(p.Words[i].Class&lexicon.Reverser != 0 && p.governsSubject(i))
		if p.Words[i].Off == keeps && !p.wished(i) {
			p.backward(i)
		}
	}
}

// forward applies a turn to what follows it.
func (p *Statement) forward(i int, t Turn) {
	t.From, t.To = p.Words[i].Last+1, p.scopeEnd(i, t.Denial)
	left, seen := focusWords, false
	switch {
	case t.Denial:
		left = 3
	case p.replaces(i):
		left = p.undone(i)
	}
	if t.Negator {
		p.release(i, &t)
	}
	for k := t.From; k < t.To; k++ {
		w := &p.Words[k]
		if aside[w.Norm] && seen && !w.Part {
			left = 0
		}
		focus := left > 0 && w.Weight > 0 && w.Class&lexicon.Utterance == 0
		seen = seen || focus
		if focus && !w.Name {
			left--
		}
		if t.Denial && p.Words[i].Off && !w.Off {
			continue // "did not deny that": what is beyond the negator's reach is not denied
		}
		p.turn(k, focus, p.concord(i))
	}
	p.Turns = append(p.Turns, t)
}

// concord reports whether word i is a negator that only repeats one before it:
// "no pressure nor any threat". "Without" is a turn of its own.
func (p *Statement) concord(i int) bool {
	return p.Words[i].Class&lexicon.Negator != 0 && p.Words[i].Norm != "without"
}

// backward applies the turn at i to its subject.
func (p *Statement) backward(i int) {
	t := Turn{At: i, To: i, Backward: true, Denial: p.Words[i].Class&lexicon.Denial != 0}
	t.From = i
	for t.From > 0 && p.Words[t.From-1].Clause == p.Words[i].Clause && !p.bars(t.From-1) {
		t.From--
	}
	seen, over := false, false
	for k := t.From; k < i; k++ {
		over = over || seen && aside[p.Words[k].Norm]
		focus := p.Words[k].Weight > 0 && !p.Words[k].Name && !over
		seen = seen || focus
		p.turn(k, focus, false)
	}
	p.Turns = append(p.Turns, t)
}

// turn turns word k once. Of several negators that agree with one another, the
// first turns it alone.
func (p *Statement) turn(k int, focus, concord bool) {
	w := &p.Words[k]
	if !concord || !w.negated {
		w.Off = !w.Off
	}
	w.negated = w.negated || concord
	if n := len(p.Turns); focus && n < 64 {
		p.Words[k].turned |= 1 << n
	}
}

// stance turns all words of a claim that its speaker denies.
func (p *Statement) stance() {
	if p.Claim == nil || p.Claim.Stance != claims.Denied {
		return
	}
	for k := range p.Words {
		p.turn(k, p.Words[k].Weight > 0 && !p.Words[k].Name, false)
	}
	p.Turns = append(p.Turns, Turn{At: -1, From: 0, To: len(p.Words), Denial: true})
}
