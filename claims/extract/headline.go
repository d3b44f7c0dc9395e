package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/entity"
)

// headline files the shapes that only headlines and summaries have: "Lee: talks
// are over" and "Talks are over - mayor's office". It reports whether it did.
func (x *extractor) headline(s *sentence) bool {
	if s.kind != claims.Headline && s.kind != claims.Summary {
		return false
	}
	for k := 1; k < len(s.units)-1; k++ {
		switch s.norm(k) {
		case ":":
			if np := (nounPhrase{0, k}); k <= 6 && s.isSource(np) && x.names(s, np) {
				return x.titled(s, np, s.span(k, k+1), k+1, len(s.units))
			}
		case "-", "–", "—":
			np := nounPhrase{k + 1, len(s.units)}
			if np.to-np.from <= 6 && s.isSource(np) && x.names(s, np) && k >= 4 {
				return x.titled(s, np, s.span(k, k+1), 0, k)
			}
		}
	}
	return false
}

// names reports whether the phrase means a known person, a role or a body,
// rather than a topic.
func (x *extractor) names(s *sentence, np nounPhrase) bool {
	m := entity.Parse(x.a.Text, s.span(np.from, np.to))
	switch m.Form {
	case entity.Named:
		return x.roster.Knows(m)
	case entity.Description:
		return m.Role != ""
	case entity.Group:
		return entity.IsBody(m.Name)
	}
	return false
}

func (x *extractor) titled(s *sentence, np nounPhrase, cue claims.Span, from, to int) bool {
	content := s.contents(from, to)
	ok := x.add(s, draft{Claim: claims.Claim{
		Speaker: x.speaker(s, np), Source: []claims.Span{s.span(np.from, np.to)}, Cue: []claims.Span{cue}, Content: content,
	}})
	if ok {
		s.sources = append(s.sources, np)
		s.take(content)
	}
	return ok
}
