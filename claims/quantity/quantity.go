// Package quantity finds the numbers of a text and tells what they number.
//
// For each block it
//
//  1. splits the words at hyphens and at the seam of "1.4bn" (token.go);
//  2. reads a figure or number words, with their scale: "1.375 billion",
//     "twenty-five", "half a million", "hundreds of thousands" (number.go),
//     or a part: "two thirds", "nine out of ten" (fraction.go);
//  3. joins two of them to a range or a result (amount.go);
//  4. reads the hedge before or behind (parser.go), the currency and the unit
//     (amount.go);
//  5. before all that, tells by what stands around whether the number is an
//     amount at all, and no year, time of day (calendar.go), age (age.go) or
//     part of a name such as "Boeing 737" (kind.go);
//  6. reads the noun that is counted (noun.go).
//
// [Compatible] then tells whether two values may be true of one thing. The
// package does not know what a number is about beyond its noun, converts no
// currency, and reads no Roman numerals.
package quantity

import (
	"sync"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Kind tells what a number numbers.
type Kind string

// The kinds. Counts and amounts may conflict; Identifier, Clock, Calendar,
// Ordinal and Score name a thing and are no amounts.
const (
	Cardinal   Kind = "cardinal"   // "31 soldiers"
	Money      Kind = "money"      // "$1.4bn"; Unit is an ISO 4217 code
	Percent    Kind = "percent"    // "14 percent", "two percentage points"
	Measure    Kind = "measure"    // "200 miles", "three days"; Unit is set
	Fraction   Kind = "fraction"   // "two thirds", "nine out of ten": 2/3, 9/10
	Multiple   Kind = "multiple"   // "three times as many", "fivefold"
	Age        Kind = "age"        // "13-year-old", "aged 13", "Roe, 45,"
	Year       Kind = "year"       // "2016", "the 1990s" (1990 to 1999)
	Calendar   Kind = "calendar"   // the day of a date: "Nov. 18"
	Clock      Kind = "clock"      // "9:15 p.m."; hours since midnight
	Ordinal    Kind = "ordinal"    // "20th century", "the third"
	Score      Kind = "score"      // "52-48"; Low is the first figure, High the second, in the text's order
	Identifier Kind = "identifier" // "No. 10", "Boeing 737", "Group of Twenty", a telephone number
)

// Approx tells how the text hedges a number.
type Approx string

// The hedges. The zero value is Exact: the number as it stands.
const (
	Exact    Approx = ""
	About    Approx = "about"    // "about", "some", "or so", "hundreds of"
	AtLeast  Approx = "at least" // "more than", "over", "at least"; High is +Inf
	AtMost   Approx = "at most"  // "fewer than", "up to"; Low is -Inf
	Nearly   Approx = "nearly"   // "nearly", "almost", "just under": close, from below
	JustOver Approx = "just over"
)

// Value is one number of a text.
type Value struct {
	Span claims.Span // the whole expression: hedge, currency, figure and unit, not the noun
	Kind Kind
	// Low and High bound the value; they are equal for a point, and infinite
	// where the text leaves an end open. Only a Score may have Low > High.
	Low, High float64
	Approx    Approx
	// Step is the place value of the last digit written, 1e8 in "1.4bn" and
	// 100 in "1,400"; 0 means that the number was not rounded.
	Step float64
	// Unit is an ISO 4217 code, "percent", or a unit's British singular
	// ("kilometre", "tonne", "percentage point"); "" for a bare number.
	Unit string
	// Noun is the stems of the words that name what is counted, at most three
	// with a space between: "ukrainian soldier"; "per barrel" for a rate; "".
	Noun string
}

// Find returns the numbers of text inside within, in order; none overlap.
func Find(text string, within claims.Span) []Value {
	end := min(max(within.End, 0), len(text))
	start := min(max(within.Start, 0), end)
	return FindWords(word.Split(text[start:end], start), text[:end])
}

// FindWords is [Find] for a stretch of text that is split into words already.
// A text without a digit or a word for a number costs next to nothing.
func FindWords(words []word.Word, text string) []Value {
	first := 0
	for first < len(words) && !numeric(words[first]) {
		first++
	}
	if first == len(words) {
		return nil
	}
	m := memories.Get().(*memory)
	defer memories.Put(m)
	m.toks = split(m.toks[:0], words, text)
	p := parser{text: text, toks: m.toks, title: isTitle(m.toks), stems: m.stems}
	var out []Value
	for i, seed := 0, 0; i < len(p.toks); {
		if seed = p.nextSeed(max(i, seed)); seed == len(p.toks) {
			break
		}
		if i < seed-lead {
			i = seed - lead
		}
		v, next := p.value(i)
		if next <= i {
			i++
			continue
		}
		if v.Kind != "" {
			out = append(out, v)
		}
		i = next
	}
	return out
}

// memory is what is kept for the next text.
type memory struct {
	toks  []token
	stems map[string]string
}

var memories = sync.Pool{New: func() any { return &memory{stems: map[string]string{}} }}

// isTitle reports whether most words have capitals, as in a headline, where a
// capital tells nothing. Words of up to three letters are left aside.
func isTitle(toks []token) bool {
	const (
		share = 0.6 // in running text about a seventh of such words have one
		least = 4   // fewer words tell nothing
	)
	capitals, all := 0, 0
	for _, t := range toks {
		if t.punct || t.Len() < 4 || t.digits() {
			continue
		}
		all++
		if t.capital {
			capitals++
		}
	}
	return all >= least && float64(capitals) > share*float64(all)
}
