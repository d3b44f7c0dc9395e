package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// connective holds back a contrast that one writer or speaker draws.
var connective = Guard{
	ID:  "connective",
	Doc: "Nothing opposes the two sides but a word such as “whereas”, “however” or “although”, by which one speaker sets one thing beside another.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		if quotes(o) {
			return ""
		}
		if i := joining(al.A, o.A); i >= 0 {
			return fmt.Sprintf("%s refutes nothing.", quoted(al.A, i))
		}
		if j := joining(al.B, o.B); j >= 0 {
			return fmt.Sprintf("%s refutes nothing.", quoted(al.B, j))
		}
		if !oneVoice(p) {
			return ""
		}
		if i, j := contrast(al.A, first(o.A)), contrast(al.B, first(o.B)); i >= 0 || j >= 0 {
			return fmt.Sprintf("One voice sets one thing beside another: %s.", either(al, i, j))
		}
		return ""
	},
}

// joining returns the first deciding word where all of them are connectives, or -1.
func joining(s *align.Statement, at []int) int {
	for _, i := range at {
		if i < 0 || s.Words[i].Class&lexicon.Connective == 0 || s.Words[i].Weight > 0 {
			return -1
		}
	}
	return first(at)
}

// oneVoice reports whether both sides are of one article and one speaker, or of
// the article's own voice.
func oneVoice(p compare.Pair) bool {
	a, b := p.A.Claim, p.B.Claim
	return a != nil && b != nil && a.Article == b.Article && (a.Speaker == nil && b.Speaker == nil || sameSpeaker(p))
}

// contrast returns the connective that begins the clause of word i, or the
// sentence, or -1.
func contrast(s *align.Statement, i int) int {
	for k := range s.Words {
		w := &s.Words[k]
		if w.Class&lexicon.Connective == 0 || w.Norm == "still" || w.Norm == "instead" {
			continue
		}
		if k == 0 {
			return k
		}
		if i >= 0 && (w.Clause == s.Words[i].Clause || k < i && w.Clause == s.Words[i].Clause-1) {
			return k
		}
	}
	return -1
}
