package article

import (
	"strings"

	"crosscheck/claims"
)

// isStamp reports whether a line tells when something was published and
// nothing else: "Published 20 January 2017 • 10:15am".
func isStamp(s string) bool {
	if len(s) > 120 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	t := dateTokens(s)
	for _, x := range t {
		if x.num < 0 && month(x) == 0 && !stampWords()[x.text] {
			return false
		}
	}
	return len(t) > 1
}

// isSigned reports whether a line begins by telling of its publication, be
// there more on it or not.
func isSigned(folded string) bool {
	for _, w := range []string{"published", "updated", "last updated", "first published", "posted", "last modified"} {
		if strings.HasPrefix(bare(folded), w) {
			return true
		}
	}
	return false
}

// stamped finds the date that the page gives itself: on a line of its own, or
// in a dateline that has a year. partial is a dateline's month and day.
func (l *layout) stamped() (iso string, partial [2]int) {
	for _, x := range l.lines {
		s := x.In(l.text)
		if x.kind != claims.Boilerplate || x.Len() > 160 || !isStamp(s) && !isSigned(x.folded) {
			continue
		}
		if iso, ok := parseDate(s); ok {
			return iso, partial
		}
	}
	d, ok := l.dateline()
	if !ok {
		return "", partial
	}
	if iso, ok := parseDate(d.place); ok {
		return iso, partial
	}
	t := withoutOrdinals(dateTokens(d.place))
	for i := range t {
		m := month(t[i])
		switch {
		case m > 0 && i+1 < len(t) && t[i+1].num > 0:
			return "", [2]int{m, t[i+1].num}
		case m > 0 && i > 0 && t[i-1].num > 0:
			return "", [2]int{m, t[i-1].num}
		}
	}
	return "", partial
}
