package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// Here the noun phrase of a source is set right before it is read.

// narrowed is a source without what only stands beside it: when it spoke, "of course",
// what it is accused of. It is none where nothing is left that speaks.
func (s *sentence) narrowed(np nounPhrase, cue int) (nounPhrase, bool) {
	np, ok := s.withAntecedent(s.withoutWhom(np, cue), cue)
	if !ok {
		return np, false
	}
	if k := s.against(np.from); k > 0 && k < np.to {
		np.from = k
	}
	np = s.behindHeadVerb(np, cue)
	np = s.withoutPredicate(s.withoutTrail(s.behindTime(np, cue), cue), cue)
	if s.contracted(np.from) && asking(s.norm(np.from+1)) && np.to-np.from > 2 { // "that's what the mayor urged"
		np.from += 2
	}
	if s.isClausal(np) {
		if s.norm(np.to) != "," && !owns(s.norm(np.to-1)) && !s.contracted(np.from) { // "she finished, laying out"
			return nounPhrase{np.from, np.from + 1}, true
		}
		np, ok = s.mainSubject()
		return np, ok && np.to <= cue && !s.isClausal(np) && s.listedVerb(np.from, np.to) < 0
	}
	return s.owner(np, cue), !s.speechless(np, cue)
}

// withoutWhom is who a relative clause is about that was read for a source: of "Hale, whom
// Lee fired in May, denied" it is Hale.
func (s *sentence) withoutWhom(np nounPhrase, cue int) nounPhrase {
	if np.to >= cue || s.norm(np.to) != "," || s.norm(np.from-1) != "whom" || s.norm(np.from-2) != "," || !s.hasVerb(np.from, np.to) {
		return np
	}
	end := np.from - 2
	if who := (nounPhrase{s.behindVerb(s.phraseStart(end), end), end}); who.from < who.to && s.isSource(who) {
		return who
	}
	return np
}

// behindHeadVerb begins a source behind the verb of another in a headline that has all
// words in capitals: of "Director Counters Elm Story Claiming" the story.
func (s *sentence) behindHeadVerb(np nounPhrase, cue int) nounPhrase {
	if s.kind != claims.Headline && s.kind != claims.Summary || np.to > cue {
		return np
	}
	for k := np.to - 2; k > np.from && s.units[k].Capital; k-- {
		if v := s.verb(k); v != nil && !v.Participle && strings.HasSuffix(s.norm(k), "s") {
			return nounPhrase{k + 1, np.to}
		}
	}
	return np
}

// withoutPredicate ends a source before its own verb, where a clause was read for it: of
// "the mayor has a school of his own teaching" the mayor. A person at its end is more likely
// who spoke: "she was interrupted by Lee, asking".
func (s *sentence) withoutPredicate(np nounPhrase, cue int) nounPhrase {
	for k := np.from + 1; k < np.to && np.to <= cue && !owns(s.norm(np.to-1)); k++ {
		n := s.norm(k)
		switch {
		case s.units[k].quoted(), s.units[k].Punct && n != ".", n == "who", n == "which", n == "that", n == "whose":
			return np
		case s.norm(np.to) == "," && s.kind != claims.Paragraph && s.headVerb(k): // "Lee contradicts Hale, says"
			return nounPhrase{np.from, k}
		case s.is(k, finite) && !s.units[k].Capital && s.isSource(nounPhrase{np.from, k}):
			if s.endsInPerson(np, k) {
				return np
			}
			return nounPhrase{np.from, k}
		}
	}
	return np
}

// headVerb reports what is most likely a verb in a headline: in the present, behind a name
// and before another.
func (s *sentence) headVerb(i int) bool {
	n := s.norm(i)
	return strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && !s.units[i].Capital && s.units[i-1].Capital && s.units[i+1].Capital
}

// endsInPerson reports a clause with its verb at unit k that a name ends which may be a
// person's, or that tells by whom it was done.
func (s *sentence) endsInPerson(np nounPhrase, k int) bool {
	for i := k + 1; i < np.to; i++ {
		if s.norm(i) == "by" {
			return true
		}
	}
	if n := s.norm(np.from); n == "he" || n == "she" || n == "they" {
		return false
	}
	name := np.to
	for name > k+1 && (s.units[name-1].Capital || s.is(name-1, role)) {
		name--
	}
	return name < np.to && s.norm(name-1) != "the" && s.norm(name) != "the"
}

// withAntecedent begins a source with the noun that its relative clause is about: of
// "those who backed the toll said" the source is all of it, of "which the mayor said"
// the mayor.
func (s *sentence) withAntecedent(np nounPhrase, cue int) (nounPhrase, bool) {
	np.from = s.ofThat(s.relativeStart(np, cue), cue)
	n := s.norm(np.from)
	if n != "who" && n != "which" || np.to-np.from == 1 || np.to > cue {
		return np, true
	}
	if inner := (nounPhrase{np.from + 1, np.to}); n == "which" && (s.units[inner.from].Capital || s.is(inner.from, determiner|clauseWord|plural|role)) && s.isSource(inner) &&
		s.listedVerb(inner.from, inner.to) < 0 && !s.hasVerb(inner.from, inner.to) && !s.is(np.to-1, negation) {
		return inner, true
	}
	end := np.from
	for end > 0 && (s.norm(end-1) == "," || isDash(s.norm(end-1))) {
		end--
	}
	from := s.behindVerb(s.phraseStart(end), end)
	if from < end && (s.isSource(nounPhrase{from, end}) || s.norm(end-1) == "those") {
		return nounPhrase{from, np.to}, true
	}
	return nounPhrase{np.from, np.from + 1}, s.norm(end-1) != "those" || end == np.from
}

// behindVerb is where the noun phrase begins that ends the units from..to, if a verb or
// what goes with it stands before it: "growing among the members".
func (s *sentence) behindVerb(from, to int) int {
	for k := to - 1; k > from; k-- {
		if s.hasVerb(k-1, k) && !s.units[k-1].Capital && !s.is(k-2, determiner) || s.is(k-1, preposition) && strings.HasSuffix(s.norm(from), "ing") {
			return k
		}
	}
	return from
}

// ofThat is where the phrase begins that "of that board", read from "board" on, only ends:
// "all but one of the members of that board".
func (s *sentence) ofThat(from, cue int) int {
	of := s.norm(from - 2)
	if from >= cue || s.norm(from-1) != "that" || of != "of" && of != "to" && of != "in" && of != "on" || s.is(from, clauseWord) {
		return from
	}
	start := s.phraseStart(from - 2)
	if start >= from-2 || !s.isSource(nounPhrase{start, from - 2}) {
		return from
	}
	if s.norm(start-1) == "but" && s.norm(start-2) == "all" {
		return start - 2
	}
	return start
}

// relativeStart is where the relative clause begins that a source is the object of: in
// "those who backed the toll said" the toll says nothing. It is where the source begins
// where there is none.
func (s *sentence) relativeStart(np nounPhrase, cue int) int {
	v := s.verbBehind(cue)
	if v == nil || v.Participle || s.units[cue].noun != nil && !v.Past || np.to != cue && !(np.to+1 == cue && s.norm(np.to) == ",") || s.is(np.from, clauseWord) && !s.is(np.from, determiner) || s.is(np.to-1, boundary) {
		return np.from
	}
	for k := np.from - 1; k > 0 && np.from-k <= maxSource && !s.units[k].Punct && s.units[k].verb == nil; k-- {
		if n := s.norm(k); n == "who" || n == "which" {
			if s.hasVerb(k+1, np.from) || s.listedVerb(k+1, np.from) >= 0 {
				return k
			}
			return np.from
		}
		if s.is(k, boundary) {
			break
		}
	}
	return np.from
}

// verbBehind is the verb of a cue that begins at unit i, perhaps with auxiliaries: "had
// asked".
func (s *sentence) verbBehind(i int) *quote.Cue {
	for s.verb(i) == nil && s.is(i, auxiliary) {
		i++
	}
	return s.verb(i)
}

// behindTime takes the day off the front of a source: of "on Monday night Lee" Lee speaks.
func (s *sentence) behindTime(np nounPhrase, cue int) nounPhrase {
	k := np.from
	if np.to > cue || !s.is(k, preposition) || !s.is(k+1, timeWord|period) {
		return np
	}
	for k++; k < np.to-1 && s.is(k, timeWord|period) || s.norm(k) == ","; k++ {
	}
	if k < np.to && s.isSource(nounPhrase{k, np.to}) {
		np.from = k
	}
	return np
}

// withoutTrail takes off the end of a source what says when and how it spoke: "the board
// this week", "the mayor, of course,", "Lee must".
func (s *sentence) withoutTrail(np nounPhrase, cue int) nounPhrase {
	for np.to-np.from > 1 && !s.tellsOf(np) {
		to := s.beforeTrail(np, cue)
		for to > np.from+1 && s.norm(to-1) == "," {
			to--
		}
		if to == np.to || to <= np.from {
			break
		}
		np.to = to
	}
	return np
}

// tellsOf reports a relative clause in a source, which a time may belong to: "those who
// voted last year".
func (s *sentence) tellsOf(np nounPhrase) bool {
	for k := np.from; k < np.to; k++ {
		if n := s.norm(k); n == "who" || n == "which" || n == "that" && k > np.from || n == "whose" {
			return true
		}
	}
	return false
}

// beforeTrail is where a source ends without the last phrase in it, or np.to.
func (s *sentence) beforeTrail(np nounPhrase, cue int) int {
	last := np.to - 1
	two := last-1 > np.from
	switch before := s.norm(last - 1); {
	case np.to <= cue && !s.units[last].Capital && (s.norm(last) == "earlier" || s.norm(last) == "later" || s.norm(last) == "today" || s.norm(last) == "yesterday"):
		return last
	case two && s.is(last, aside) && (before == "of" || before == "for" || before == "in"):
		return last - 1
	case two && np.to <= cue && strings.HasSuffix(s.norm(last), "ing") && s.is(last-1, preposition) && s.norm(np.to) == "to": // "the board of failing to say"
		return last - 1
	case np.to <= cue && s.is(last, auxiliary) && before != "to" && !s.units[last].Capital && !s.contracted(last):
		return last
	case s.isWeekday(last) && (s.is(last-1, timeWord) && !s.units[last-1].Capital || np.to == cue && s.beforeDay(last-1) && last-1 > np.from): // "the court late Monday"
		if s.is(last-1, timeWord|preposition) {
			return last - 1
		}
		return last
	case s.is(last, period) && !s.units[last].Capital:
		return s.beforePeriod(np, cue)
	}
	return np.to
}

// isWeekday reports the name of a day, and not the "Today" of a newspaper.
func (s *sentence) isWeekday(i int) bool {
	return s.is(i, timeWord) && strings.HasSuffix(s.norm(i), "day") && s.norm(i) != "today"
}

// beforeDay reports a word that a day of speaking may stand behind: "the campaign
// Wednesday", but not "a poll out Monday", "the letters released Friday".
func (s *sentence) beforeDay(i int) bool {
	return s.norm(i) == "on" || s.norm(i) != "out" && !s.is(i, preposition|determiner) && !s.isPastForm(i)
}

// beforePeriod is where a source ends that has "this week", "over the weekend" or "just
// one day", which goes on in "earlier", behind it. What was "released this week" keeps
// its time.
func (s *sentence) beforePeriod(np nounPhrase, cue int) int {
	k := np.to - 1
	this := s.is(k-1, timeWord)
	for k > np.from && s.is(k-1, determiner|timeWord|adverb) {
		k--
	}
	within := k > np.from && s.is(k-1, preposition) && s.norm(k-1) != "of" && s.norm(k-1) != "for"
	if within {
		k--
	}
	ago := s.is(np.to, timeWord) || s.norm(np.to) == "ago" || s.norm(np.to) == "before"
	if k <= np.from || s.isPastForm(k-1) || !this && !within && !ago {
		return np.to
	}
	return k
}

// isClausal reports a source that is a clause of its own: "he meant “Elm,”", "that's a
// good point".
func (s *sentence) isClausal(np nounPhrase) bool {
	first := s.norm(np.from)
	if np.to-np.from < 2 {
		return false
	}
	switch pronoun, _, _ := strings.Cut(first, "'"); pronoun {
	case "he", "she", "they", "we", "i", "it":
		return s.contracted(np.from) || s.hasVerb(np.from+1, np.from+2) && !s.is(np.from+1, auxiliary)
	case "that", "there":
		return s.contracted(np.from)
	}
	return false
}

// contracted reports a pronoun with its verb: "they'd".
func (s *sentence) contracted(i int) bool { return strings.Contains(s.norm(i), "'") }

// longOwner is the longest name of an owner, in words, that may be one: "the head of the
// harbour board's".
const longOwner = 6

// owner is whose claim it is that a whole clause before a noun is read for: of "the
// board gave the mill back after Lee's announcement that" it is Lee's.
func (s *sentence) owner(np nounPhrase, cue int) nounPhrase {
	last := np.to - 1
	if np.to != cue || s.units[cue].noun == nil || !owns(s.norm(last)) || last-np.from <= longOwner && !s.hasVerb(np.from+1, last) {
		return np
	}
	own := s.ownerAt(np.from, last)
	if own.from == last && !s.units[last].Capital {
		return np
	}
	return own
}

// ownerAt is the owner whose name or role ends at unit i, and begins at from at most.
func (s *sentence) ownerAt(from, i int) nounPhrase {
	k := i
	for k > from && (s.units[k-1].Capital || s.is(k-1, role) || s.norm(k-1) == "the") {
		k--
	}
	return nounPhrase{k, i + 1}
}

// speechless reports a source that is no more than a time, a label, or a word that no
// speaker is: "that year", "OPINION:", "any".
func (s *sentence) speechless(np nounPhrase, cue int) bool {
	if s.norm(np.to-1) == "any" && np.to == cue {
		return true // "rejected as nonsense any claims"
	}
	if np.to-np.from > 1 || np.to > cue {
		return s.isCondition(np, cue)
	}
	n := s.norm(np.from)
	return n == "any" || s.isWeekday(np.from) || n == "such" || s.is(np.from, period) && !s.units[np.from].Capital || s.is(np.from, label) && s.norm(np.to) == ":"
}

// isCondition reports a clause between its conjunction and a comma that is read for a
// source: "if the dam breaks, the town will".
func (s *sentence) isCondition(np nounPhrase, cue int) bool {
	return np.to < cue && s.norm(np.to) == "," && s.is(np.from-1, conjunction) && s.endsInVerb(np)
}

// endsInVerb reports a source whose last word looks like its verb: "Measure 12 passes".
func (s *sentence) endsInVerb(np nounPhrase) bool {
	last := np.to - 1
	number := strings.Trim(s.norm(last-1), "0123456789") == ""
	return last > np.from && !s.units[last].Capital && (s.listedVerb(np.from+1, np.to) == last || number && strings.HasSuffix(s.norm(last), "s"))
}

// anybody reports "one" where it means everyone, as what it does not say but may, can or
// would shows: "one could argue".
func (s *sentence) anybody(np nounPhrase, cue int) bool {
	if np.to-np.from > 1 || s.norm(np.from) != "one" || np.to > cue || s.is(np.from-1, determiner|adverb) {
		return false
	}
	v := s.verb(cue)
	return v == nil || !v.Past
}
