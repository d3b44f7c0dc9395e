package when

import (
	_ "embed"
	"strconv"
	"strings"
)

var (
	//go:embed lists/calendar.txt
	calendarList string
	//go:embed lists/context.txt
	contextList string

	calendar = readCalendar(calendarList)
	contexts = readContexts(contextList)
	openers  = readOpeners()
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

// readContexts reads "name: word ..." into name -> word.
func readContexts(list string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for line := range strings.Lines(list) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if out[name] == nil {
			out[name] = map[string]bool{}
		}
		for _, w := range strings.Fields(words) {
			out[name][w] = true
		}
	}
	return out
}

// readOpeners lists every word of the calendar.
func readOpeners() map[string]bool {
	out := map[string]bool{}
	for _, forms := range calendar {
		for form := range forms {
			out[form] = true
		}
	}
	return out
}
