package rule

import (
	"slices"
	"strings"
)

// idle reports a difference that says nothing else: who writes down what was said
// hears an article, an "and" or a relative pronoun in one way or another. What denies,
// counts, or says how sure it is is none of this.
func idle(a, b []token, s step) bool {
	x, y := a[s.a0:s.a1], b[s.b0:s.b1]
	if allOf(x, linking) && allOf(y, linking) {
		return !measured(a, s.a1) && !measured(b, s.b1)
	}
	return longer(x, y) || longer(y, x) || shifted(x, y) || toBe(x, y) || toBe(y, x) || len(x) == 0 && padded(b, s.b0, s.b1) || len(y) == 0 && padded(a, s.a0, s.a1)
}

// padded reports tokens from to to that a speaker puts in and a paper leaves out: "well",
// "kind of", the "have" of "you have got to".
func padded(t []token, from, to int) bool {
	if to-from == 1 && t[from].text == "have" && to < len(t) && t[to].text == "got" {
		return true
	}
	for k := from; k < to; k++ {
		switch {
		case k+1 < to && t[k+1].text == "of" && padsOf[t[k].text]:
			k++
		case !padding[t[k].text] && !linking[t[k].text]:
			return false
		}
	}
	return true
}

// The words that may be left out or stand for one another, and those that may only be
// left out.
//
// Note: prepositions are none of them. "On when" for "of when" is told, if with a low
// score: a vote may be for a plan or on it.
var (
	relatives = wordsOf("relatives")
	linking   = wordsOf("linking")
	padding   = wordsOf("padding")
	padsOf    = wordsOf("padsOf")
)

// allOf reports whether tokens are all of some words.
func allOf(t []token, of map[string]bool) bool {
	return !slices.ContainsFunc(t, func(x token) bool { return !of[x.text] })
}

// measured reports whether token i says how many, with an article otherwise than
// without: "a few", "few".
func measured(t []token, i int) bool { return i < len(t) && fewOrLot[t[i].text] }

var fewOrLot = wordsOf("fewOrLot")

// longer reports whether y is the words by which a clause is longer than x, its short
// form: "that are" in "the steps that are needed".
func longer(x, y []token) bool {
	return len(x) == 0 && len(y) == 2 && relatives[y[0].text] && verbsOfBe[y[1].text]
}

var verbsOfBe = wordsOf("verbsOfBe")

// shifted reports an adverb that stands on the other side of the word beside it: "a
// truly", "truly a".
func shifted(x, y []token) bool {
	if len(x) != 2 || len(y) != 2 || x[0].text != y[1].text || x[1].text != y[0].text {
		return false
	}
	return slices.ContainsFunc(x, func(t token) bool { return strings.HasSuffix(t.text, "ly") && t.text != "only" || adverbs[t.text] })
}

var adverbs = wordsOf("adverbs")

// toBe reports what is going to be in y and will be in x, both denied or neither:
// "will not", "is not going to".
func toBe(x, y []token) bool {
	short, long := unnegated(x), unnegated(y)
	if (len(short) == len(x)) != (len(long) == len(y)) || len(short) != 1 || len(long) != 3 {
		return false
	}
	return short[0] == "will" && verbsOfBe[long[0]] && !past[long[0]] && long[1] == "going" && long[2] == "to"
}

var past = wordsOf("past")

// unnegated are the words of tokens but for "not".
func unnegated(t []token) []string {
	var out []string
	for _, x := range t {
		if x.text != "not" {
			out = append(out, x.text)
		}
	}
	return out
}
