package rule

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// supersession holds back a later state of the same thing.
var supersession = Guard{
	ID:  compare.Supersession,
	Doc: "One side speaks of an earlier state and the other of a later one, by its words or by its date: an update, not a contradiction.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		if quotes(o) {
			return ""
		}
		early, late := order(p)
		known := first(o.A) >= 0 && first(o.B) >= 0
		if ma, mb := marks(al.A, o.A), marks(al.B, o.B); ma.class != mb.class && (early != "" || known && (ma.class|mb.class)&lexicon.Earlier != 0) {
			return "They speak of two times: " + strings.Join(slices.DeleteFunc([]string{ma.shown, mb.shown}, func(s string) bool { return s == "" }), ", ") + "."
		}
		if i, j := restores(al.A, o.A), restores(al.B, o.B); (i < 0) != (j < 0) {
			return fmt.Sprintf("What is brought back was off before: %s.", either(al, i, j))
		}
		if i, j := someDay(al.A, o.A), someDay(al.B, o.B); i >= 0 && j < 0 && !yetToBe(al.B, o.B) || j >= 0 && i < 0 && !yetToBe(al.A, o.A) {
			return fmt.Sprintf("What is to be some day need not be so yet: %s.", either(al, i, j))
		}
		if o.Type != compare.Number {
			return ""
		}
		if early != "" {
			return newer(o, al, p, early, late)
		}
		if i, j := moved(al.A, o.A), moved(al.B, o.B); (i < 0) != (j < 0) {
			return fmt.Sprintf("One figure is what the other became: %s.", either(al, i, j))
		}
		return ""
	},
}

// order are the days of the earlier and the later claim, "" and "" where they
// are of one day or not known.
func order(p compare.Pair) (early, late string) {
	a, b := p.A.Claim, p.B.Claim
	if a == nil || b == nil || a.Date == b.Date || a.Date == "" || b.Date == "" {
		return "", ""
	}
	return min(a.Date, b.Date), max(a.Date, b.Date)
}

// newer says which of two figures is the newer one.
func newer(o Opposition, al *align.Alignment, p compare.Pair, early, late string) string {
	old, now := figure(al.A, o.A, o.SpanA), figure(al.B, o.B, o.SpanB)
	if p.A.Claim.Date == late {
		old, now = now, old
	}
	return fmt.Sprintf("The figure of %s, %s, is newer than that of %s, %s.", late, now, early, old)
}

// figure shows the figure among the deciding words.
func figure(s *align.Statement, at []int, spans []claims.Span) string {
	if len(spans) > 0 {
		return "“" + spans[0].In(s.Text) + "”"
	}
	return quoted(s, at...)
}

// restoring are the beginnings of verbs that bring back what was off: they say
// that it was.
var restoring = []string{"resum", "reopen", "restart", "restor", "reinstat"}

// restores returns the deciding word that brings something back, or -1.
func restores(s *align.Statement, at []int) int {
	for _, i := range at {
		if i >= 0 && slices.ContainsFunc(restoring, func(stem string) bool { return strings.HasPrefix(s.Words[i].Norm, stem) }) {
			return i
		}
	}
	return -1
}

// moved returns the verb that says, just before the figure, what it became:
// "rose to 14", "was revised to 14"; -1 where none does.
func moved(s *align.Statement, at []int) int {
	for _, i := range at {
		to := false
		for k := i - 1; k >= 0 && k >= i-movedReach; k-- {
			w := &s.Words[k]
			if to && w.Class&lexicon.Moved != 0 {
				return k
			}
			to = to || w.Norm == "to"
		}
	}
	return -1
}

// movedReach is how many words before a figure such a verb may stand: "rose by
// a third to about 14".
const movedReach = 6

// timeWord is a word of time.
type timeWord struct {
	class lexicon.Class
	shown string // it, in quotation marks
}

// marks are the words of time in the clauses of the deciding words; the first
// is shown.
func marks(s *align.Statement, at []int) timeWord {
	var m timeWord
	for k := range s.Words {
		c := s.Words[k].Class & (lexicon.Now | lexicon.Earlier)
		if c == 0 || !decides(s, at, k) || !timely(s, k) {
			continue
		}
		if m.shown == "" {
			m.shown = "“" + s.Span(k, phraseEnd(s, k)).In(s.Text) + "”"
		}
		m.class |= c
	}
	return m
}

// phraseEnd is where the words end that begin at k with words that say nothing
// by themselves: "in the past".
func phraseEnd(s *align.Statement, k int) int {
	end := k
	for end+1 < len(s.Words) && end < k+2 && s.Words[end].Class&lexicon.Function != 0 && !s.Words[end+1].Punct {
		end++
	}
	return end
}

// timely reports whether word k does speak of a time: neither "a rod used to
// stir it" nor "once it starts" does.
func timely(s *align.Statement, k int) bool {
	switch w := &s.Words[k]; w.Norm {
	case "used":
		return k > 0 && (s.Words[k-1].Name || s.Words[k-1].Class&lexicon.Pronoun != 0 || k > 1 && determiner[s.Words[k-2].Norm])
	case "once":
		return k+1 < len(s.Words) && (s.Words[k+1].Weight > 0 || k > 0 && s.Words[k-1].Class&lexicon.Be != 0)
	}
	return true
}

// determiner are words before a noun, of which one is meant: "the mill used to".
var determiner = wordsOf("determiner")
