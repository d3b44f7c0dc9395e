package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/quote"
)

// stanceOf is what the cue of an attribution commits its speaker to: that of
// its verb or noun in the cue lists, turned by a negation in or before it.
func (s *sentence) stanceOf(a attribution.Attribution) claims.Stance {
	from, to := a.Cue[0].From, a.Cue[len(a.Cue)-1].To
	cue, at := s.cueWord(from, to)
	negated := s.negated(from, to)
	if cue == nil {
		if negated {
			return claims.Unsaid
		}
		if s.weighs(a.Content[0]) { // "in doubt about whether it rained"
			return claims.Asked
		}
		if s.statedIn(a.Content) || s.norm(from) == "according" && s.holdsVerb(a.Content) {
			return claims.Asserted
		}
		return claims.Attitude
	}
	if bid := s.bidBefore(from, at); bid != claims.Asserted {
		return bid
	}
	demands := cue.Lemma == "call" && (s.norm(at+1) == "on" || s.norm(at+1) == "for")
	switch {
	case s.fails(from, to):
		return claims.Unsaid
	case negated && opinion[cue.Lemma] && !s.foretold(from):
		return claims.Denied // "does not believe that" is said of the content
	case negated, cue.Stance == claims.Denied && s.able(at-1):
		return claims.Unsaid
	case s.decides(a, at), s.waves(from, to):
		return claims.Attitude
	case s.dismisses(from, to), s.fends(from, to):
		return claims.Denied
	case cue.Lemma == "call" && s.norm(at+1) == "off": // "called off the march" is no saying
		return claims.Attitude
	case demands:
		return claims.Hoped
	case cue.Stance == claims.Asserted && s.weighs(a.Content[0]): // "ruled on whether it rained"
		return claims.Asked
	case s.statedIn(a.Content), certain[cue.Lemma] && s.wordy(a.Content):
	case cue.Stance == claims.Asserted && cue.Complement != quote.Phrase,
		cue.Stance == claims.Denied && cue.Complement == quote.Phrase && !s.namesClaim(a.Content): // "rejected the plan"
		return claims.Attitude
	}
	return cue.Stance
}

// weighs reports content that asks whether something is so.
func (s *sentence) weighs(c attribution.Range) bool {
	return s.norm(c.From) == "whether" && !s.eitherWay(c.From, c.To)
}

// able reports an auxiliary at unit i that says what somebody may do: nobody denies
// anything in "nobody here can deny that".
func (s *sentence) able(i int) bool { return s.norm(i) == "can" || s.norm(i) == "could" }

// decides reports a ruling on what somebody asked for, which denies no statement:
// "denied the motion, allowing the sale".
func (s *sentence) decides(a attribution.Attribution, cue int) bool {
	v := s.verb(cue)
	if v == nil || v.Stance != claims.Denied || s.norm(a.Content[0].From) == "that" {
		return false
	}
	for k := cue + 1; k < len(s.units) && k-cue <= maxBid && !s.units[k].Punct && !s.is(k, preposition|boundary) && !s.hasVerb(k, k+1); k++ {
		if s.is(k, bid) {
			return (v.Lemma == "deny" || !s.is(k, demand)) && !s.predicated(k+1, a.Content[len(a.Content)-1].To)
		}
	}
	return false
}

// predicated reports a finite verb before any mark or relative word from unit k on, which
// makes a statement of what stands before: "denied the bail was paid".
func (s *sentence) predicated(k, to int) bool {
	for ; k < to && !s.units[k].Punct; k++ {
		switch n := s.norm(k); {
		case n == "that" || n == "which" || n == "who" || n == "whose":
			return false
		case s.is(k, finite|auxiliary):
			return true
		}
	}
	return false
}

// maxBid is the longest way, in words, from a ruling to what it is on: "denied an
// emergency motion".
const maxBid = 5

// dismisses reports a cue that sets aside what others ask for: "rejected calls
// for", "has resisted public pressure for".
func (s *sentence) dismisses(from, to int) bool {
	against := false
	for i := from; i < to; i++ {
		if against && s.is(i, demand) {
			return true
		}
		against = against || s.is(i, dismissal)
	}
	return false
}

// waves reports a cue that waves questions aside, which denies nothing: "dismissed
// questions about".
func (s *sentence) waves(from, to int) bool {
	const reach = 3 // words: "dismissed further questions"
	for i := from; i < to; i++ {
		for k := i + 1; s.is(i, dismissal) && k <= i+reach && k < len(s.units); k++ {
			if n := s.norm(k); n == "questions" || n == "question" {
				return true
			}
		}
	}
	return false
}

// fails reports what was not said though it might have been: "failed to mention".
func (s *sentence) fails(from, to int) bool {
	for i := max(from-2, 0); i+1 < to; i++ {
		if s.is(i, failing) && s.norm(i+1) == "to" && !s.is(i-1, negation) {
			return true
		}
	}
	return false
}

// fends reports a cue that sets itself against what others claim: "defended herself
// against allegations", "pushed back on suggestions", "countered suggestions".
func (s *sentence) fends(from, to int) bool {
	against := false
	for i := from; i < to; i++ {
		if n := s.units[i].noun; against && n != nil && n.Stance == claims.Asserted {
			return true
		}
		n := s.norm(i + 1)
		back := s.norm(i) == "back" && (n == "at" || n == "on" || n == "against")
		counters := s.verb(i) != nil && s.verb(i).Lemma == "counter"
		against = against || i > from && (s.is(i, fending) || back) || counters
	}
	return false
}

// certain are the verbs behind which words are believed to be a clause though no
// verb among them is known: "said the dam leaks".
var certain = map[string]bool{"say": true, "tell": true, "add": true, "think": true, "believe": true}

// wordy reports content of three words or more that begins as a clause may.
func (s *sentence) wordy(content []attribution.Range) bool {
	r := content[0]
	return r.To-r.From >= 3 && s.startsClause(r.From) && s.norm(r.From) != "about" && s.norm(r.From) != "so"
}

// opinion are the verbs whose negation is about what is thought.
var opinion = map[string]bool{"think": true, "believe": true, "expect": true, "agree": true, "accept": true}

// cueWord is the word of a cue that is in the lists, the last verb first.
func (s *sentence) cueWord(from, to int) (*quote.Cue, int) {
	for i := to - 1; i >= from; i-- {
		if v := s.units[i].verb; v != nil && !s.nounIn(i, from) {
			return v, i
		}
	}
	for i := to - 1; i >= from; i-- {
		if n := s.units[i].noun; n != nil {
			return n, i
		}
	}
	return nil, 0
}

// nounIn reports a word of a cue from unit from on that could be a verb but is
// a noun there: "denied the claim", "dismissed as idle claims".
func (s *sentence) nounIn(i, from int) bool {
	if i <= from || s.units[i].noun == nil {
		return false
	}
	return s.is(i-1, determiner) || s.units[i-1].verb != nil || i-2 > from && s.norm(i-2) == "as" && s.units[i-3].verb != nil
}

// negated reports a negation or a refusal in the cue or among the auxiliaries
// before it: "would not", "declined to".
func (s *sentence) negated(from, to int) bool {
	for from > 0 && (s.is(from-1, auxiliary|adverb|negation|refusal) || s.norm(from-1) == "to") {
		from--
	}
	for i := from; i < to; i++ {
		if s.is(i, negation|refusal) && i < to-1 {
			return true
		}
	}
	return false
}

// bidBefore is the stance of a verb in a cue from unit from on that bids somebody to do
// what the verb at unit at says: Asked of "asked the clerk to deny". It is Asserted where
// there is none.
func (s *sentence) bidBefore(from, at int) claims.Stance {
	for i := from; i < s.infinitive(at)-1; i++ { // somebody stands between
		if v := s.units[i].verb; v != nil && (v.Stance == claims.Asked || v.Stance == claims.Hoped) && !s.nounIn(i, from) {
			return v.Stance
		}
	}
	return claims.Asserted
}

// foretold reports a cue at unit from that tells of the future: "will never believe".
func (s *sentence) foretold(from int) bool {
	for s.is(from, auxiliary|adverb|negation) {
		from++
	}
	for from--; from >= 0 && s.is(from, auxiliary|adverb|negation); from-- {
		if s.norm(from) == "will" || s.norm(from) == "won't" {
			return true
		}
	}
	return false
}

// statedIn reports content that says something: speech in quotation marks,
// nothing but quotations, the front of the sentence with a verb in it, or a
// clause with a finite verb that no "to" opens.
func (s *sentence) statedIn(content []attribution.Range) bool {
	quotations := true
	for _, r := range content {
		from := s.behindThat(r.From, r.To)
		subject := s.is(from, clauseWord) && !s.is(from, determiner)
		for i := from; i < r.To; i++ {
			u := &s.units[i]
			if u.quoted() && (u.speech || subject && i > from) { // she “did nothing wrong”
				return true
			}
			quotations = quotations && (u.quoted() || u.Punct)
		}
		if from > r.From || s.norm(from) != "to" && (s.isClause(from, r.To) || r.From == 0 && s.hasVerb(from, r.To) || s.opensClause(from, r.To)) {
			return true
		}
	}
	return quotations
}

// holdsVerb reports content with a finite verb anywhere, which is enough behind
// "according to": it introduces nothing but statements.
func (s *sentence) holdsVerb(content []attribution.Range) bool {
	for _, r := range content {
		if s.hasVerb(r.From, r.To) || s.listedVerb(r.From, r.To) >= 0 {
			return true
		}
	}
	return false
}

// plainlyStated reports content that no attribution needs a speaker to vouch
// for: speech, or a clause that its conjunction or an auxiliary shows.
func (s *sentence) plainlyStated(content []attribution.Range) bool {
	for _, r := range content {
		for i := r.From; i < r.To; i++ {
			if u := &s.units[i]; u.quoted() && u.speech || u.is(finite) {
				return true
			}
		}
		if s.behindThat(r.From, r.To) > r.From && s.statedIn(content) {
			return true
		}
	}
	return false
}

// namesClaim reports content that names what somebody said or asked for: "the
// allegations", "calls for a review".
func (s *sentence) namesClaim(content []attribution.Range) bool {
	for _, r := range content {
		for i := r.From; i < r.To; i++ {
			if s.units[i].noun != nil || s.is(i, demand) && s.norm(i+1) == "for" {
				return true
			}
		}
	}
	return false
}
