package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/entity"
)

// Here what is no speaker is told from those who are, by the noun.

// peopleIn is where those begin whom "who" behind the units from..to means: of "the
// silence of two women" the women.
func (x *extractor) peopleIn(s *sentence, from, to int) int {
	for from < to-1 && (s.is(from, preposition) || strings.HasSuffix(s.norm(from), "ly") && s.is(from+1, preposition)) {
		from++
	}
	for k := from + 1; k < to-1; k++ {
		sent := s.is(k-1, missive|utterance) && (s.norm(k) == "from" || s.norm(k) == "by")
		if s.is(k, preposition) && s.startsClause(k+1) && (sent || x.roster.Speechless(x.a.Text, s.span(from, k))) {
			from = k + 1
		}
	}
	return from
}

// aroundPlace is where the phrase begins that the place or body between two units only
// ends: of "newcomers to Elm County, who" it is the newcomers who speak. It is from where
// there is none.
func (x *extractor) aroundPlace(s *sentence, from, to int) int {
	k := from - 1
	if s.norm(k) == "the" {
		k--
	}
	if k < 1 || !s.is(k, preposition) && s.norm(k) != "to" || x.roster.Parse(x.a.Text, s.span(from, to)).Form != entity.Group {
		return from
	}
	np := nounPhrase{s.phraseStart(k), k}
	if np.from == k || !s.isSource(np) || s.is(k-1, preposition) || s.hasVerb(k-1, k) {
		return from
	}
	return x.peopleIn(s, np.from, np.to)
}

// mute reports a source whose noun means nobody who could speak, as what "his use of the
// letter" shows is nobody's word. Where it "says" something, or is quoted, it is read for
// those behind it.
func (x *extractor) mute(s *sentence, np nounPhrase, a attribution.Attribution) bool {
	if first := &s.units[a.Content[0].From]; first.quoted() && first.speech {
		return false
	}
	for _, r := range a.Cue {
		for k := r.From; k < r.To; k++ {
			if s.saying(k) || s.norm(k) == "according" || s.norm(k) == "reads" {
				return false
			}
		}
	}
	at := s.span(np.from, np.to)
	if np.to-np.from == 1 {
		if n := s.norm(np.from); n != "who" && n != "which" {
			return !s.units[np.from].Capital && x.roster.IsThing(n)
		}
		at = x.antecedentOf(s, np.from)
	}
	return x.roster.Speechless(x.a.Text, at)
}

// isNamed reports a speaker who is known by name.
func isNamed(sp *claims.Speaker) bool { return strings.HasPrefix(sp.ID, "person:") }

// ofOwner gives a claim to whose it is said to be, where a noun that cannot speak was read
// for its source: "the fuss over a nurse's claim that" is of the nurse's.
func (x *extractor) ofOwner(s *sentence, a attribution.Attribution) attribution.Attribution {
	last := s.cueEnd(a) - 1
	if len(a.Cue) != 1 || len(a.Source) != 1 || last-a.Cue[0].From < 1 || s.units[last].noun == nil || !owns(s.norm(last-1)) || a.Source[0].To > a.Cue[0].From ||
		!x.roster.Speechless(x.a.Text, s.span(a.Source[0].From, a.Source[0].To)) {
		return a
	}
	from := max(s.phraseStart(last), a.Cue[0].From)
	for k := last - 1; k > from; k-- {
		if s.is(k, preposition) {
			from = k + 1
		}
	}
	a.Source = []attribution.Range{{From: from, To: last}}
	a.Cue = []attribution.Range{{From: last, To: last + 1}}
	return a
}
