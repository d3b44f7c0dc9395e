package rule

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/compare/align"
)

// excused reports whether a difference is the editor's right: words left out
// where an ellipsis or square bracket stands, what stands in round brackets, a
// spelling, a beginning that broke off, or words that say nothing else.
func excused(a, b []token, s step) bool {
	x, y := a[s.a0:s.a1], b[s.b0:s.b1]
	switch {
	case len(x) > 0 && bracketed(x) || len(y) > 0 && bracketed(y):
		return true
	case idle(a, b, trimmed(a, b, s)):
		return true
	case len(x) == 0 && begun(b, s.b0, s.b1) || len(y) == 0 && begun(a, s.a0, s.a1):
		return true
	case len(x) == 0:
		return gapAt(a, s.a0, s.a0) || gapAt(b, s.b0, s.b1)
	case len(y) == 0:
		return gapAt(b, s.b0, s.b0) || gapAt(a, s.a0, s.a1)
	case gapAt(a, s.a0, s.a1) || gapAt(b, s.b0, s.b1):
		return true
	case contracted(x, y) || contracted(y, x) || initials(x, y) || initials(y, x):
		return true
	}
	return respelt(x, y)
}

// respelt reports the same words in another spelling: "same-sex", "same sex".
func respelt(x, y []token) bool {
	if len(x) > 0 && letters(x) == letters(y) {
		return true
	}
	return len(x) > 0 && slices.EqualFunc(x, y, func(p, q token) bool { return sameSpelling(p.text, q.text) })
}

// sameAmount reports a difference in how one amount is written, which may begin before
// it: "$1 million", "1 million dollars".
func sameAmount(al *align.Alignment, a, b []token, s step) bool {
	const most = 3 // words of an amount before the difference
	for k := 0; k <= min(most, s.a0, s.b0); k++ {
		x, y := amountOf(al.A, a, s.a0-k, s.a1), amountOf(al.B, b, s.b0-k, s.b1)
		if x.Kind != "" && x == y {
			return true
		}
	}
	return false
}

// amountOf is what tokens from to to say, if that is an amount and nothing else, as it
// may be compared. Its Kind is "" if it is none.
func amountOf(s *align.Statement, t []token, from, to int) quantity.Value {
	if from >= to {
		return quantity.Value{}
	}
	within := claims.Span{Start: t[from].span.Start, End: len(s.Text)}
	if to < len(t) {
		within.End = t[to].span.Start
	}
	if i := at(s, t[from]); i > 0 && isCurrency(s.Words[i-1].Norm) {
		within.Start = s.Words[i-1].Span.Start
	}
	found := quantity.Find(s.Text, within)
	if len(found) != 1 || found[0].Names() || found[0].Span.Start != within.Start || found[0].Span.End < t[to-1].span.End {
		return quantity.Value{}
	}
	return asAmount(found[0])
}

// asAmount is a value without its place and its precision.
func asAmount(v quantity.Value) quantity.Value {
	return quantity.Value{Kind: v.Kind, Low: v.Low, High: v.High, Approx: v.Approx, Unit: v.Unit}
}

// isCurrency reports the sign of a currency: "$", "€".
func isCurrency(mark string) bool { return isOne(mark, unicode.Sc) }

// isOne reports a single character of a class of Unicode.
func isOne(mark string, class *unicode.RangeTable) bool {
	r, size := utf8.DecodeRuneInString(mark)
	return size == len(mark) && unicode.Is(class, r)
}

// letters are those of tokens, whatever stands between.
func letters(t []token) string {
	var b strings.Builder
	for _, x := range t {
		if strings.ContainsAny(x.text, "0123456789") {
			b.WriteString(x.text)
			continue
		}
		b.WriteString(strings.ReplaceAll(x.text, ".", "")) // "U.S.", "US"
	}
	return b.String()
}

// gapAt reports whether an ellipsis or bracket stands before one of the tokens
// from i to j, both included.
func gapAt(t []token, i, j int) bool {
	for k := i; k <= j && k < len(t); k++ {
		if t[k].gap {
			return true
		}
	}
	return false
}

// bracketed reports words that all stand in round brackets, with which an agency
// explains what was said, in its place or behind it: "more (pumps) from the mill",
// "he knew when he left (the first meeting)".
//
// Note: a speaker may be quoted with brackets of his own. Of nine words in brackets
// that only one of two papers of a month had, none were the speaker's.
func bracketed(t []token) bool {
	return !slices.ContainsFunc(t, func(x token) bool { return !x.round })
}

// contracted reports whether b is a with a verb written out of its last word: "the
// mill's" is "the mill is" or "the mill has".
func contracted(a, b []token) bool {
	n := len(a)
	if n == 0 || len(b) != n+1 || b[n].text != "is" && b[n].text != "has" {
		return false
	}
	short, ok := strings.CutSuffix(a[n-1].text, "'s")
	return ok && letters(a[:n-1])+short == letters(b[:n])
}

// initials reports whether x is the first letters of y, a name written out: "UN",
// "United Nations".
func initials(x, y []token) bool {
	if len(x) != 1 || !x[0].capital || len(y) < 2 {
		return false
	}
	var b strings.Builder
	for _, t := range y {
		switch {
		case t.capital:
			b.WriteString(t.text[:1])
		case !unnamed[t.text]:
			return false
		}
	}
	return b.Len() > 1 && b.String() == letters(x)
}

// unnamed are the small words in a name that have no initial.
var unnamed = wordsOf("unnamed")

// leastSpelt is the length from which on a difference in spelling is told from
// another word: "cancelled" and "canceled", but not "filled" and "filed".
const leastSpelt = 7

// sameSpelling reports whether two words are the British and the American
// spelling of one, a word and its short form, one number, or what belongs to one:
// "the Times'", "the Times's".
func sameSpelling(a, b string) bool {
	switch n := max(len(a), len(b)); {
	case shortened[a] == b || shortened[b] == a, sameNumber(cardinal(a), cardinal(b)), sameNumber(a, b):
		return true
	case strings.HasSuffix(a, "s") && b == a+"'s", strings.HasSuffix(b, "s") && a == b+"'s":
		return true
	case n >= leastSpelt:
		return british.Replace(a) == british.Replace(b)
	case n == leastSpelt-1:
		return endings.Replace(a) == endings.Replace(b)
	}
	return a == b
}

// sameNumber reports two words for one number: "2", "two".
func sameNumber(a, b string) bool {
	x, y := quantity.Find(a, claims.Span{End: len(a)}), quantity.Find(b, claims.Span{End: len(b)})
	return len(x) == 1 && len(y) == 1 && x[0].Span.Len() == len(a) && y[0].Span.Len() == len(b) && asAmount(x[0]) == asAmount(y[0])
}

// cardinal is the figure of a day: "11" of "11th".
func cardinal(word string) string {
	if n := len(word) - 2; n > 0 && strings.Contains("st nd rd th", word[n:]) && strings.Trim(word[:n], "0123456789") == "" {
		return word[:n]
	}
	return word
}

// shortened are words that one paper writes out and another does not.
var shortened = map[string]string{
	"jan": "january", "feb": "february", "aug": "august", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
	"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "dr": "doctor", "prof": "professor", "mr": "mister", "lt": "lieutenant", "ok": "okay",
	"till": "until", "cause": "because", "1": "one", "everybody": "everyone", "somebody": "someone", "anybody": "anyone",
}

// endings are those of shorter words: "colour", "centre".
var endings = strings.NewReplacer("our", "or", "tre", "ter", "ence", "ense", "ph", "f")

// british folds the two spellings of English into one.
var british = strings.NewReplacer("our", "or", "mme", "m", "ise", "ize", "isi", "izi", "isa", "iza", "yse", "yze",
	"ll", "l", "ae", "e", "tre", "ter", "ence", "ense", "ogue", "og", "ph", "f")
