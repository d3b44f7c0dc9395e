package extract

import (
	"math"
	"sort"

	"crosscheck/claims"
	"crosscheck/claims/certainty"
	"crosscheck/claims/quantity"
	"crosscheck/claims/when"
	"crosscheck/claims/word"
)

// fields fills what the words of a claim's content tell: how much, when and how
// sure. Its Content and Stance must be set. words are those of the claim's
// block, or of all of the text; ref is the day of writing.
func fields(c *claims.Claim, text string, words []word.Word, ref when.Date) {
	var content []word.Word
	for _, at := range c.Content {
		ws := within(words, text, at)
		for _, v := range quantity.FindWords(ws, text) {
			c.Values = append(c.Values, value(v))
		}
		for _, e := range when.FindWords(ws, text, ref) {
			c.Times = append(c.Times, timeOf(e))
		}
		if content == nil {
			content = ws[:len(ws):len(ws)]
		} else {
			content = append(content, ws...)
		}
	}
	c.Certainty = certainty.Find(content, text)
	c.Certainty.Factuality = c.Certainty.Factuality.Under(c.Stance)
}

// within are those of words that lie in a span; where the span goes beyond
// them, its text is split anew.
func within(words []word.Word, text string, at claims.Span) []word.Word {
	if len(words) == 0 || at.Start < words[0].Start || at.End > words[len(words)-1].End {
		return word.Split(at.In(text), at.Start)
	}
	from := sort.Search(len(words), func(i int) bool { return words[i].Start >= at.Start })
	to := from + sort.Search(len(words)-from, func(i int) bool { return words[from+i].End > at.End })
	return words[from:to]
}

// exactly are the words of a span: within, but where the span begins or ends
// inside a word, its text is split anew.
func exactly(words []word.Word, text string, at claims.Span) []word.Word {
	from := sort.Search(len(words), func(i int) bool { return words[i].End > at.Start })
	to := from + sort.Search(len(words)-from, func(i int) bool { return words[from+i].Start >= at.End })
	if from == to || words[from].Start < at.Start || words[to-1].End > at.End {
		return word.Split(at.In(text), at.Start)
	}
	return words[from:to]
}

func value(v quantity.Value) claims.Value {
	return claims.Value{
		Span: v.Span, Kind: string(v.Kind), Low: end(v.Low), High: end(v.High),
		Approx: string(v.Approx), Unit: v.Unit, Noun: v.Noun,
	}
}

// end is an end of a value's range, nil for an open one, which JSON has no
// number for.
func end(v float64) *float64 {
	if math.IsInf(v, 0) {
		return nil
	}
	return &v
}

func timeOf(e when.Expression) claims.Time {
	t := claims.Time{Span: e.Span, First: e.Start.String(), Grain: string(e.Grain)}
	if t.Last = t.First; e.End != e.Start {
		t.Last = e.End.String()
	}
	return t
}
