package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// unspoken reports an attribution that is not told as a fact: "whether Lee believes
// that", "it is time for Lee to admit that".
func (s *sentence) unspoken(a attribution.Attribution) bool {
	if len(a.Source) == 0 {
		return false
	}
	from := a.Source[0].From
	return s.norm(from-1) == "whether" || s.norm(from-1) == "if" && s.norm(from-2) != "as" && s.norm(from-2) != "even" || s.forSomebody(a)
}

// isBidden reports a source right before the infinitive of its cue: "Lee to deny".
func (s *sentence) isBidden(a attribution.Attribution) bool {
	to := a.Cue[0].From
	if s.norm(to) != "to" {
		to = s.infinitive(to)
	}
	return len(a.Source) > 0 && to > 0 && a.Source[len(a.Source)-1].To == to
}

// infinitive is where the "to" stands before the verb at unit i, with an adverb between
// at most: "to publicly deny". It is -1 where none does.
func (s *sentence) infinitive(i int) int {
	for i--; i > 0 && (s.is(i, adverb) || strings.HasSuffix(s.norm(i), "ly")); i-- {
	}
	if i < 0 || s.norm(i) != "to" {
		return -1
	}
	return i
}

// bids reports a draft, by its number, of what somebody asks or hopes for.
func (x *extractor) bids(number int) bool {
	if number < 1 || number > len(x.out) || x.out[number-1].number != number {
		return false
	}
	stance := x.out[number-1].Stance
	return stance == claims.Asked || stance == claims.Hoped
}

// forSomebody reports a source whose cue is an infinitive behind "for": "for the board
// and its head, Lee, to admit".
func (s *sentence) forSomebody(a attribution.Attribution) bool {
	from, cue := a.Source[0].From, a.Cue[0].From
	if cue < from || s.norm(cue) != "to" && s.norm(cue-1) != "to" {
		return false
	}
	for k := from - 1; k >= 0 && from-k < maxSource && !s.hasVerb(k, k+1); k-- {
		if s.norm(k) == "for" {
			return true
		}
	}
	return false
}

// conditional reports content that is no more than the where and if of an act: "for Lee
// to testify before the board if the mayor insists".
func (s *sentence) conditional(a attribution.Attribution) bool {
	from := a.Content[0].From
	return len(a.Source) > 0 && s.forSomebody(a) && (s.norm(from) == "if" || s.is(from, preposition))
}

// acts reports a cue whose verb is a noun there and says nothing: "make a joke of".
func (s *sentence) acts(a attribution.Attribution) bool {
	cue, at := s.cueWord(a.Cue[0].From, a.Cue[len(a.Cue)-1].To)
	return cue != nil && s.isNoun(at) && s.norm(at-1) != "the" && s.norm(at+1) == "of" && s.norm(at+2) != "whether" && !s.namesClaim(a.Cue)
}

// isNoun reports a verb of the lists that an article before it makes a noun.
func (s *sentence) isNoun(i int) bool {
	n := s.norm(i - 1)
	return s.units[i].noun == nil && (n == "a" || n == "an" || n == "the")
}

// aboutOther reports content that tells of somebody named just before, or goes on with
// another clause: ", who have doubts", "denied that, but Hale left", or that ends before its
// verb: "that, but for Hale". It does not report "which Lee doubts". Where no comma stands before them, these words
// ask: "said who had doubts".
func (s *sentence) aboutOther(a attribution.Attribution) bool {
	from := a.Content[0].From
	n := s.norm(from)
	if s.turnsAway(from) || n == "that" && s.norm(from+1) == "," && s.norm(from+2) == "but" && !s.holdsClause(from+4, a.Content[0].To) {
		return true
	}
	return (n == "who" || n == "which" || n == "whose") && s.norm(from-1) == "," && from >= s.cueEnd(a)
}

// appraises reports what another makes of a claim that is named, and which is none of its
// content: "dismissed Lee's claims as absurd".
func (s *sentence) appraises(a attribution.Attribution) bool {
	from, last := a.Content[0].From, s.cueEnd(a)-1
	return s.norm(from) == "as" && from == last+1 && s.norm(from+1) != "to" && s.units[last].noun != nil && (last == 0 || owns(s.norm(last-1)) || s.is(last-1, possessive))
}

// explains reports content behind a dash that explains a noun, and is not what the subject
// says: "the account upsets the mayor's defence — that it rained".
func (s *sentence) explains(a attribution.Attribution) bool {
	from, cue := a.Content[0].From, s.cueEnd(a)
	if from <= cue+1 || s.norm(from) != "that" || !isDash(s.norm(from-1)) {
		return false
	}
	known, _ := s.cueWord(a.Cue[0].From, cue)
	return known == nil
}
