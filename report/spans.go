package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// fits reports whether s is a stretch of text: inside it, not turned round,
// and with both ends on the edge of a rune. It may be empty.
func fits(text string, s claims.Span) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) &&
		onEdge(text, s.Start) && onEdge(text, s.End)
}

// onEdge reports whether a rune begins at text[i:] or the text ends there.
func onEdge(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// sound returns the spans that fit the text and hold more than white space,
// trimmed of it, in order, and joined where they overlap. Spans come from
// files that others wrote: what does not fit is dropped.
func sound(text string, spans []claims.Span) []claims.Span {
	var fit []claims.Span
	for _, s := range spans {
		if !fits(text, s) {
			continue
		}
		if s = trim(text, s); s.Len() > 0 {
			fit = append(fit, s)
		}
	}
	slices.SortFunc(fit, func(a, b claims.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out []claims.Span
	for _, s := range fit {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// trim is s without the white space at its ends.
func trim(text string, s claims.Span) claims.Span {
	in := s.In(text)
	s.Start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(in))
	return s
}
