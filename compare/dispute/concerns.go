package dispute

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Concerns reports whether a statement may be of the one whom a disputed clause is
// about: who denies having done something is named in what he denies, and so is he whom
// the clause begins with. A pronoun may stand for either.
func Concerns(clause string, by *claims.Claim, statement string) bool {
	names := subject(clause, by)
	return len(names) == 0 || anyOf(statement, thirdPerson|addressed) || namesAny(statement, names)
}

// subject are the names of whom a clause is about, none where it does not tell: of him
// who disputes it in "having stolen" and "he stole".
func subject(clause string, by *claims.Claim) []string {
	var first []string
	for w := range word.All(clause) {
		switch {
		case len(first) == 0 && (isOf(w.Norm, hisOrHers) || strings.HasSuffix(w.Norm, "ing")):
			return nameWords(by.Speaker)
		case !w.Capital || isOf(w.Norm, articleWord):
			return first
		}
		first = append(first, possessed(w.Norm))
	}
	return first
}

// nameWords are the words of the name of a speaker, of his office and of whom he speaks
// for.
func nameWords(s *claims.Speaker) []string {
	var out []string
	if s == nil {
		return nil
	}
	for w := range word.All(s.Name + " " + s.Affiliation + " " + s.Party) {
		if w.Capital && len(w.Norm) > 2 {
			out = append(out, possessed(w.Norm))
		}
	}
	for w := range word.All(s.Role) {
		out = append(out, w.Norm)
	}
	return out
}

func namesAny(text string, names []string) bool {
	for _, name := range names {
		if holds(text, name) {
			return true
		}
	}
	return false
}
