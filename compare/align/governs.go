package align

import (
	"strings"

	"crosscheck/compare/lexicon"
)

// wished reports whether the reverser at i is only planned or wished: "wants
// the talks to end". Failing, refusing and denying are deeds of their own.
func (p *Statement) wished(i int) bool {
	if p.Words[i].Class&(lexicon.StopsClause|lexicon.Denial|lexicon.StopsOf) != 0 && p.Words[i].Class&lexicon.StopsSubject == 0 {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if p.Words[k].Norm == "to" && (k == 0 || p.Words[k-1].Norm != "going") || p.Words[k].Norm == "help" {
			return true
		}
	}
	return p.Words[i].Unreal
}

// governsSubject reports whether the reverser at i turns its subject off: it
// stands in the passive, after a form of "be", or without an object.
func (p *Statement) governsSubject(i int) bool {
	c := p.Words[i].Class
	next := p.Words[i].Last + 1
	for next < len(p.Words) && p.Words[next].Punct && p.Words[next].form.quote {
		next++ // talks "frozen"
	}
	end := p.ends(next)
	switch be := p.afterBe(i); {
	case c&lexicon.StopsNoun != 0:
		return be && (p.Words[i].Norm != "over" || end) || end && p.Words[i].Norm != "over" && p.subject(i) && !p.determined(i)
	case c&(lexicon.StopsObject|lexicon.Denial) != 0 && be && !p.determined(i):
		return participle(p.Words[i].Norm)
	case c&lexicon.StopsSubject != 0:
		return !p.object(i) && p.subject(i)
	}
	return false
}

// participle reports whether a form may be a past participle: not "stopping",
// which is active after "is" as well.
func participle(norm string) bool { return !strings.HasSuffix(norm, "ing") }

// governsForward reports whether the reverser at i turns what follows it off.
func (p *Statement) governsForward(i int) bool {
	c, next := p.Words[i].Class, p.Words[i].Last+1
	if next >= len(p.Words) {
		return false
	}
	noun := p.determined(i)
	switch {
	case c&lexicon.StopsOf != 0 && (p.Words[i].Last > i || of[p.Words[next].Norm]):
		return true
	case c&lexicon.StopsClause != 0 && !noun:
		to := p.behindDay(next)
		return p.Words[to].Norm == "to" || p.Words[next].Norm == "from" || strings.HasSuffix(p.Words[next].Norm, "ing") || p.object(i)
	case c&(lexicon.StopsObject|lexicon.Denial) != 0 && !noun:
		return !p.ends(next)
	case c&lexicon.StopsNoun != 0:
		return p.Words[i].Norm != "over" && p.Words[next].Weight > 0 && p.Words[next].Clause == p.Words[i].Clause
	case c&lexicon.StopsObject != 0 && noun:
		return of[p.Words[next].Norm]
	}
	return false
}

// behindDay is the word behind the day that stands at i: "refused on Monday to
// return it". It is i where no day does.
func (p *Statement) behindDay(i int) int {
	k := i
	if p.Words[k].Norm == "on" {
		k++
	}
	if k+1 < len(p.Words) && p.Words[k].Named()&lexicon.Calendar != 0 {
		return k + 1
	}
	return i
}

// of are the prepositions between a noun and what it is of.
var of = map[string]bool{"of": true, "in": true, "to": true, "for": true, "on": true, "between": true}

// afterBe reports whether a form of "be" stands before word i, adverbs and
// negators between.
func (p *Statement) afterBe(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := &p.Words[k]
		switch {
		case w.Class&lexicon.Be != 0:
			return true
		case w.Class&(lexicon.Negator|lexicon.Approximate|lexicon.Now|lexicon.Earlier) == 0 && !strings.HasSuffix(w.Norm, "ly") && !joinsWords(w.Norm):
			return false
		}
	}
	return false
}

// determined reports whether word i is a noun: an article or possessive, or an
// adjective after one, stands before it.
func (p *Statement) determined(i int) bool {
	reach := 2
	if strings.HasSuffix(p.Words[i].Norm, "ed") {
		reach = 1 // "the minister rejected", "the rejected offer"
	}
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		w := &p.Words[k]
		if determiner[w.Norm] || strings.HasSuffix(w.Norm, "'s") {
			return true
		}
		if w.Class&lexicon.Function != 0 || w.Punct || w.Name {
			return false
		}
	}
	return false
}

var determiner = map[string]bool{
	"a": true, "an": true, "the": true, "this": true, "any": true, "no": true,
	"his": true, "her": true, "its": true, "their": true, "our": true, "my": true,
}

// object reports whether an object follows the verb at i.
func (p *Statement) object(i int) bool {
	k := p.Words[i].Last + 1
	if p.ends(k) {
		return false
	}
	w := &p.Words[k]
	return determiner[w.Norm] || w.Weight > 0 && !strings.HasSuffix(w.Norm, "ly") && w.Class&(lexicon.Now|lexicon.Earlier|lexicon.Saying) == 0 ||
		w.Class&(lexicon.All|lexicon.Most|lexicon.Some|lexicon.None) != 0
}

// subject reports whether a content word stands before i in its clause.
func (p *Statement) subject(i int) bool {
	for k := i - 1; k >= 0 && p.Words[k].Clause == p.Words[i].Clause; k-- {
		if p.Words[k].Weight > 0 {
			return true
		}
	}
	return false
}

// ends reports whether the clause is over at word k.
func (p *Statement) ends(k int) bool {
	return k >= len(p.Words) || p.Words[k].Clause != p.Words[k-1].Clause
}
