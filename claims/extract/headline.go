package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/entity"
)

// headline files the shapes that only headlines and summaries have: "Lee: talks
// are over", "Talks are over - mayor's office", "Talks are over, says Lee". It reports whether it did.
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
	return x.saysLast(s)
}

// names reports whether the phrase means a known person, a role or a body,
// rather than a topic.
func (x *extractor) names(s *sentence, np nounPhrase) bool {
	m := x.roster.Parse(x.a.Text, s.span(np.from, np.to))
	switch m.Form {
	case entity.Named:
		return x.roster.Knows(m)
	case entity.Description:
		return m.Role != ""
	case entity.Group:
		return x.roster.IsBody(m.Name)
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

// saysLast files "Talks have failed, says Kremlin".
func (x *extractor) saysLast(s *sentence) bool {
	for k := len(s.units) - 2; k > 2 && len(s.units)-k <= 7; k-- {
		v := s.units[k].verb
		if v == nil || v.Participle || s.norm(k-1) != "," {
			continue
		}
		np := nounPhrase{k + 1, len(s.units)}
		return s.isSource(np) && x.names(s, np) && x.titled(s, np, s.units[k].Span, 0, k-1)
	}
	return false
}
