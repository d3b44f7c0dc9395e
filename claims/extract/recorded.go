package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// recorded gives what is heard in a recording to whom it is of: of "footage of Lee saying"
// Lee is the one who says it, be the footage read for the source, for the cue or both.
func (s *sentence) recorded(a attribution.Attribution) attribution.Attribution {
	last := s.cueEnd(a) - 1
	c := a.Content[0]
	if len(a.Source) == 0 || len(a.Cue) != 1 || c.From <= last {
		return a
	}
	saying := last
	if s.norm(last) == "of" && s.is(last-1, recording) && c.From == last+1 {
		for saying = c.From + 1; saying < c.To-1 && saying-c.From <= maxName && !s.units[saying].Punct && !s.isSaying(saying); saying++ {
		}
	}
	of := s.recordingOf(saying)
	if of < 0 || saying >= c.To-1 || !s.isSaying(saying) || !s.isSource(nounPhrase{of + 1, saying}) || s.hasVerb(of+1, saying) {
		return a
	}
	a.Source, a.Cue = []attribution.Range{{From: of + 1, To: saying}}, []attribution.Range{{From: saying, To: saying + 1}}
	a.Content[0].From = s.behindPlace(max(c.From, saying+1), c.To)
	return a
}

// isSaying reports a participle of saying: "saying", "asking".
func (s *sentence) isSaying(i int) bool {
	v := s.verb(i)
	return v != nil && v.Participle && (v.Stance == claims.Asserted || v.Stance == claims.Asked)
}

// recordingOf is where the "of" stands that joins whoever speaks at unit i to a recording,
// or -1.
func (s *sentence) recordingOf(i int) int {
	for k := i - 2; k > 0 && i-k <= maxSource && !s.units[k+1].Punct; k-- {
		if s.norm(k) == "of" && s.is(k-1, recording) {
			return k
		}
	}
	return -1
}

// behindPlace begins content behind where it was said: "saying at the fair that".
func (s *sentence) behindPlace(from, to int) int {
	if !s.is(from, preposition) {
		return from
	}
	for k := from + 1; k < to-1 && k-from <= maxHearer && !s.units[k].Punct; k++ {
		if s.norm(k) == "that" {
			return k
		}
	}
	return from
}
