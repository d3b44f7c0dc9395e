package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/entity"
)

// speaker resolves the noun phrase of a source.
func (x *extractor) speaker(s *sentence, np nounPhrase) *claims.Speaker {
	at := s.span(np.from, np.to)
	if n := s.norm(np.from); np.to-np.from == 1 && (n == "who" || n == "which") {
		at = s.antecedentOf(np.from)
	}
	return x.roster.Speaker(entity.Parse(x.a.Text, at), x.antecedents(s, np.from))
}

// antecedentOf is the phrase that the relative pronoun at unit i stands for: the
// name just before it, else the noun phrase.
func (s *sentence) antecedentOf(i int) claims.Span {
	end := i
	if s.norm(end-1) == "," {
		end--
	}
	from := end
	for from > 0 && (s.units[from-1].Capital || s.norm(from-1) == "." && from > 1 && s.units[from-2].Len() <= 3) {
		from--
	}
	if from < end {
		return s.span(from, end)
	}
	if np, ok := s.subjectBefore(end); ok {
		return s.span(np.from, np.to)
	}
	return s.span(i, i+1)
}

// antecedents are whom a pronoun at unit i may mean, likeliest first: the
// subject of its own sentence, the subject of the sentence before, then who is
// being quoted.
func (x *extractor) antecedents(s *sentence, i int) []*claims.Speaker {
	var out []*claims.Speaker
	if np, ok := s.mainSubject(); ok && np.to <= i && i > 0 {
		m := entity.Parse(x.a.Text, s.span(np.from, np.to))
		if m.Form == entity.Named || m.Form == entity.Description && m.Role != "" {
			out = append(out, x.roster.Speaker(m, nil))
		}
	}
	for i := len(x.subjects) - 1; i >= 0; i-- {
		out = append(out, x.subjects[i])
	}
	return append(out, x.carry.speaker)
}

// noteSubject remembers who the sentence is about.
func (x *extractor) noteSubject(s *sentence) {
	np, ok := s.mainSubject()
	if len(s.sources) > 0 {
		np, ok = s.sources[0], true
	} else if ok && s.norm(np.from) == "it" { // "It comes after Putin praised ..."
		np, ok = s.subordinateSubject(np.to)
	}
	if !ok {
		return
	}
	m := entity.Parse(x.a.Text, s.span(np.from, np.to))
	if m.Form == entity.Pronoun && len(s.sources) == 0 {
		return
	}
	if m.Form == entity.Group && len(s.sources) == 0 || m.Form == entity.Description && m.Role == "" {
		return
	}
	if sp := x.roster.Speaker(m, x.antecedents(s, 0)); sp != nil {
		x.subjects = append(tail(x.subjects, 7), sp)
	}
}
