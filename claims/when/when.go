// Package when finds the dates that a text tells and says which days they are.
//
// At each word it tries, in this order:
//
//  1. a date in figures: "2016-11-18", "11/18/2016" (figures.go);
//  2. a month with a day, a year, both or neither, and what it runs to:
//     "Nov. 18", "18 November 2018", "November 30 through December 1" (month.go);
//  3. a weekday, with its date where one follows (weekday.go);
//  4. a year, a decade or a quarter (year.go);
//  5. a day told from the day of writing: "yesterday", "last month", "three
//     days ago", "the past two weeks" (relative.go).
//
// [Day] then tells on which of them something was said (day.go).
//
// What needs the day of writing is resolved against a reference, the article's
// date. A day told from another event ("three days earlier", "the same day")
// is found and left unresolved. It reads English only, finds no times of day
// and no holidays, and takes seasons to be the northern hemisphere's.
//
// Note: libraries for dates resolve "on Tuesday" into the future and find
// dates in "$41"; they are made for reminders, not for news.
package when

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Grain is how exact an expression is.
type Grain string

// The grains, from fine to coarse.
const (
	PartGrain    Grain = "part" // a part of one day: "Wednesday night", "this morning"
	DayGrain     Grain = "day"
	WeekGrain    Grain = "week" // Monday to Sunday
	MonthGrain   Grain = "month"
	QuarterGrain Grain = "quarter"
	SeasonGrain  Grain = "season"
	YearGrain    Grain = "year"
	DecadeGrain  Grain = "decade"
	CenturyGrain Grain = "century"
)

// grains are the units by their number in lists/calendar.txt.
var grains = []Grain{PartGrain, DayGrain, WeekGrain, MonthGrain, QuarterGrain, SeasonGrain, YearGrain, DecadeGrain, CenturyGrain}

// Expression is a date of the text.
type Expression struct {
	Span claims.Span // without a preposition before it
	// Start and End are the first and the last day, both included; equal for
	// one day, zero where Resolved is false.
	Start, End Date
	Grain      Grain
	// Resolved tells that the days are known. It is false where the reference
	// is unknown or the text tells the day from another event.
	Resolved bool
}

// Find returns the dates of text inside within, in order; none overlap. ref is
// the day of writing, zero where it is not known.
func Find(text string, within claims.Span, ref Date) []Expression {
	return newParser(text, within, ref).find()
}

// FindWords is [Find] for a stretch of text that is split into words already.
func FindWords(words []word.Word, text string, ref Date) []Expression {
	return parser{text: text, words: words, ref: ref}.find()
}

func (p parser) find() []Expression {
	var out []Expression
	for i := 0; i < len(p.words); {
		f, ok := p.read(i)
		if !ok {
			i++
			continue
		}
		e := Expression{
			Span:  claims.Span{Start: p.words[f.begin].Start, End: p.words[f.end-1].End},
			Grain: f.grain,
		}
		// A range that ends before it begins ("Jan 7 to Jan 1") is of no known year.
		if e.Resolved = f.known && f.days.start.Year > 0 && f.days.end.Year < 10000 && !f.days.end.Before(f.days.start); e.Resolved {
			e.Start, e.End = f.days.start, f.days.end
		}
		out = append(out, e)
		i = f.end
	}
	return out
}

// found is a date as read: the words from begin up to, not including, end.
type found struct {
	begin, end int
	grain      Grain
	days       span
	known      bool
}

// parser reads the dates of one block.
type parser struct {
	text  string
	words []word.Word
	ref   Date
}

func newParser(text string, within claims.Span, ref Date) parser {
	end := min(max(within.End, 0), len(text))
	start := min(max(within.Start, 0), end)
	return parser{text: text[:end], words: word.Split(text[start:end], start), ref: ref}
}

// readers are tried in this order.
var readers = []func(parser, int) (found, bool){
	parser.figures, parser.monthDate, parser.dayMonth, parser.weekday,
	parser.quarterOf, parser.decade, parser.season, parser.year,
	parser.near, parser.ago, parser.shifted, parser.stretch, parser.anaphor,
}

// read reads the date that begins at word i.
func (p parser) read(i int) (found, bool) {
	if !p.opens(i) {
		return found{}, false
	}
	for _, r := range readers {
		if f, ok := r(p, i); ok && f.end > i {
			return f, true
		}
	}
	return found{}, false
}

// opens reports whether a date may begin at i: with a figure, a word of the
// calendar, the mark of "'90s", "Q3", or a hyphened word as "mid-May". It is
// there for speed.
func (p parser) opens(i int) bool {
	n := p.words[i].Norm
	o, ok := openers.Look(n)
	switch {
	case n == "":
		return false
	case digit(n[0]), p.words[i].Punct && (n == "'" || n == "‘" || n == "’"), n[0] == 'q' && len(p.norm(i)) == 2, strings.IndexByte(n, '-') >= 0:
		return true
	}
	return ok && (o&alone != 0 || o&named != 0 && p.words[i].Capital || o&counter != 0 && p.counted(i) ||
		o&ranker != 0 && p.norm(i+1) == "quarter" || o&pointer != 0 && p.follows(i+1))
}

// counted reports whether a unit follows the number at i, "couple of" or the
// like between.
func (p parser) counted(i int) bool {
	const most = 3 // words up to the unit
	for k := i + 1; k <= i+most; k++ {
		if p.number(unitWords, k) > 0 {
			return true
		}
	}
	return false
}

// follows reports a word of the calendar or a figure at i.
func (p parser) follows(i int) bool {
	n := p.norm(i)
	return n != "" && digit(n[0]) || words.Has(n)
}

// norm is the folded word at i without a possessive ending, "" outside.
func (p parser) norm(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	n := p.words[i].Norm
	if len(n) > 2 && n[len(n)-2:] == "'s" && !digit(n[0]) {
		return n[:len(n)-2]
	}
	return n
}

func (p parser) capital(i int) bool { return i >= 0 && i < len(p.words) && p.words[i].Capital }

func (p parser) in(list context, i int) bool {
	c, _ := contexts.Look(p.norm(i))
	return c&list != 0
}

// number is the value of the word at i on a list of the calendar, 0 where it is
// not on it.
func (p parser) number(list *word.Table[int], i int) int { return value(list, p.norm(i)) }

func digit(c byte) bool { return c >= '0' && c <= '9' }

// figure is the whole number s, of at most most digits.
func figure(s string, most int) (int, bool) {
	if s == "" || len(s) > most {
		return 0, false
	}
	v := 0
	for i := range len(s) {
		if !digit(s[i]) {
			return 0, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, true
}

// The years that four figures may name.
const firstYear, lastYear = 1500, 2100

// yearAt is the year in four figures at i.
func (p parser) yearAt(i int) (int, bool) {
	y, ok := figure(p.norm(i), 4)
	return y, ok && y >= firstYear && y <= lastYear
}

// dayAt is the day of the month at i: "18", "18th".
func (p parser) dayAt(i int) (int, bool) {
	n := p.norm(i)
	if len(n) > 2 && !digit(n[len(n)-1]) {
		switch n[len(n)-2:] {
		case "st", "nd", "rd", "th":
			n = n[:len(n)-2]
		}
	}
	d, ok := figure(n, 2)
	return d, ok && d >= 1 && d <= 31
}

// future reports whether the words before i set it in the future: "will meet
// on".
func (p parser) future(i int) bool {
	const most = 8 // words looked back at, within the sentence
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		switch {
		case p.in(futureWord, k):
			return true
		case p.in(spokenWord, k), p.norm(k) == ".", p.norm(k) == ";":
			return false
		}
	}
	return false
}
