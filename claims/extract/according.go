package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/entity"
)

// according files "according to X" at unit i: before, behind or inside its
// content.
func (x *extractor) according(s *sentence, i int) bool {
	size := 0
	switch {
	case s.norm(i) == "according" && s.norm(i+1) == "to":
		size = 2
	case s.norm(i) == "citing" || s.norm(i) == "per" && i > 0 && s.norm(i-1) == ",":
		size = 1
	default:
		return false
	}
	np, ok := s.subjectAfter(i + size)
	if !ok {
		return false
	}
	return x.adjunct(s, i, i+size, np)
}

// inWords files "In his words, ..." and "in the words of Ann Lee, ...".
func (x *extractor) inWords(s *sentence, i int) bool {
	if s.norm(i) != "in" || i+2 >= len(s.units) {
		return false
	}
	if is("possessive", s.norm(i+1)) && s.norm(i+2) == "words" {
		np := nounPhrase{i + 1, i + 2}
		return x.adjunct(s, i, i+3, np)
	}
	if s.norm(i+1) == "the" && s.norm(i+2) == "words" && s.norm(i+3) == "of" {
		if np, ok := s.subjectAfter(i + 4); ok {
			return x.adjunct(s, i, i+4, np)
		}
	}
	return false
}

// adjunct files the attribution of an adverbial at units i..; the content is
// the rest of the sentence.
func (x *extractor) adjunct(s *sentence, i, cueEnd int, np nounPhrase) bool {
	end := max(np.to, cueEnd)
	var content []claims.Span
	stop := s.clauseEnd(end, verbGroup{})
	from := end
	if s.norm(from) == "," {
		from++
	}
	switch {
	case i <= 1: // at the head: everything behind it
		content = s.contents(from, stop)
	case s.isAdjunct(end, len(s.units)): // at the end
		content = s.contents(s.contentStart(i), i)
	default:
		content = append(s.contents(s.contentStart(i), i), s.contents(from, stop)...)
	}
	at := s.span(np.from, np.to)
	speaker := x.speaker(s, np)
	if is("possessive", s.norm(np.from)) && np.to-np.from == 1 {
		speaker = x.possessor(s, np.from)
	}
	if !x.add(s, draft{Claim: claims.Claim{Speaker: speaker, Source: []claims.Span{at}, Cue: []claims.Span{s.span(i, cueEnd)}, Content: content}}) {
		return false
	}
	s.sources = append(s.sources, np)
	s.take(content)
	return true
}

// contentStart is where the clause that ends before unit i begins.
func (s *sentence) contentStart(i int) int {
	k := i
	for k > 0 && !s.isTaken(s.units[k-1].Span) && s.norm(k-1) != ";" {
		k--
	}
	return k
}

// possessor is whom "his" or "their" means.
func (x *extractor) possessor(s *sentence, i int) *claims.Speaker {
	pronoun := map[string]string{"his": "he", "her": "she", "their": "they"}[s.norm(i)]
	if pronoun == "" {
		return nil
	}
	return x.roster.Speaker(entity.PronounMention(pronoun), x.antecedents(s, i))
}

// contextOf is what a claim answers to: the clause that the sentence answers
// to, or, for a claim inside that clause, what stands before its source.
func (s *sentence) contextOf(source []claims.Span, content claims.Span) []claims.Span {
	c := s.context
	if len(source) > 0 && c.Overlaps(content) {
		c.End = min(c.End, source[0].Start)
	}
	if c = trim(s.text, c); c.Len() == 0 || c.Overlaps(content) {
		return nil
	}
	return []claims.Span{c}
}

// answersTo is the clause that what the sentence reports answers to: what
// follows "Asked about" or "Responding to", up to the comma.
func answersTo(s *sentence) claims.Span {
	i := 0
	if s.norm(0) == "when" || s.norm(0) == "but" {
		i = 1
	}
	begin := 0
	switch n := s.norm(i); {
	case n == "asked" && (s.norm(i+1) == "about" || s.norm(i+1) == "whether" || s.norm(i+1) == "if" || s.norm(i+1) == "why"):
		begin = i + 2
	case n == "responding" && s.norm(i+1) == "to", n == "questioned" && s.norm(i+1) == "about", n == "pressed" && (s.norm(i+1) == "on" || s.norm(i+1) == "about"):
		begin = i + 2
	case n == "in" && (s.norm(i+1) == "response" || s.norm(i+1) == "reply" || s.norm(i+1) == "reaction") && s.norm(i+2) == "to":
		begin = i + 3
	default:
		return claims.Span{}
	}
	for k := begin; k < len(s.units); k++ {
		if s.units[k].Norm == "," && !s.units[k].quoted() && !strings.HasPrefix(s.norm(k+1), "which") {
			return s.span(begin, k)
		}
	}
	return claims.Span{}
}
