package rule

import (
	"fmt"
	"slices"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// refinement holds back what only makes the other side more exact.
var refinement = Guard{
	ID:  "refinement",
	Doc: "One side only makes the other more exact: most of a thing against all of it, or the same with a detail more.",
	Run: func(o Opposition, al *align.Alignment, _ compare.Pair) string {
		switch {
		case quotes(o):
			return ""
		case o.Type == compare.Quantifier:
			if o.Grade == 2 {
				return "One amount only makes the other more exact."
			}
			return ""
		case !agrees(al):
			return ""
		}
		switch a, b := missed(al.A, al.ToB), missed(al.B, al.ToA); {
		case a < 0 && b >= 0 && within(al.A, al.B) && plain(al.B, al.ToA):
			return fmt.Sprintf("The second side says all that the first does, and %s.", quoted(al.B, b))
		case b < 0 && a >= 0 && within(al.B, al.A) && plain(al.A, al.ToB):
			return fmt.Sprintf("The first side says all that the second does, and %s.", quoted(al.A, a))
		}
		return ""
	},
}

// missed is the first content word without a firm counterpart, or -1.
func missed(s *align.Statement, to []int) int {
	for _, i := range s.Content {
		if to[i] < 0 {
			return i
		}
	}
	return -1
}

// plain reports whether what a side has more of only adds to the rest: it says
// nothing of whether, or by whose word, the rest is so.
func plain(s *align.Statement, to []int) bool {
	const no = lexicon.Untrue | lexicon.Reverser | lexicon.Saying | lexicon.Plan | lexicon.Maybe
	for _, i := range s.Content {
		if w := &s.Words[i]; to[i] < 0 && (w.Class&no != 0 || mistaken[w.Norm]) {
			return false
		}
	}
	return true
}

var mistaken = wordsOf("mistaken")

// agrees reports whether nothing opposes two sides but what one of them leaves
// out: every link is of one word or thing and in order, no word is turned on
// one side only, no figure, amount, time or certainty differs.
func agrees(al *align.Alignment) bool {
	if len(al.Links) == 0 || len(al.Opposed) > 0 || len(al.A.Turns) != len(al.B.Turns) || apart(times(al.A, nil), times(al.B, nil)) {
		return false
	}
	last := -1
	for _, l := range al.Links {
		if !equal(al, l) {
			return false
		}
		if in := adjunct(al.A, l.A); in != "" && in == adjunct(al.B, l.B) {
			continue // it may stand anywhere
		}
		if l.B < last {
			return false
		}
		last = l.B
	}
	return true
}

// adjunct is the preposition that word i stands behind, of those that say where,
// when and how it is so, "" where there is none.
func adjunct(s *align.Statement, i int) string {
	for k := i - 1; k >= 0 && s.Words[k].Clause == s.Words[i].Clause; k-- {
		switch w := &s.Words[k]; {
		case adjoining[w.Norm]:
			return w.Norm
		case w.Weight == 0 && !determiner[w.Norm]:
			return ""
		}
	}
	return ""
}

var adjoining = wordsOf("adjoining")

// equal reports whether a link is of one word or thing, turned, counted and as
// certain alike.
func equal(al *align.Alignment, l align.Link) bool {
	if l.Kind > align.Lemma && l.Rel&(lexicon.Derivation|lexicon.Kin) == 0 || al.A.Words[l.A].Off != al.B.Words[l.B].Off {
		return false
	}
	_, x := amount(al.A, l.A)
	_, y := amount(al.B, l.B)
	_, m := modalBefore(al.A, l.A)
	_, n := modalBefore(al.B, l.B)
	return x == y && m == n
}

// within reports whether all figures and small words that tell of s stand in t
// too, so that what all its content words say is said there.
func within(s, t *align.Statement) bool {
	for n := range s.Values {
		if !answered(&s.Values[n], t.Values) {
			return false
		}
	}
	for i := range s.Words {
		if w := &s.Words[i]; telling[w.Norm] && !slices.ContainsFunc(t.Words, func(v align.Word) bool { return v.Norm == w.Norm }) {
			return false
		}
	}
	return true
}

// telling are words without weight that change what is said.
var telling = wordsOf("telling")
