package rule

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// The grades of a misquote, by what its weightiest difference does: changes a figure, a
// word that turns what is said, or puts another thing in the place of one; adds or leaves
// out what is of weight, or says it in another form; is of small words alone. Of 90, 60
// and 40 misquotes of the news that were read an editor would mind one in four, in
// twelve, in twenty.
const (
	replacing = iota
	adding
	trifling
)

// replaces reports differences of which one changes a figure, a word that turns what is
// said, or puts another thing in the place of one.
func replaces(al *align.Alignment, a, b []token, steps []step) bool {
	return slices.ContainsFunc(steps, func(s step) bool {
		x, y := a[s.a0:s.a1], b[s.b0:s.b1]
		switch {
		case s.same:
			return false
		case numerals(al.A, x) != numerals(al.B, y), shiftsSense(turningOf(al.A, x), turningOf(al.B, y)):
			return true
		}
		return onlyThere(al.A, al.ToB, al.Links, x) && onlyThere(al.B, al.ToA, al.Links, y) && !slip(al, x, y)
	})
}

// onlyThere reports a word of weight among those of one side that stands for none of
// the other side's, in whatever form. to are the places of its words among links.
func onlyThere(s *align.Statement, to []int, links []align.Link, words []token) bool {
	return slices.ContainsFunc(words, func(t token) bool {
		i := at(s, t)
		return s.Words[i].Weight > 0 && (to[i] < 0 || links[to[i]].Kind == align.Similar)
	})
}

// numerals are the numbers among words, in order, in digits or written out.
func numerals(s *align.Statement, words []token) string {
	var b strings.Builder
	for _, t := range words {
		if isFigure(s, t) {
			b.WriteString(t.text + " ")
		}
	}
	return b.String()
}

// isFigure reports a number, but not the "one" that may be a pronoun.
func isFigure(s *align.Statement, t token) bool {
	return strings.ContainsAny(t.text, "0123456789") || isFraction(t.text) || s.Words[at(s, t)].Number && t.text != "one"
}

// shiftsSense reports classes of words that turn a remark: what denies or counts, on one side
// only, or "will" for "may". A "will" that is left out turns nothing.
func shiftsSense(x, y lexicon.Class) bool {
	const sure = lexicon.Sure | lexicon.Probable | lexicon.Maybe
	x, y = x&^lexicon.Conditional, y&^lexicon.Conditional // "if", "that"
	return x&^sure != y&^sure || x&sure != y&sure && x&sure != 0 && y&sure != 0
}

// slip reports one word in the place of another of nearly the same letters, which is
// a slip more often than not: "county" for "country". Two names are no slip: "Iran" for
// "Iraq".
func slip(al *align.Alignment, x, y []token) bool {
	const most = 2 // letters
	if len(x) != 1 || len(y) != 1 || x[0].text[0] != y[0].text[0] {
		return false
	}
	names := al.A.Words[at(al.A, x[0])].Name && al.B.Words[at(al.B, y[0])].Name
	return !names && distance(x[0].text, y[0].text) <= most
}

// longestWord is the longest word, in bytes, that is compared letter by letter: the
// work grows with the square of it.
const longestWord = 40

// distance is how many letters two words differ by (Levenshtein), or the length of the
// longer where that is no word.
func distance(a, b string) int {
	if n := max(len(a), len(b)); n > longestWord {
		return n
	}
	return levenshtein.ComputeDistance(a, b)
}

// turningOf are the classes of words that turn what is said.
func turningOf(s *align.Statement, words []token) (c lexicon.Class) {
	for _, t := range words {
		c |= s.Words[at(s, t)].Class & turning
	}
	return c
}
