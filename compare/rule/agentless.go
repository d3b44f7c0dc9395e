package rule

import (
	"strings"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// byNobody returns the link of a deed that one side says was done, by whomever, and
// the other that somebody did not do: "the list was leaked", "he did not leak the
// list". It is -1 where there is none.
func byNobody(al *align.Alignment, o Opposition) int {
	if o.Type != compare.Negation && o.Type != compare.Factivity && o.Type != compare.Antonym && o.Type != compare.Lexical {
		return -1
	}
	for n, l := range al.Links {
		a, b := &al.A.Words[l.A], &al.B.Words[l.B]
		if a.Off == b.Off || !decides(al.A, o.A, l.A) || !decides(al.B, o.B, l.B) {
			continue
		}
		if a.Off && agent(al.A, l.A) && suffered(al.B, l.B) || b.Off && agent(al.B, l.B) && suffered(al.A, l.A) {
			return n
		}
	}
	return -1
}

// agent reports whether a person is the subject of the verb at i: a name or a pronoun
// before its auxiliaries, or the speaker who denies doing it.
func agent(s *align.Statement, i int) bool {
	if i == 0 {
		return denies(s) && strings.HasSuffix(s.Words[i].Norm, "ing")
	}
	for k := i - 1; k >= 0; k-- {
		switch w := &s.Words[k]; {
		case w.Name || somebody[w.Norm]:
			return true
		case w.Class&lexicon.Be != 0 || w.Punct:
			return false
		case w.Weight > 0 && !strings.HasSuffix(w.Norm, "ly"), w.Weight == 0 && w.Class&lexicon.Negator == 0 && !auxiliary[w.Norm]:
			return false
		}
	}
	return false
}

// somebody are the pronouns that stand for somebody, auxiliary the words between them
// and their verb.
var (
	somebody  = wordsOf("somebody")
	auxiliary = wordsOf("auxiliary")
)

// suffered reports whether the verb at i is in the passive, with nobody named who did
// it.
func suffered(s *align.Statement, i int) bool {
	if !strings.HasSuffix(s.Words[i].Norm, "ed") && !strings.HasSuffix(s.Words[i].Norm, "n") && !strings.HasSuffix(s.Words[i].Norm, "t") {
		return false
	}
	k := i - 1
	for k >= 0 && strings.HasSuffix(s.Words[k].Norm, "ly") {
		k--
	}
	if k < 0 || !being[s.Words[k].Norm] {
		return false
	}
	for k := i + 1; k < len(s.Words) && !stops(&s.Words[k]); k++ {
		if s.Words[k].Norm == "by" {
			return false
		}
	}
	return true
}

var being = wordsOf("being")
