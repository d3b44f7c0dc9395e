package extract

import "strings"

// mainSubject is the subject of the sentence's main clause: the first noun
// phrase behind a leading adjunct or subordinate clause.
func (s *sentence) mainSubject() (nounPhrase, bool) {
	from := 0
	for from < len(s.units) && s.units[from].Punct && !s.units[from].quoted() {
		from++
	}
	if lead := s.norm(from); s.is(from, preposition) || s.leadsTime(from) || s.is(from, boundary) && lead != "but" && lead != "yet" && lead != "so" || lead == "asked" || strings.HasSuffix(lead, "ing") {
		k := from
		for k < len(s.units) && s.units[k].Norm != "," {
			k++
		}
		if k+1 >= len(s.units) {
			return nounPhrase{}, false
		}
		from = k + 1
	}
	for from < len(s.units) && s.is(from, starter) {
		from++
	}
	return s.subjectFrom(from)
}

// leadsTime reports a time between unit i and a comma: "Last September, the board".
func (s *sentence) leadsTime(i int) bool {
	k := i
	for s.is(k, timeWord|period) {
		k++
	}
	return k > i+1 && s.norm(k) == ","
}

// subjectFrom is the noun phrase that begins at a unit and has a verb behind it.
func (s *sentence) subjectFrom(from int) (nounPhrase, bool) {
	if strings.HasSuffix(s.norm(from), "ly") && s.isPastForm(from+1) && s.predicateBehind(from+2) { // "Newly appointed judge Ann Lee said"
		from += 2
	}
	to := from
	for to < len(s.units) && to-from < 10 {
		u := &s.units[to]
		c := u.verb
		if u.quoted() || u.Punct && !(u.Norm == "." && to > from && s.units[to-1].Capital && s.units[to-1].Len() <= 4) || u.is(finite) || u.is(boundary) ||
			c != nil && !u.Capital && (c.Past || to > from && s.units[to-1].Capital) || to > from && !u.Capital && (u.is(adverb) || s.isPastForm(to)) {
			break
		}
		to++
	}
	np := nounPhrase{from, to}
	return np, to > from && to < len(s.units) && s.isSource(np)
}

// predicateBehind reports a finite verb behind unit i, before any mark.
func (s *sentence) predicateBehind(i int) bool {
	for k := i + 1; k < len(s.units) && k-i < 10 && !s.units[k].Punct && !s.is(k, boundary|preposition); k++ {
		if s.hasVerb(k, k+1) && !s.units[k].Capital {
			return true
		}
	}
	return false
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

// sharedSubject is the source of the last attribution before unit i.
func (s *sentence) sharedSubject(i int) (nounPhrase, bool) {
	var best nounPhrase
	ok := false
	for _, t := range s.sources {
		if t.to <= i {
			best, ok = t, true
		}
	}
	return best, ok
}
