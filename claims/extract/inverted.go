package extract

import (
	_ "embed"
	"strings"

	"crosscheck/claims/quote"
)

// subjectAfter finds the subject that follows an inverted cue: `," said the
// mayor of Marlbeck, Ann Lee`.
func (s *sentence) subjectAfter(i int) (nounPhrase, bool) {
	from := i
	to := from
	for to < len(s.units) && to-from < maxSource && s.goesOnAfter(from, to) {
		to++
	}
	np := nounPhrase{from, to}
	if to == from || !s.isSource(np) {
		return np, false
	}
	if s.norm(to) == "," && to+1 < len(s.units) { // an apposition belongs to the source
		k := to + 1
		for k < len(s.units) && k-to < maxSource && !s.units[k].Punct && !s.units[k].quoted() {
			k++
		}
		apposed := is("determiner", s.norm(to+1)) || is("role", s.norm(to+1)) || is("role", s.norm(to-1)) && s.units[to+1].Capital
		if k < len(s.units) && s.units[k].Punct && apposed && !s.namesNext(k+1) && (i > 2 || s.units[0].quoted() || s.norm(k) == ",") {
			np.to = k
		}
	}
	return np, true
}

// namesNext reports a name between commas at unit i: then what stands before
// it is described by it and is no apposition ("according to Kirby, the
// secretary of state, John Kerry, had called").
func (s *sentence) namesNext(i int) bool {
	k := i
	for k < len(s.units) && s.units[k].Capital {
		k++
	}
	return k > i && s.norm(k) == ","
}

// goesOnAfter reports whether unit to still belongs to the source that began
// at from and follows its cue.
func (s *sentence) goesOnAfter(from, to int) bool {
	u := s.units[to]
	next := to+1 < len(s.units)
	switch {
	case u.quoted():
		return !u.speech && to > from && next && s.units[to-1].Capital && s.units[to+1].Capital // a nickname
	case isApostrophe(u.Norm) && next && to > from && strings.HasSuffix(s.units[to-1].Norm, "s"):
		return true // "the nurses' union"
	case u.Punct:
		return u.Norm == "&" || u.Norm == "." && next && to > from && s.units[to-1].Capital && s.units[to-1].Len() <= 4
	case to == from:
		return true
	case isSpoken(u) || is("boundary", u.Norm) || is("finite", u.Norm) || s.endsAfter(to) || u.Norm == "to":
		return false
	}
	return !is("time", u.Norm) || u.Capital && monthName[u.Norm]
}

// isSpoken reports a cue in the past: no part of a name.
func isSpoken(u unit) bool {
	c, ok := quote.Verb(u.Norm)
	return ok && c.Past && !u.Capital
}

// monthName are the months that are names of people too.
var monthName = map[string]bool{"may": true, "march": true, "april": true, "june": true, "august": true}

// endsAfter reports a preposition that ends the source: all but those that a
// role takes ("head of", "senator for").
func (s *sentence) endsAfter(k int) bool {
	n := s.norm(k)
	if !is("preposition", n) {
		return false
	}
	if n == "of" || n == "for" {
		return false
	}
	return !(n == "at" && is("role", s.norm(k-1)))
}
