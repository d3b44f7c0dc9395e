package certainty

import (
	"strings"

	"crosscheck/claims"
)

// affix files a word with a negative affix: "unhappy", "powerless". It turns
// its clause where its stem would say the opposite of it: "is unlikely to".
func (f *finder) affix(c *claims.Certainty, s sentence, h hit) {
	at := f.words[h.from].Span
	cue, stem := at, at
	norm := f.norm(h.from)
	if i := strings.Index(norm, "less"); i > 0 {
		cue.Start += i
		cue.End = cue.Start + len("less")
		stem.End = cue.Start
	} else {
		cue.End = cue.Start + prefixLen(norm)
		stem.Start = cue.End
	}
	n := claims.Negation{Cue: cue, Kind: claims.NegationAffix, Scope: f.affixScope(s, h.from, stem)}
	n.Main = f.class(h.from)&contrary != 0 && s.main.has(h.from) && f.predicate(s, h.from)
	c.Negations = append(c.Negations, n)
}

// prefixes are the negative prefixes, the longest first.
var prefixes = []string{"non-", "dis", "non", "un", "in", "im", "ir", "il"}

func prefixLen(norm string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(norm, p) {
			return len(p)
		}
	}
	return 0
}

// affixScope is what an affix negates: with an adjective before its noun, the
// noun phrase; with one behind a verb, and with an adverb, the clause.
func (f *finder) affixScope(s sentence, i int, stem claims.Span) []claims.Span {
	at, subject := stretch{i, i}, stretch{}
	to := i + 1
	if f.predicate(s, i) {
		at, subject = f.left(s, i)
		to, _ = f.right(s, i+1, at.from)
	} else if f.norm(to) == "to" { // "unable to"
		to, _ = f.right(s, to, i)
	} else {
		for at.from > s.from && i-at.from < nounReach && f.class(at.from)&determiner == 0 && f.modifies(at.from-1) {
			at.from--
		}
		to = f.nounEnd(s, to)
	}
	out := f.add(make([]claims.Span, 0, 3), subject)
	if stem.Start > f.words[i].Start { // a prefix
		out = f.add(out, at)
		return append(out, claims.Span{Start: stem.Start, End: f.words[max(to, i+1)-1].End})
	}
	out = append(out, claims.Span{Start: f.words[at.from].Start, End: stem.End})
	return f.add(out, stretch{i + 1, to})
}

// nounReach is how many words a noun phrase is followed back from one of its
// adjectives: "a very old, unhappy man".
const nounReach = 3

// modifies reports a word that may stand in a noun phrase before an adjective.
func (f *finder) modifies(i int) bool {
	return !f.words[i].Punct && f.class(i)&(auxiliary|preposition|coordinator|subordinator|pronoun|connective) == 0 || f.class(i)&determiner != 0
}

// predicate reports an adverb, or an adjective that says what somebody is.
func (f *finder) predicate(s sentence, i int) bool {
	if strings.HasSuffix(f.norm(i), "ly") {
		return true
	}
	for k := i - 1; k >= s.from && k >= i-nounReach; k-- {
		switch {
		case f.class(k)&copula != 0:
			return true
		case f.class(k)&(determiner|preposition) != 0, f.words[k].Punct:
			return false
		}
	}
	return false
}

// nounEnd is where the noun phrase that word i is in ends.
func (f *finder) nounEnd(s sentence, i int) int {
	for ; i < s.to; i++ {
		c := f.class(i)
		if f.words[i].Punct || c&(auxiliary|coordinator|subordinator|subject) != 0 && c&relative == 0 || c&preposition != 0 && f.norm(i) != "of" {
			break
		}
	}
	return i
}
