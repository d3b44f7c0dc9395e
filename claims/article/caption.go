package article

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"crosscheck/claims"
)

// creditNames are the agencies credited for pictures: plain ones count behind
// a blank, the others, names of sites and stations, only behind a mark.
var creditNames = sync.OnceValue(func() map[string]bool {
	l := list("credits")
	out := map[string]bool{}
	for _, s := range l["plain"] {
		out[s] = true
	}
	for _, s := range l["marked"] {
		out[s] = false
	}
	return out
})

// maxCredit is the most words in a name of the list of credits.
const maxCredit = 3

// creditStart finds the credit that s ends with and returns where it begins,
// or -1. marked tells that a mark parts it from what stands before.
func creditStart(s string) (at int, marked bool) {
	s = strings.TrimRight(s, " )]\u00a0")
	at = -1
	end := len(s)
	for n := 0; n < maxCredit && end > 0; n++ {
		i := strings.LastIndexAny(s[:end], " /(:©|\u00a0")
		if plain, ok := creditNames()[strings.TrimSpace(s[i+1:])]; ok {
			mark := i < 0 || s[i] != ' '
			if !mark {
				before := strings.TrimRight(s[:i], " ")
				mark = before == "" || strings.ContainsAny(before[len(before)-1:], ":/|") || strings.HasSuffix(before, "©")
			}
			if plain || mark {
				at, marked = i+1, mark
			}
		}
		end = max(i, 0)
	}
	return at, marked
}

// byPhotographer is a credit of a photographer and an agency of any name:
// "Ann Brown/NORDA".
var byPhotographer = regexp.MustCompile(`\p{Lu}\p{L}+ \p{Lu}[\p{L}'-]+ ?/ ?\p{Lu}{2,}[\p{L}-]*$`)

// hasPhotographer reports whether s ends in such a credit.
func hasPhotographer(s string) bool {
	return strings.Contains(s, "/") && byPhotographer.MatchString(s)
}

// isCaption reports whether a line stands under a picture; loose tells that
// only a name at its end, with no mark before, says so.
func isCaption(text string, l line) (yes, loose bool) {
	if l.Len() > 2*maxFold || l.quoted && l.stops() {
		return false, false
	}
	b := l.bare
	if captionBook().begins.begin(b) && !l.reports || l.role == roleCaption {
		return true, false
	}
	s := l.In(text)
	if open := strings.LastIndexByte(s, '('); open >= 0 && strings.HasSuffix(strings.TrimRight(s, ". "), ")") {
		if isCreditNote(s[open:]) {
			return true, false
		}
	}
	if l.stops() || l.opens() {
		return false, false
	}
	if captionBook().contains.within(l.folded) || hasPhotographer(s) || isCredit(text, l) {
		return true, false
	}
	at, marked := creditStart(s)
	if at < 0 || l.quoted || !marked && unlikely(s[:at]) {
		return false, false
	}
	return true, !marked
}

// isCreditNote reports whether a bracket credits a picture: "(Photo: J. Doe)",
// "(J. Doe/AP)".
func isCreditNote(s string) bool {
	low := strings.ToLower(s)
	for _, w := range []string{"(photo", "(image", "(picture", "(file", "(ap photo"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	at, _ := creditStart(strings.TrimRight(s, ". "))
	return at >= 0 && len(s) <= 80
}

// unlikely reports whether what stands before a name speaks of it: "told AP".
func unlikely(before string) bool {
	fields := strings.Fields(before[max(0, len(before)-24):])
	if len(fields) == 0 {
		return false
	}
	switch strings.ToLower(fields[len(fields)-1]) {
	case "told", "to", "by", "for", "from", "of", "with", "at", "in", "and", "the", "on":
		return true
	}
	return false
}

// isCredit reports whether the line is a credit and nothing else.
func isCredit(text string, l line) bool {
	s := l.In(text)
	if l.Len() > 80 || l.stops() && !strings.HasPrefix(s, "©") {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s); r == '©' {
		return !strings.Contains(l.folded, "9") // with a year it is the page's
	}
	if hasPhotographer(s) && l.words <= 3 {
		return true
	}
	at, _ := creditStart(s)
	return at == 0 || at > 0 && l.words <= 4 && isName(strings.TrimRight(s[:at], " /|,:"))
}

// markCaptions gives captions their kind. The first line that may be a
// headline is one, unless a mark says otherwise. It returns the number of that
// line.
func markCaptions(text string, lines []line) (first int) {
	leads := true
	for i, l := range lines {
		if l.kind == "" {
			yes, loose := isCaption(text, l)
			if yes && !(loose && leads && !isCredit(text, l)) {
				lines[i].kind = claims.Caption
			}
		}
		if leads && lines[i].kind != claims.Boilerplate {
			leads, first = false, i
		}
	}
	return first
}
