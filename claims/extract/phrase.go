package extract

import "strings"

// maxSource is the longest noun phrase, in words, that is taken for a source.
// In PolNeAR 98 % of the sources are shorter.
const maxSource = 16

// nounPhrase is a range of units that can be a source.
type nounPhrase struct{ from, to int }

// subjectBefore finds the subject whose verb begins at unit g: the noun phrase
// that ends there, with an apposition between commas if there is one.
func (s *sentence) subjectBefore(g int) (nounPhrase, bool) {
	end := g
	if s.norm(g-1) == "," { // "Hugh Hill, a doctor, said"
		k, ok := s.apposition(g - 1)
		if !ok {
			return nounPhrase{}, false
		}
		g = k
	}
	from := s.phraseStart(g)
	np := nounPhrase{from, end}
	return np, from < g && s.isSource(nounPhrase{from, g})
}

// maxRelative is the longest relative clause, in words, between a source and
// its cue ("the ministry, which had been silent since the vote, said").
const maxRelative = 40

// apposition finds the comma that opens what the comma at unit i closes.
func (s *sentence) apposition(i int) (int, bool) {
	for k := i - 1; k > 0 && i-k < maxRelative; k-- {
		if s.units[k].quoted() && s.units[k].speech {
			return 0, false
		}
		if s.norm(k) != "," {
			continue
		}
		switch s.norm(k + 1) {
		case "who", "which", "whose":
			return k, true
		}
		if i-k < maxSource && k < i-1 {
			return k, true
		}
	}
	return 0, false
}

// phraseStart walks left from the end of a noun phrase to where it begins.
func (s *sentence) phraseStart(g int) int {
	if g < 1 {
		return 0
	}
	from := g
	for from > 0 && g-from < maxSource {
		if s.norm(from-1) == ")" { // "Gov. Phil Bryant (R)"
			if open := s.parenthesis(from - 1); open > 0 {
				from = open
				continue
			}
		}
		if !s.insidePhrase(from-1, g) {
			break
		}
		from--
	}
	if s.is(g-1, clauseWord) && !s.is(g-1, determiner) || s.norm(g-1) == "he" || s.norm(g-1) == "she" {
		return g - 1 // a pronoun stands alone
	}
	for from < g-1 && s.is(from, starter) {
		from++
	}
	if s.is(from, preposition) && !s.is(from, determiner) { // "On Wednesday Peskov"
		from = s.afterAdjunct(from, g)
	}
	for k := from + 1; k < g; k++ { // "yesterday the spokesman": a determiner begins a phrase
		if s.is(k, determiner) && !s.is(k-1, preposition) && s.norm(k-1) != "and" && !s.is(k-1, determiner) {
			from = k
		}
	}
	return from
}

// parenthesis is where the short parenthesis begins that unit i closes, or 0.
func (s *sentence) parenthesis(i int) int {
	for k := i - 1; k > 0 && i-k < 9; k-- {
		if s.norm(k) == "(" {
			return k
		}
	}
	return 0
}

// insidePhrase reports whether unit k can belong to a noun phrase that ends
// before unit g.
func (s *sentence) insidePhrase(k, g int) bool {
	u := &s.units[k]
	switch {
	case u.quoted():
		return !u.speech && k > 0 && k < g-1 // a nickname
	case isApostrophe(u.Norm) && k > 0 && strings.HasSuffix(s.units[k-1].Norm, "s"):
		return true // "the nurses' union"
	case u.Punct:
		return u.Norm == "." && k+1 < g && k > 0 && (s.units[k-1].Len() <= 4) && s.units[k-1].Capital || u.Norm == "&" || u.Norm == "-"
	case u.is(boundary) || u.is(finite) || u.Norm == "to":
		return false
	case u.Norm == "and":
		return k > 0 && k+1 < g && !s.units[k-1].quoted() && (s.units[k-1].Capital && (s.units[k+1].Capital || k+2 < g && s.norm(k+1) == "the" && s.units[k+2].Capital) || s.is(g-1, plural) && s.is(k-1, plural))
	case u.Norm == "said" || u.Norm == "says" || u.Norm == "told":
		return false
	}
	if c := u.verb; c != nil && c.Past && !u.Capital && c.Lemma != "state" && c.Lemma != "report" {
		return false
	}
	return true
}

// afterAdjunct skips a leading "On Wednesday", "In a speech in Ohio" and
// returns where the phrase behind it begins.
func (s *sentence) afterAdjunct(from, g int) int {
	k := g - 1
	for k > from && (s.units[k-1].Capital || s.is(k-1, determiner) || s.is(k-1, role)) && !s.is(k-1, timeWord) {
		k--
	}
	return k
}

// isSource reports whether the units look like somebody who can say something.
func (s *sentence) isSource(np nounPhrase) bool {
	first, last := &s.units[np.from], &s.units[np.to-1]
	if last.Punct && last.Norm != ")" || last.quoted() && last.speech {
		return false
	}
	n := last.Norm
	switch {
	case n == "there" || n == "what" || n == "nothing" || n == "this" || n == "that" || n == "these" || n == "those":
		return false
	case np.to-np.from == 1 && last.is(determiner) && !last.is(clauseWord):
		return false
	case last.is(possessive) || last.is(preposition) || n == "the" || n == "a" || n == "an" || n == "no" || n == "some":
		return false
	case last.is(timeWord) && !first.Capital:
		return false
	}
	if np.to-np.from == 1 && last.is(timeWord) {
		return false
	}
	return first.Capital || first.Norm[:min(1, len(first.Norm))] >= "0" && first.Norm[:min(1, len(first.Norm))] <= "9" || first.is(determiner) || first.is(clauseWord) || last.is(plural) || first.Norm == "who" ||
		strings.HasSuffix(n, "s") || first.is(role) || last.Capital
}
