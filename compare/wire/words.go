package wire

import (
	"strings"

	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// named finds a name that became another. A name that became a pronoun or an
// office, and one told in full on one side, are none.
func named(r *rest) (judged, bool) {
	a, b := names(r.a), names(r.b)
	switch {
	case a == 0 && b == 0:
		return judged{}, false
	case r.left == a && r.right == b && (a == 0 || b == 0) && !r.changesMore():
		return judged{}, true
	case marked(r.d.a, r.at.a0, r.at.a1) || marked(r.d.b, r.at.b0, r.at.b1):
		return judged{}, true
	case a == 0 || b == 0 || r.left+r.right > 2*mostNegated || r.left != a || r.right != b || initials(r.a, r.b) || initials(r.b, r.a):
		return judged{}, false
	}
	return judged{kind: NameChanged, typ: compare.Lexical, strength: .6}, true
}

// changesMore reports whether words beside the names differ that may matter.
func (r *rest) changesMore() bool {
	for _, side := range [...][]*token{r.a, r.b} {
		for _, t := range side {
			if !t.name && (t.turns() || t.class&(qualifier|turning) != 0) {
				return true
			}
		}
	}
	return false
}

func names(ts []*token) int {
	n := 0
	for _, t := range ts {
		if t.name {
			n++
		}
	}
	return n
}

// initials reports whether a is the first letters of b: "GOP".
func initials(a, b []*token) bool {
	if len(a) != 1 {
		return false
	}
	var first strings.Builder
	for _, t := range b {
		first.WriteByte(t.norm[0])
	}
	return bare(a[0].norm) == first.String()
}

// qualified finds a qualification that was left out or put in: "only", "but ...".
func qualified(r *rest) (judged, bool) {
	if !r.oneSided() {
		return judged{}, false
	}
	ts, kind := r.a, QualifierDropped
	if len(r.a) == 0 {
		ts, kind = r.b, QualifierAdded
	}
	if len(ts) == 0 {
		return judged{}, false
	}
	if ts[0].class&turning != 0 && content(ts) > 1 && r.at.a0 > 0 && r.at.b0 > 0 && !ts[0].quoted {
		return judged{kind: kind, typ: compare.Lexical, strength: .5}, true
	}
	found := false
	for _, t := range ts {
		if t.class&qualifier == 0 && t.content() {
			return judged{}, false // a clause of its own
		}
		found = found || t.class&qualifier != 0
	}
	return judged{kind: kind, typ: compare.Lexical, strength: .5}, found
}

// requoted finds words inside quotation marks that were changed.
func requoted(r *rest) (judged, bool) {
	c := r.at
	if r.left+r.right == 0 || !inQuotes(r.d.a, c.a0, c.a1) || !inQuotes(r.d.b, c.b0, c.b1) || marked(r.d.a, c.a0, c.a1) || marked(r.d.b, c.b0, c.b1) {
		return judged{}, false
	}
	strength := .6
	switch {
	case r.left+r.right > 2*mostNegated:
		strength = .5
	case !r.oneSided() && (r.left == 0 || r.right == 0):
		strength = .4 // "it", "the deal"
	}
	return judged{kind: QuoteChanged, typ: compare.Wording, strength: strength}, true
}

// inQuotes reports whether tokens lo to hi and those beside them stand in
// quotation marks: at its end a quotation may be cut.
func inQuotes(c copied, lo, hi int) bool {
	if lo == 0 || hi >= len(c.tokens) {
		return false
	}
	for _, t := range c.tokens[lo-1 : hi+1] {
		if !t.quoted {
			return false
		}
	}
	return true
}

// marked reports whether the text of tokens lo to hi, and up to those beside
// them, tells that it was changed: by dots or brackets.
func marked(c copied, lo, hi int) bool {
	if len(c.tokens) == 0 {
		return false
	}
	around := c.text[c.tokens[max(lo-1, 0)].at.Start:c.tokens[min(hi, len(c.tokens)-1)].at.End]
	return strings.ContainsAny(around, "[]()…") || strings.Contains(around, "..")
}

// reworded is what is left: other words.
func reworded(r *rest) (judged, bool) {
	j := judged{kind: WordsChanged, typ: compare.Lexical, strength: .15}
	n := r.left + r.right
	switch {
	case n == 0:
		return judged{}, true
	case len(r.b) == 0:
		j.kind = WordsDropped
	case len(r.a) == 0:
		j.kind = WordsAdded
	case r.left == 1 && r.right == 1 && !r.broader():
		j.strength = .45
		return j, true
	}
	if n <= mostNegated {
		j.strength = .3
	}
	return j, true
}

// broader reports whether a word became one for the same kind of thing.
func (r *rest) broader() bool {
	for _, x := range r.a {
		for _, y := range r.b {
			if lexicon.Default().Between(x.entry.Lemmas, y.entry.Lemmas)&(lexicon.Broader|lexicon.Narrower) != 0 {
				return true
			}
		}
	}
	return false
}
