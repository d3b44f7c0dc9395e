package when

import (
	_ "embed"
	"strconv"
	"strings"

	"crosscheck/claims/word"
)

var (
	//go:embed lists/calendar.txt
	calendarList string
	//go:embed lists/context.txt
	contextList string

	calendar = readCalendar(calendarList)
	contexts = readContexts(contextList)
	openers  = word.NewTable(readOpeners())
	words    = word.NewTable(readWords())

	// The lists of the calendar, by kind.
	weekdays      = word.NewTable(calendar["weekday"])
	shifts        = word.NewTable(calendar["shift"])
	unitWords     = word.NewTable(calendar["unit"])
	partWords     = word.NewTable(calendar["part"])
	nearWords     = word.NewTable(calendar["near"])
	anaphors      = word.NewTable(calendar["anaphor"])
	seasons       = word.NewTable(calendar["season"])
	ordinals      = word.NewTable(calendar["ordinal"])
	numberWords   = word.NewTable(calendar["number"])
	monthNames    = word.NewTable(calendar["month"])
	abbreviations = word.NewTable(calendar["abbreviation"])
	doubtful      = word.NewTable(calendar["doubtful"])
)

// readCalendar reads "kind value form ..." into kind -> form -> value; a
// value is never 0, so that 0 means no such word.
func readCalendar(list string) map[string]map[string]int {
	out := map[string]map[string]int{}
	for line := range strings.Lines(list) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		v, _ := strconv.Atoi(f[1]) // the tests look at every row
		if out[f[0]] == nil {
			out[f[0]] = map[string]int{}
		}
		for _, form := range f[2:] {
			out[f[0]][form] = v
		}
	}
	return out
}

// value is the value of a word on a list of the calendar, 0 where it is not on
// it.
func value(list *word.Table[int], norm string) int {
	v, _ := list.Look(norm)
	return v
}

// context is a set of the lists of context.txt, which says what each is for.
type context uint16

const (
	peopleWord context = 1 << iota
	beforeWord
	ownerWord
	verbWord
	nameWord
	dayWord
	hedgeWord
	futureWord
	spokenWord
	asideWord
)

// contextNames are the names of the lists in context.txt.
var contextNames = map[string]context{
	"people": peopleWord, "before": beforeWord, "owner": ownerWord, "verb": verbWord, "name": nameWord, "day": dayWord,
	"hedge": hedgeWord, "future": futureWord, "spoken": spokenWord, "aside": asideWord,
}

// readContexts reads "name: word ..." into word -> lists.
func readContexts(list string) *word.Table[context] {
	out := map[string]context{}
	for name, w := range word.Listed(list) {
		out[w] |= contextNames[name]
	}
	return word.NewTable(out)
}

// opener is what a word of the calendar that a date may begin with is.
type opener uint8

const (
	named   opener = 1 << iota // a month or a weekday: it needs a capital
	counter                    // a number: it needs a unit behind it
	ranker                     // an ordinal: it needs "quarter"
	pointer                    // "last", "same": it needs a word of the calendar or a figure
	alone                      // all others that a date may begin with: "today", "summer"
)

// readOpeners lists the words of the calendar that a date may begin with, with
// and without a possessive ending.
func readOpeners() map[string]opener {
	kinds := map[string]opener{
		"month": named, "weekday": named, "number": counter, "ordinal": ranker, "shift": pointer, "anaphor": pointer,
		"near": alone, "season": alone,
	}
	out := map[string]opener{}
	for kind, o := range kinds {
		for form := range calendar[kind] {
			out[form] |= o
			out[form+"'s"] |= o
		}
	}
	return out
}

// readWords lists every word of the calendar.
func readWords() map[string]bool {
	out := map[string]bool{}
	for _, forms := range calendar {
		for form := range forms {
			out[form] = true
		}
	}
	return out
}
