package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
	"crosscheck/claims/word"
	"crosscheck/claims/worth"
)

// minOwn is the fewest words of a statement of fact; most shorter sentences are
// cross-heads and fragments. minBrief is the fewest of one that is plainly a
// sentence: "Nobody was hurt."
const minOwn, minBrief = 5, 3

// own files what the sentence says in the outlet's own voice: all of it where
// nobody is quoted, else what stands before or behind an attribution that is
// only a part of it.
func (x *extractor) own(s *sentence) {
	if !s.states() {
		return
	}
	if len(s.taken) == 0 {
		least := minWorth
		if s.prose() && !s.hasVerb(0, len(s.units)) {
			least = minListed
		}
		x.state(s, nounPhrase{0, len(s.units)}, s.whole(), least)
		return
	}
	for _, c := range s.first {
		if !s.isTaken(s.span(c.verb, c.to)) { // else it is a saying too
			x.state(s, nounPhrase{c.from, c.to}, []claims.Span{s.span(c.from, c.to)}, minWorth)
		}
	}
	for _, r := range s.rest() {
		for r.from < r.to && s.is(r.from, starter) {
			r.from++
		}
		for r.to > r.from && (s.is(r.to-1, boundary) || s.is(r.to-1, starter) || s.norm(r.to-1) == "that" || s.is(r.to-1, possessive)) {
			r.to--
		}
		if r.to-r.from >= minOwn+1 && s.hasVerb(r.from, r.to) && !s.subordinate(r.from) && s.standsAlone(r.from) {
			x.state(s, r, []claims.Span{s.span(r.from, r.to)}, minWorth)
		}
	}
}

// minWorth is the least check-worthiness of a claim in the outlet's own voice.
// It is low, since what is no claim is never compared: it leaves out two in
// five of the sentences of worth's labels that no evidence could settle and
// not one fact to check, nor any of the 110 own-voice sides of the oppositions
// marked in twelve stories. From 0.1 on facts are lost, too.
const minWorth = 0.08

// minListed is the same where only the lists of package worth know the verb. Most
// of those are of the present, which tells habits and views besides facts: of 86
// sentences of a thousand articles between the two bars a reader would check few,
// while "the mill employs 140 people" has 0.19.
const minListed = 0.15

// state files the units of r as the outlet's own claim, with its
// check-worthiness, unless that is below least: they are background colour or
// opinion. A headline is filed without one: it has a grammar of its own, and the
// body may contradict it.
func (x *extractor) state(s *sentence, r nounPhrase, content []claims.Span, least float64) {
	d := draft{Claim: claims.Claim{Kind: claims.Own, Content: content}}
	if s.prose() {
		if d.Worth = s.worth(r); d.Worth < least {
			return
		}
	}
	x.add(s, d)
}

// worth is the check-worthiness of the units of r, quotations left aside.
func (s *sentence) worth(r nounPhrase) float64 {
	var room [64]word.Word // more words than most sentences have
	return worth.Score(s.appendWords(room[:0], r.from, r.to))
}

// appendWords appends the words of the units from..to.
func (s *sentence) appendWords(words []word.Word, from, to int) []word.Word {
	for i := from; i < to; i++ {
		words = append(words, s.units[i].Word)
	}
	return words
}

// standsAlone reports whether a clause with a subject of its own can begin at
// unit i.
func (s *sentence) standsAlone(i int) bool {
	if i > 0 && s.isTaken(s.units[i-1].Span) {
		return false
	}
	n := s.norm(i)
	return !s.is(i, auxiliary) && !s.isPredicate(i) && n != "who" && n != "which" && n != "whose" && !s.isPastForm(i) && s.verb(i) == nil && s.startsClause(i)
}

// states reports a sentence that can be a statement of fact: no question, no
// invitation to the reader, not a fragment.
func (s *sentence) states() bool {
	words := 0
	for _, u := range s.units {
		if u.quoted() {
			words += len(strings.Fields(u.quote.Inner.In(s.text)))
		} else if !u.Punct {
			words++
		}
	}
	if !s.prose() {
		return words >= minOwn-1 && !s.asks()
	}
	if s.asks() || s.addresses() {
		return false
	}
	return words >= minOwn && (s.hasVerb(0, len(s.units)) || s.listedVerb(0, len(s.units)) >= 0) || words >= minBrief && s.brief()
}

// brief reports a short sentence that tells something of somebody or something
// that it names, or of nobody, and ends in a full stop.
func (s *sentence) brief() bool {
	last := len(s.units) - 1
	return last > 0 && s.norm(last) == "." && !s.units[0].quoted() && !s.is(0, starter|anaphor) && (s.hasVerb(1, last) || s.listedVerb(0, last) > 0)
}

// prose reports a sentence of the text, as against a headline or a summary.
func (s *sentence) prose() bool { return s.kind != claims.Headline && s.kind != claims.Summary }

func (s *sentence) asks() bool {
	return len(s.units) > 0 && strings.HasSuffix(strings.TrimRight(s.In(s.text), "\"”’' "), "?")
}

// addresses reports a sentence that speaks to the reader or of the writer.
func (s *sentence) addresses() bool {
	for _, u := range s.units {
		switch u.Norm {
		case "you", "your", "i", "my", "we", "our", "us", "me":
			if u.Norm != "us" || !u.Capital {
				return true
			}
		}
	}
	return false
}

func (s *sentence) whole() []claims.Span {
	return []claims.Span{trim(s.text, s.Span)}
}

// rest are the stretches of units outside of every source, cue and content, parted at
// semicolons.
func (s *sentence) rest() []nounPhrase {
	var out []nounPhrase
	from := -1
	for i := 0; i <= len(s.units); i++ {
		free := i < len(s.units) && !s.isTaken(s.units[i].Span) && s.units[i].Start >= s.context.End
		if free && from >= 0 && s.norm(i) == ";" {
			out = append(out, nounPhrase{from, i})
			from = -1
		}
		switch {
		case free && from < 0 && !s.units[i].Punct:
			from = i
		case !free && from >= 0:
			to := i
			for to > from && s.units[to-1].Punct {
				to--
			}
			if to == i && i < len(s.units) { // the main clause of what is attributed
				to = s.beforeRelative(from, to)
			}
			if to > from {
				out = append(out, nounPhrase{from, to})
			}
			from = -1
		}
	}
	return out
}

// clause is a range of units with a subject and, from verb on, its predicate.
type clause struct{ from, verb, to int }

// before is the clause that tells what a source did before it said something: "The
// mayor came to the school and promised that"; none where there is no such clause.
func (s *sentence) before(np nounPhrase, cue int) []clause {
	to := cue - 1
	for to > np.to && s.is(to, auxiliary|adverb|timeWord) {
		to--
	}
	if n := s.norm(to); n != "and" && n != "but" {
		return nil
	}
	if s.norm(to-1) == "," {
		to--
	}
	for i := np.to; i < to; i++ {
		if s.units[i].quoted() && s.units[i].speech {
			return nil
		}
	}
	if to-np.from < minOwn || s.is(np.from, boundary|subordinating) || s.is(np.from-1, boundary|subordinating) || !s.predicates(np.to, to) {
		return nil
	}
	return []clause{{np.from, np.to, to}}
}

// predicates reports units that begin with a finite verb that is no verb of saying,
// whatever adverb stands before it.
func (s *sentence) predicates(from, to int) bool {
	for from < to && (s.is(from, adverb|timeWord) || strings.HasSuffix(s.norm(from), "ly")) {
		from++
	}
	v := s.verb(from)
	return from+1 < to && (s.is(from, finite) || s.isPastForm(from) || v != nil && v.Past) && (v == nil || v.Complement == quote.Phrase)
}

// beforeRelative is where a main clause ends behind which the units up to to begin a
// relative clause: "The levy goes up, an increase that" Lee called high. It is from
// where they do not.
func (s *sentence) beforeRelative(from, to int) int {
	if n := s.norm(to - 1); n != "that" && n != "which" {
		return from
	}
	for k := to - 2; k > from; k-- {
		if s.norm(k) == "," {
			if s.is(k+1, determiner) && !s.hasVerb(k+1, to-1) {
				return k
			}
			return from
		}
	}
	return from
}

// take marks spans as attributed.
func (s *sentence) take(spans ...[]claims.Span) {
	for _, list := range spans {
		s.taken = append(s.taken, list...)
	}
}

func (s *sentence) isTaken(at claims.Span) bool {
	for _, t := range s.taken {
		if t.Overlaps(at) {
			return true
		}
	}
	return false
}

// subordinate reports a clause that cannot be content: "When asked about ...".
func (s *sentence) subordinate(i int) bool {
	switch s.norm(i) {
	case "in":
		return s.norm(i+1) != "fact"
	case "if":
		return !s.units[i].Capital
	}
	return s.is(i, subordinating)
}
