package extract

import (
	"strings"

	"crosscheck/claims"
)

// contextOf is what a claim answers to: the clause that the sentence answers
// to, or, for a claim inside that clause, what stands before its source.
func (s *sentence) contextOf(source []claims.Span, content claims.Span) []claims.Span {
	c := s.context
	if len(source) > 0 && c.Overlaps(content) {
		c.End = max(c.Start, min(c.End, source[0].Start))
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
	for k := begin + 1; k < len(s.units); k++ { // "Asked why, " answers to nothing told
		if s.units[k].Norm == "," && !s.units[k].quoted() && !strings.HasPrefix(s.norm(k+1), "which") {
			return s.span(begin, k)
		}
	}
	return claims.Span{}
}
