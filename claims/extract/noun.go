package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// noun files the attribution of a noun with its content: "the CIA's assessment
// that ...", "the claim by Lee that ...". Where somebody dismisses it, that is
// a claim of theirs as well, of the opposite.
func (x *extractor) noun(s *sentence, i int) {
	c, ok := quote.Noun(s.norm(i))
	if !ok {
		return
	}
	that := i + 1
	np, source := s.owner(i)
	if s.norm(that) == "by" {
		if by, ok := s.subjectAfter(that + 1); ok {
			np, source, that = by, true, by.to
		}
	}
	if s.norm(that) != "that" || is("auxiliary", s.norm(that+1)) {
		return
	}
	content := s.contents(that+1, s.nounClauseEnd(that+1))
	d := draft{Claim: claims.Claim{Cue: []claims.Span{s.units[i].Span}, Content: content, Stance: c.Stance}}
	if source {
		d.Source = []claims.Span{s.span(np.from, np.to)}
		if is("possessive", s.norm(np.from)) && np.to-np.from == 1 {
			d.Speaker = x.possessor(s, np.from)
		} else {
			d.Speaker = x.speaker(s, np)
		}
	}
	if source && x.add(s, d) {
		s.take(content)
	}
	x.dismissal(s, i, np, source, content)
}

// owner is the possessive before a noun: "the CIA and FBI's", "his".
func (s *sentence) owner(i int) (nounPhrase, bool) {
	k := i
	if s.norm(i-1) == "'" || s.norm(i-1) == "’" { // "the engineers' claim"
		from := s.phraseStart(i - 1)
		return nounPhrase{from, i}, from < i-1 && strings.HasSuffix(s.norm(i-2), "s")
	}
	for k > 0 && !s.units[k-1].quoted() && !s.units[k-1].Punct && i-k < 3 {
		n := s.norm(k - 1)
		if is("possessive", n) {
			return nounPhrase{k - 1, k}, true
		}
		if owns(n) {
			from := s.phraseStart(k)
			return nounPhrase{from, k}, from < k
		}
		k--
	}
	return nounPhrase{}, false
}

func owns(norm string) bool {
	n := len(norm)
	return n > 2 && (norm[n-2:] == "'s" || norm[n-2:] == "s'")
}

// nounClauseEnd is where a clause behind a noun ends: at the next comma, before
// another attribution, or at the sentence's last mark.
func (s *sentence) nounClauseEnd(i int) int {
	end := s.clauseEnd(i, verbGroup{})
	for k := i; k < end; k++ {
		if u := s.units[k]; !u.quoted() && (u.Norm == "," || u.Norm == ";" || u.Norm == "—" || u.Norm == "–") {
			return k
		}
	}
	return end
}

// dismissal files what "X dismissed the claim that ..." commits X to.
func (x *extractor) dismissal(s *sentence, i int, np nounPhrase, owned bool, content []claims.Span) {
	begin := i
	if owned && np.to <= i {
		begin = np.from
	}
	for begin > 0 && (is("determiner", s.norm(begin-1)) || is("adverb", s.norm(begin-1))) {
		begin--
	}
	c, ok := quote.Verb(s.norm(begin - 1))
	if !ok || c.Stance != claims.Denied && c.Stance != claims.Doubted {
		return
	}
	g, ok := s.groupAt(begin - 1)
	if !ok {
		return
	}
	who, _, found := x.source(s, g)
	if !found {
		return
	}
	x.add(s, draft{Claim: claims.Claim{
		Speaker: x.speaker(s, who), Source: []claims.Span{s.span(who.from, who.to)},
		Cue: []claims.Span{s.span(g.from, g.to)}, Content: append([]claims.Span(nil), content...), Stance: g.stance(),
	}})
	s.take(content)
}
