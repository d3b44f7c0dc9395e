package extract

import (
	_ "embed"
	"strings"

	"crosscheck/claims/quote"
)

// mainSubject is the subject of the sentence's main clause: the first noun
// phrase behind a leading adjunct or subordinate clause.
func (s *sentence) mainSubject() (nounPhrase, bool) {
	from := 0
	for from < len(s.units) && s.units[from].Punct && !s.units[from].quoted() {
		from++
	}
	if lead := s.norm(from); is("preposition", lead) || is("boundary", lead) && lead != "but" && lead != "yet" && lead != "so" || lead == "asked" || strings.HasSuffix(lead, "ing") {
		k := from
		for k < len(s.units) && s.units[k].Norm != "," {
			k++
		}
		if k+1 >= len(s.units) {
			return nounPhrase{}, false
		}
		from = k + 1
	}
	for from < len(s.units) && is("starter", s.norm(from)) {
		from++
	}
	return s.subjectFrom(from)
}

// subjectFrom is the noun phrase that begins at a unit and has a verb behind it.
func (s *sentence) subjectFrom(from int) (nounPhrase, bool) {
	to := from
	for to < len(s.units) && to-from < 10 {
		u := s.units[to]
		c, verb := quote.Verb(u.Norm)
		if u.quoted() || u.Punct && !(u.Norm == "." && to > from && s.units[to-1].Capital && s.units[to-1].Len() <= 4) || is("finite", u.Norm) || is("boundary", u.Norm) ||
			verb && !u.Capital && (c.Past || to > from && s.units[to-1].Capital) || to > from && !u.Capital && (is("adverb", u.Norm) || isPastForm(u.Norm)) {
			break
		}
		to++
	}
	np := nounPhrase{from, to}
	return np, to > from && to < len(s.units) && s.isSource(np)
}

// subordinateSubject is the subject of the first clause behind unit i that a
// conjunction opens.
func (s *sentence) subordinateSubject(i int) (nounPhrase, bool) {
	for ; i+1 < len(s.units); i++ {
		if n := s.norm(i); n == "after" || n == "that" || n == "when" || n == "as" || n == "because" {
			return s.subjectFrom(i + 1)
		}
	}
	return nounPhrase{}, false
}
