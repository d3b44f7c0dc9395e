package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// verbGroup is a cue with its auxiliaries and adverbs.
type verbGroup struct {
	cue      quote.Cue
	from, to int // units
	negated  bool
	modal    bool
	passive  bool
	as       bool // "was quoted as saying"
	demands  bool // "called for", "called on"
}

// groupAt reads the verb group around a cue; false where the word is no verb
// here.
func (s *sentence) groupAt(i int) (verbGroup, bool) {
	c, ok := quote.Verb(s.norm(i))
	if !ok || s.units[i].Capital && i > 0 && !s.titleCase() {
		return verbGroup{}, false
	}
	g := verbGroup{cue: c, from: i, to: i + 1}
	for g.from > 0 && !s.units[g.from-1].quoted() {
		w := s.norm(g.from - 1)
		if !is("auxiliary", w) && !is("adverb", w) && !isManner(s.units[g.from-1]) && !(w == "to" && s.reportedly(g.from-1)) && !reporting(w) {
			break
		}
		g.negated = g.negated || is("negation", w)
		g.modal = g.modal || w == "would" || w == "could" || w == "might" || w == "may"
		g.passive = g.passive || is("passive", w) && c.Past
		g.from--
	}
	if c.Lemma == "call" && (s.norm(i+1) == "off" || s.norm(i+1) == "out" || s.norm(i+1) == "up" || s.norm(i+1) == "in") {
		return g, false // "the strike was called off"
	}
	g.demands = c.Lemma == "call" && (s.norm(i+1) == "on" || s.norm(i+1) == "for")
	if g.from < i && reporting(s.norm(g.from)) {
		g.from++ // "reported" without "is" before it is a verb of its own
	}
	w := s.norm(g.from - 1)
	switch {
	case w == "to" || i+1 < len(s.units) && s.norm(i+1) == "by" && !s.quotedAs(i):
		return g, false
	case g.from == i && (is("possessive", w) || w == "a" || w == "an" || w == "the" || w == "of" || w == "no" || strings.HasSuffix(w, "'s")):
		return g, false // a noun: "his claims"
	case c.Participle && w == "as":
		g.as = true
	}
	if s.has(g.from, i, "have") && s.has(g.from, i, "to") { // "is reported to have said"
		g.passive = false
	}
	return g, !g.passive
}

// titleCase reports a headline that writes most words with a capital: there, a
// capital does not show a name.
func (s *sentence) titleCase() bool {
	words, capitals := 0, 0
	for _, u := range s.units {
		if !u.quoted() && !u.Punct && u.Len() > 3 {
			words++
			if u.Capital {
				capitals++
			}
		}
	}
	return s.kind != claims.Paragraph && capitals*4 >= words*3
}

// reporting are the verbs in "is said to have ...".
func reporting(w string) bool {
	return w == "reported" || w == "understood" || w == "believed" || w == "alleged" || w == "thought"
}

func (s *sentence) reportedly(to int) bool {
	return to > 0 && (reporting(s.norm(to-1)) || s.norm(to-1) == "said" || s.norm(to-1) == "went")
}

func (s *sentence) has(from, to int, norm string) bool {
	for k := from; k < to; k++ {
		if s.norm(k) == norm {
			return true
		}
	}
	return false
}

func (s *sentence) quotedAs(i int) bool { return s.norm(i) == "quoted" }

// stance combines the verb's own with its negation.
func (g verbGroup) stance() claims.Stance {
	if !g.negated && g.demands {
		return claims.Hoped
	}
	if !g.negated {
		return g.cue.Stance
	}
	switch g.cue.Lemma {
	case "think", "believe", "expect", "agree", "accept":
		return claims.Denied // "does not believe that" is said of the content
	}
	return claims.Unsaid
}
