package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// divided parts the content of a that holds another saying of its source: "Norway denies
// that boats were sunk and claims that", "would not say whether Lee knew, saying only".
func (s *sentence) divided(a attribution.Attribution) (attribution.Attribution, []attribution.Attribution) {
	c := a.Content[0]
	for k := c.From + 2; k+2 < c.To; k++ {
		switch {
		case s.norm(k) == "and" && s.agrees(a, k), s.norm(k) == "but" && s.turns(a, k):
			return s.parting(a, k, attribution.Range{From: k + 1, To: k + 2})
		case s.norm(k) == "," && s.participle(k+1) && s.negated(a.Cue[0].From, s.cueEnd(a)):
			if cue := (attribution.Range{From: k + 1, To: s.quotedFrom(k+2, c.To)}); cue.To > 0 {
				return s.parting(a, k, cue)
			}
		case s.norm(k) == "by" && s.participle(k+1) && s.rejoins(a) && (s.norm(k+2) == "that" || s.startsClause(k+2)):
			return s.parting(a, k, attribution.Range{From: k, To: k + 2})
		case s.norm(k) == "," && s.norm(k+1) == "only" && s.norm(k+2) == "that" && s.negated(a.Cue[0].From, s.cueEnd(a)):
			return s.parting(a, k, attribution.Range{From: k + 1, To: k + 2})
		}
	}
	return a, nil
}

// parting ends the content of a at unit k and gives what follows the cue to its source.
func (s *sentence) parting(a attribution.Attribution, k int, cue attribution.Range) (attribution.Attribution, []attribution.Attribution) {
	c := a.Content[0]
	a.Content = []attribution.Range{{From: c.From, To: k}}
	return a, []attribution.Attribution{{Source: a.Source, Cue: []attribution.Range{cue}, Content: []attribution.Range{{From: cue.To, To: c.To}}}}
}

// answering are the verbs behind which "by saying" tells how it was done: "countered
// suggestions". Of "denied that Lee broke the rules by saying", Lee did the saying.
var answering = map[string]bool{"counter": true, "respond": true, "answer": true, "reply": true, "rebut": true}

// rejoins reports a cue with a verb of answering.
func (s *sentence) rejoins(a attribution.Attribution) bool {
	for k := a.Cue[0].From; k < s.cueEnd(a); k++ {
		if v := s.verb(k); v != nil && answering[v.Lemma] {
			return true
		}
	}
	return false
}

// participle reports a saying that has the subject of the main clause.
func (s *sentence) participle(i int) bool {
	v := s.verb(i)
	return v != nil && v.Participle && v.Stance == claims.Asserted
}

// quotedFrom is the unit of the quotation that follows at unit k, whatever adverb or mark
// stands before it, or 0.
func (s *sentence) quotedFrom(k, to int) int {
	for k < to && (s.units[k].Punct || s.is(k, adverb|starter)) && !s.units[k].quoted() {
		k++
	}
	if k < to && s.units[k].quoted() && s.units[k].speech {
		return k
	}
	return 0
}

// agrees reports a present verb behind the "and" at unit k that has the subject of a, not
// that of the content before it: of one who "denies that boats were sunk and claims
// that".
func (s *sentence) agrees(a attribution.Attribution, k int) bool {
	v := s.verb(k + 1)
	if len(a.Source) == 0 || v == nil || !strings.HasSuffix(s.norm(k+1), "s") || s.norm(k+2) != "that" || !s.singularPresent(a) {
		return false
	}
	for i := a.Content[0].From; i < k; i++ {
		if s.is(i, finite) || s.isPastForm(i) {
			return s.is(i, manifold) || s.isPastForm(i)
		}
	}
	return false
}

// turns reports a verb behind the "but" at unit k in the tense of the cue of a, with no
// verb between them: "admitted to one gift but denied".
func (s *sentence) turns(a attribution.Attribution, k int) bool {
	was, v := s.verb(a.Cue[0].From), s.verb(k+1)
	return was != nil && v != nil && was.Past == v.Past && !v.Participle && v.Stance == claims.Denied && len(a.Source) > 0 && !s.hasVerb(a.Content[0].From, k)
}

// singularPresent reports a cue with a verb in the present of one.
func (s *sentence) singularPresent(a attribution.Attribution) bool {
	k := a.Cue[0].From
	return s.norm(k) == "has" || s.norm(k) == "is" || s.verb(k) != nil && strings.HasSuffix(s.norm(k), "s")
}
