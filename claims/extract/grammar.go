package extract

import (
	"strings"

	"crosscheck/claims/word"
	"crosscheck/claims/worth"
)

// isAdjunct reports whether the units say only when, where or to whom: "on
// Sunday", "in a statement", or nothing.
func (s *sentence) isAdjunct(from, to int) bool {
	for from < to && s.units[from].Punct {
		from++
	}
	if from >= to {
		return true
	}
	first := s.norm(from)
	if !s.is(from, preposition) && !s.is(from, timeWord) && first != "reporters" && first != "as" && first != "when" && !strings.HasSuffix(first, "ly") && first != "while" {
		return false
	}
	for k := from; k < to; k++ {
		if s.norm(k) == "that" && !s.isPastForm(k+1) && !s.is(k+1, auxiliary) && first != "as" && first != "when" {
			return k == to-1
		}
	}
	return true
}

// isClause reports whether the first verb among the units is a main verb and
// not that of a relative clause: "found the four who had been missing" is none.
func (s *sentence) isClause(from, to int) bool {
	for k := from; k < to; k++ {
		if n := s.norm(k); k > from && (n == "who" || n == "which" || n == "that" || n == "whose") {
			return false
		}
		if s.hasVerb(k, k+1) || k > from && s.hasVerb(k-1, k+1) {
			return true
		}
	}
	return false
}

// startsClause reports a word that a clause's subject may begin with.
func (s *sentence) startsClause(i int) bool {
	if i >= len(s.units) {
		return false
	}
	u := &s.units[i]
	return !u.Punct && (u.quoted() || u.Capital || u.is(clauseWord) || u.is(determiner) || !u.is(preposition) && u.Norm != "to")
}

// hasVerb reports a finite verb among the units, as far as its form shows.
func (s *sentence) hasVerb(from, to int) bool {
	for k := from; k < to; k++ {
		n := s.norm(k)
		if s.is(k, finite) || s.isPastForm(k) || strings.HasSuffix(n, "n't") || strings.HasSuffix(n, "'re") || strings.HasSuffix(n, "'ve") {
			return true
		}
		if c := s.verb(k); c != nil && (c.Past || strings.HasSuffix(n, "s")) {
			return true
		}
		if k > from && strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && len(n) > 3 && !s.is(k, determiner) && !owns(s.norm(k-1)) && (s.units[k-1].Capital && !s.is(k-1, determiner) || strings.HasSuffix(s.norm(k-1), "ment")) && !s.units[k].Capital {
			return true // "engagement continues", "Peskov denies"
		}
	}
	return false
}

// listedVerb is the first of the units from..to that is a finite verb by the
// lists of package worth, which know more of them than hasVerb: "the mill employs
// 140 people". It is -1 where there is none.
func (s *sentence) listedVerb(from, to int) int {
	var room [64]word.Word
	if k := worth.Finite(s.appendWords(room[:0], from, to)); k >= 0 {
		return from + k
	}
	return -1
}

// opensClause reports units that begin with a subject and its verb by
// listedVerb, with nothing between that makes the verb another's: "the motive
// they share", "the risk the ice presents", "a ban that holds".
func (s *sentence) opensClause(from, to int) bool {
	verb := s.listedVerb(from, to)
	if verb <= from || !s.startsClause(from) || asking(s.norm(from)) {
		return false
	}
	for k := from + 1; k < verb; k++ {
		u := &s.units[k]
		begins := u.is(clauseWord) && !s.is(k-1, preposition|determiner|adverb) && s.norm(k-1) != "and"
		if u.Punct || u.quoted() || u.is(boundary) || u.Norm == "to" || begins {
			return false
		}
	}
	return true
}

// asking reports a word that opens an indirect question.
func asking(norm string) bool {
	return norm == "which" || norm == "what" || norm == "who" || norm == "how" || norm == "why"
}

// owns reports a possessive form: "council's".
func owns(norm string) bool { return len(norm) > 2 && strings.HasSuffix(norm, "'s") }
