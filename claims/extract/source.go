package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// sourceOf is the noun phrase of the source. Where the attribution has none it
// shares the one before it in the sentence ("said X and added Y"), or has that
// of the main clause (", adding that").
func (s *sentence) sourceOf(a attribution.Attribution) (nounPhrase, bool) {
	cue := a.Cue[0].From
	v := s.units[cue].verb
	participle := v != nil && v.Participle
	if s.isTold(a) {
		return nounPhrase{}, false
	}
	if len(a.Source) > 0 {
		np := nounPhrase{a.Source[0].From, a.Source[0].To}
		if n := s.norm(np.from); (n == "which" || n == "who") && np.to-np.from > 1 && np.to <= cue { // "the ministry, which had been silent, said"
			if all, ok := s.subjectBefore(cue); ok {
				np = all
			}
		}
		if !participle || np.to != cue || !s.is(np.to-1, preposition|boundary) {
			return s.withoutRelative(s.ownClause(s.withoutDistance(np, cue), cue)), true
		}
	}
	if v == nil && s.units[cue].noun != nil {
		return nounPhrase{}, false // "claims that ...": nobody's
	}
	if s.passive(a.Cue) {
		return nounPhrase{}, false // "was mentioned": by nobody
	}
	if np, ok := s.sharedSubject(cue); ok {
		return np, true
	}
	if participle {
		np, ok := s.mainSubject()
		return np, ok && np.to <= cue
	}
	return nounPhrase{}, false
}

// attributive is a source before its noun without what tells of the noun: of "his
// primary claim" it is his, and "long-standing Western suspicions" are nobody's.
func (x *extractor) attributive(s *sentence, np nounPhrase, cue int) (nounPhrase, bool) {
	last := np.to - 1
	if np.to == cue && s.units[cue].noun != nil && !s.units[last].Capital && !s.tellsOf(np) && s.norm(np.from-1) != "who" && x.roster.IsThing(s.norm(last)) { // "Lee's privilege claim"
		for k := last - 1; k >= np.from; k-- {
			if owns(s.norm(k)) {
				return s.ownerAt(np.from, k), true
			}
		}
	}
	if np.to != cue || s.units[cue].noun == nil || s.verb(cue) != nil && !s.is(last, qualifying) { // "his allies claim"
		return np, true
	}
	if s.is(np.from, possessive) && !owns(s.norm(last)) && !s.units[last].Punct && !s.units[last].Capital {
		return nounPhrase{np.from, np.from + 1}, true
	}
	if !s.units[last].Capital || owns(s.norm(last)) || s.is(np.from, determiner) {
		return np, true
	}
	for np.from < last && !s.units[np.from].Capital && !s.units[np.from].Punct && !s.is(np.from, role) {
		np.from++
	}
	return np, np.from < last || x.names(s, np)
}

// ownClause leaves out of a source before its cue what stands before a
// conjunction in it: of "the vote after Lee", and of "the vote that Lee", it is Lee
// who speaks.
func (s *sentence) ownClause(np nounPhrase, cue int) nounPhrase {
	if np.to > cue {
		return np
	}
	if k := np.to - 2; k > np.from && s.verb(k) != nil && !s.units[k].Capital && s.is(k+1, clauseWord) && !s.is(k+1, determiner) { // "in which they claim he": he
		return nounPhrase{k + 1, np.to}
	}
	for k := np.to - 2; k > np.from; k-- {
		n := s.norm(k)
		object := (n == "which" || n == "that" && !s.is(k-1, preposition) || n == "whom") && !s.hasVerb(k+1, np.to)
		if s.norm(k-1) != "," && (s.is(k, conjunction) || object) {
			return nounPhrase{k + 1, np.to}
		}
	}
	for k := np.from + 1; k < np.to-1; k++ { // "the board closed the road, citing": the board
		if s.isPastForm(k) && s.is(k+1, determiner|possessive) && !s.is(k-1, boundary|auxiliary) {
			return nounPhrase{np.from, k}
		}
	}
	return np
}

// withoutDistance takes off the front of a source before its cue what says how
// far or how long: of "eight miles downriver, the mill", the mill speaks.
func (s *sentence) withoutDistance(np nounPhrase, cue int) nounPhrase {
	if np.to > cue {
		return np
	}
	measured := false
	for k := np.from; k+1 < np.to; k++ {
		if measured = measured || s.is(k, measure); measured && s.norm(k) == "," {
			return nounPhrase{k + 1, np.to}
		}
		if s.units[k].Punct {
			return np
		}
	}
	return np
}

// nobody reports a source that counts how few there are. That "few towns believe
// it", or that "not everybody" does, is the outlet's statement, and nobody's word for
// it.
func (s *sentence) nobody(np nounPhrase) bool {
	if s.notAll(np.from) {
		return true
	}
	number := s.norm(np.from) == "no" && (s.norm(np.from+1) == "." || strings.ContainsAny(s.norm(np.from+1), "0123456789")) // "No. 10"
	return s.is(np.from, scarce) && !s.is(np.from-1, determiner) && !number
}

// notAll reports a source at unit i that "not" takes back, which may be a part of it:
// "not everybody", "not a single councillor", "not even the mayor".
func (s *sentence) notAll(i int) bool {
	for k := max(i-2, 0); k <= i; k++ {
		if s.norm(k) == "not" && s.is(k+1, counting) && s.norm(k-1) != "or" { // "whether or not all towns believe it"
			return k >= i-1 || s.norm(k+1) == "even"
		}
	}
	return false
}

// withoutRelative takes off the end of a source what is no part of it: of "a
// fisherman who" the fisherman speaks, of "she neither" she does.
func (s *sentence) withoutRelative(np nounPhrase) nounPhrase {
	last := func() *unit { return &s.units[np.to-1] }
	for np.to-np.from > 1 && !last().Capital && (last().is(negation|adverb|trailing) || last().manner()) {
		np.to--
	}
	for np.to-np.from > 1 && last().Norm == "," {
		np.to--
	}
	return np
}

// manner reports an adverb in -ly, and not one of the nouns that end so.
func (u *unit) manner() bool {
	return strings.HasSuffix(u.Norm, "ly") && len(u.Norm) > 5 && !u.is(lyNoun)
}

// speakerOf is who a source means; "his" and "Lee's" own what they claim.
func (x *extractor) speakerOf(s *sentence, np nounPhrase) *claims.Speaker {
	if s.is(np.from, possessive) && np.to-np.from == 1 {
		return x.possessor(s, np.from)
	}
	return x.speaker(s, np)
}

// isTold reports a source that only hears what is said: "the labs were told that".
func (s *sentence) isTold(a attribution.Attribution) bool {
	if len(a.Source) == 0 || a.Source[0].From > a.Cue[0].From {
		return false
	}
	for i := a.Cue[0].From; i < s.cueEnd(a); i++ {
		if s.is(i, telling) {
			return s.is(i-1, passive) || s.is(i-1, adverb) && s.is(i-2, passive)
		}
	}
	return false
}

// passive reports a cue such as "was said".
func (s *sentence) passive(cue []attribution.Range) bool {
	be := false
	for _, r := range cue {
		for i := r.From; i < r.To; i++ {
			if v := s.verb(i); be && (v != nil && v.Past || s.isPastForm(i)) {
				return true
			}
			be = be || s.is(i, passive)
		}
	}
	return false
}
