package extract

import (
	_ "embed"
	"strings"

	"crosscheck/claims/quote"
)

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
	if is("clause", s.norm(g-1)) && !is("determiner", s.norm(g-1)) || s.norm(g-1) == "he" || s.norm(g-1) == "she" {
		return g - 1 // a pronoun stands alone
	}
	for from < g-1 && is("starter", s.norm(from)) {
		from++
	}
	if is("preposition", s.norm(from)) && !is("determiner", s.norm(from)) { // "On Wednesday Peskov"
		from = s.afterAdjunct(from, g)
	}
	for k := from + 1; k < g; k++ { // "yesterday the spokesman": a determiner begins a phrase
		if is("determiner", s.norm(k)) && !is("preposition", s.norm(k-1)) && s.norm(k-1) != "and" && !is("determiner", s.norm(k-1)) {
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
	u := s.units[k]
	switch {
	case u.quoted():
		return !u.speech && k > 0 && k < g-1 // a nickname
	case isApostrophe(u.Norm) && k > 0 && strings.HasSuffix(s.units[k-1].Norm, "s"):
		return true // "the nurses' union"
	case u.Punct:
		return u.Norm == "." && k+1 < g && k > 0 && (s.units[k-1].Len() <= 4) && s.units[k-1].Capital || u.Norm == "&" || u.Norm == "-"
	case is("boundary", u.Norm) || is("finite", u.Norm) || u.Norm == "to":
		return false
	case u.Norm == "and":
		return k > 0 && k+1 < g && !s.units[k-1].quoted() && (s.units[k-1].Capital && (s.units[k+1].Capital || k+2 < g && s.norm(k+1) == "the" && s.units[k+2].Capital) || is("plural", s.norm(g-1)) && is("plural", s.norm(k-1)))
	case u.Norm == "said" || u.Norm == "says" || u.Norm == "told":
		return false
	}
	if c, ok := quote.Verb(u.Norm); ok && c.Past && !u.Capital && c.Lemma != "state" && c.Lemma != "report" {
		return false
	}
	return true
}

// afterAdjunct skips a leading "On Wednesday", "In a speech in Ohio" and
// returns where the phrase behind it begins.
func (s *sentence) afterAdjunct(from, g int) int {
	k := g - 1
	for k > from && (s.units[k-1].Capital || is("determiner", s.norm(k-1)) || is("role", s.norm(k-1))) && !is("time", s.norm(k-1)) {
		k--
	}
	return k
}

// isSource reports whether the units look like somebody who can say something.
func (s *sentence) isSource(np nounPhrase) bool {
	first, last := s.units[np.from], s.units[np.to-1]
	if last.Punct && last.Norm != ")" || last.quoted() && last.speech {
		return false
	}
	n := last.Norm
	switch {
	case n == "there" || n == "what" || n == "nothing" || n == "this" || n == "that" || n == "these" || n == "those":
		return false
	case np.to-np.from == 1 && is("determiner", n) && !is("clause", n):
		return false
	case is("possessive", n) || is("preposition", n) || n == "the" || n == "a" || n == "an" || n == "no" || n == "some":
		return false
	case is("time", n) && !first.Capital:
		return false
	}
	if np.to-np.from == 1 && is("time", n) {
		return false
	}
	return first.Capital || first.Norm[:min(1, len(first.Norm))] >= "0" && first.Norm[:min(1, len(first.Norm))] <= "9" || is("determiner", first.Norm) || is("clause", first.Norm) || is("plural", n) || first.Norm == "who" ||
		strings.HasSuffix(n, "s") || is("role", first.Norm) || last.Capital
}
