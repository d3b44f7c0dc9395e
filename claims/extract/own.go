package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// minOwn is the fewest words of a statement of fact; shorter sentences are
// cross-heads and fragments.
const minOwn = 5

// own files what the sentence says in the outlet's own voice: all of it where
// nobody is quoted, else what stands before or behind an attribution that is
// only a part of it.
func (x *extractor) own(s *sentence) {
	if !s.states() {
		return
	}
	if len(s.taken) == 0 {
		x.add(s, draft{Claim: claims.Claim{Kind: claims.Own, Content: s.whole()}})
		return
	}
	for _, r := range s.rest() {
		for r.from < r.to && is("starter", s.norm(r.from)) {
			r.from++
		}
		for r.to > r.from && (is("boundary", s.norm(r.to-1)) || is("starter", s.norm(r.to-1)) || s.norm(r.to-1) == "that" || is("possessive", s.norm(r.to-1))) {
			r.to--
		}
		if r.to-r.from >= minOwn+1 && s.hasVerb(r.from, r.to) && !s.subordinate(r.from) && s.standsAlone(r.from) {
			x.add(s, draft{Claim: claims.Claim{Kind: claims.Own, Content: []claims.Span{s.span(r.from, r.to)}}})
		}
	}
}

// standsAlone reports whether a clause with a subject of its own can begin at
// unit i.
func (s *sentence) standsAlone(i int) bool {
	if i > 0 && s.isTaken(s.units[i-1].Span) {
		return false
	}
	n := s.norm(i)
	_, cue := quote.Verb(n)
	return !is("auxiliary", n) && n != "who" && n != "which" && n != "whose" && !isPastForm(n) && !cue && s.startsClause(i)
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
	if s.kind == claims.Headline || s.kind == claims.Summary {
		return words >= minOwn-1 && !s.asks()
	}
	return words >= minOwn && !s.asks() && s.hasVerb(0, len(s.units)) && !s.addresses()
}

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

// rest are the stretches of units outside of every source, cue and content.
func (s *sentence) rest() []nounPhrase {
	var out []nounPhrase
	from := -1
	for i := 0; i <= len(s.units); i++ {
		free := i < len(s.units) && !s.isTaken(s.units[i].Span) && s.units[i].Start >= s.context.End
		switch {
		case free && from < 0 && !s.units[i].Punct:
			from = i
		case !free && from >= 0:
			to := i
			for to > from && s.units[to-1].Punct {
				to--
			}
			if to < i || i == len(s.units) { // else it is the main clause of what is attributed
				out = append(out, nounPhrase{from, to})
			}
			from = -1
		}
	}
	return out
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
