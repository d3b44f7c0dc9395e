package align

import (
	"strings"

	"crosscheck/compare/lexicon"
)

// instead are words of two with which one thing is set in the place of another,
// that is then not so: "mend it rather than pull it down".
var instead = map[string]string{"rather": "than", "instead": "of"}

// replaced makes a negator of each that stands before what is not so, and a clause
// of its own of that.
func (p *Statement) replaced() {
	for i := 0; i+1 < len(p.Words); i++ {
		w, next := &p.Words[i], &p.Words[i+1]
		if w.Part || instead[w.Norm] == "" || instead[w.Norm] != next.Norm {
			continue
		}
		w.Class |= lexicon.Negator | lexicon.Boundary
		w.Last, next.Part = i+1, true
	}
}

// replaces reports whether the negator at i is one of those.
func (p *Statement) replaces(i int) bool {
	return p.Words[i].Last == i+1 && instead[p.Words[i].Norm] == p.Words[i+1].Norm
}

// undone is how many words behind the negator at i, which puts one thing in the
// place of another, are not so for sure: the verb, which stands right behind it.
//
// Note: a noun there is often only the lesser thing. "Skill rather than force" is
// seldom the opposite of who speaks of force: of thirteen such pairs three were.
func (p *Statement) undone(i int) int {
	k := p.Words[i].Last + 1
	if k+1 >= len(p.Words) || p.Words[k].Weight == 0 {
		return 0
	}
	next := &p.Words[k+1]
	if strings.HasSuffix(p.Words[k].Norm, "ing") || determiner[next.Norm] || next.Class&lexicon.Pronoun != 0 {
		return 1
	}
	return 0
}
