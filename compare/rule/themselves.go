package rule

import (
	"fmt"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// mostBefore is how many words may stand between who acts and the deciding word:
// "I will never vote to close".
const mostBefore = 5

// themselves says why two sides do not oppose each other of which each tells what he
// does himself, "" where they may: "I will vote for it", "I will not".
func themselves(al *align.Alignment, o Opposition, p compare.Pair) string {
	a, b := p.A.Claim, p.B.Claim
	if a == nil || b == nil || a.Speaker == nil || b.Speaker == nil || a.Speaker.ID == b.Speaker.ID {
		return ""
	}
	if has(a.Text, b.Speaker.Surname()) || has(b.Text, a.Speaker.Surname()) {
		return "" // what one did to the other, or had from him
	}
	x, y := actor(al.A, o.A[0]), actor(al.B, o.B[0])
	if x == "" || y == "" || (x == "i") != (y == "i") {
		return ""
	}
	if x != "i" && (x == y && !(intends(al.A) && intends(al.B)) || speaksFor(a.Speaker) || speaksFor(b.Speaker)) {
		return "" // two may tell what a third did
	}
	return fmt.Sprintf("Each tells what he does himself: %s and %s.", a.Speaker.Name, b.Speaker.Name)
}

// actor is the pronoun by which the speaker of a statement does word at, "" where there is
// none: "i" before it in his own words, "he" or "she" at the head of a retelling, "they"
// there of two who say it together.
func actor(s *align.Statement, at int) string {
	for i := at - 1; i >= 0 && at-i-1 <= mostBefore && s.Words[i].Clause == s.Words[at].Clause; i-- {
		w := &s.Words[i]
		head, _, _ := strings.Cut(w.Norm, "'")
		switch {
		case (head == "i" || head == "he" || head == "she" || head == "they") && (governs(s, i, at) || isPassive(s, i)):
			return ""
		case head == "i" && (s.Claim.Kind == claims.Direct || s.Claim.Kind == claims.Mixed):
			return head
		case (head == "he" || head == "she" || head == "they" && severalNames(s.Claim.Speaker)) && i == 0 && s.Claim.Kind != claims.Direct:
			return head
		case head == "i" || w.Class&lexicon.Saying != 0 || w.Norm == "that" || minds[w.Norm]:
			return ""
		}
	}
	return ""
}

// severalNames reports two who say a thing together.
func severalNames(s *claims.Speaker) bool { return strings.Contains(s.Name, " and ") }

// governs reports another verb between the pronoun at word i and word at, whose subject is
// somebody else: "I am sure the dam is".
func governs(s *align.Statement, i, at int) bool {
	for k := i + 3; k < at; k++ {
		if auxiliaries[s.Words[k].Norm] {
			return true
		}
	}
	return false
}

var auxiliaries = wordsOf("auxiliaries")

// isPassive reports a passive or a state behind the pronoun at word i, "I was given": somebody
// else may have done it.
func isPassive(s *align.Statement, i int) bool {
	return i+1 < len(s.Words) && (s.Words[i+1].Norm == "was" || s.Words[i+1].Norm == "wasn't")
}

// speaksFor reports a speaker who speaks of another as "he".
func speaksFor(s *claims.Speaker) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s.Role)) {
		if deputies[w] {
			return true
		}
	}
	return false
}

var deputies = wordsOf("deputies")

// intends reports a retelling that begins with what somebody will or would do.
func intends(s *align.Statement) bool {
	_, tail, _ := strings.Cut(s.Words[0].Norm, "'")
	return tail == "ll" || tail == "d" || len(s.Words) > 1 && intentions[s.Words[1].Norm]
}

var intentions = wordsOf("intentions")

// minds are verbs of thinking and seeing: behind them stands what is so, not what is done.
var minds = wordsOf("minds")
