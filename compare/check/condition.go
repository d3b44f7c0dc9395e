package check

import (
	"slices"
	"strings"

	"crosscheck/claims"
)

// conditions are the words before a clause that is only supposed.
var conditions = []string{"if", "unless"}

// supposed are the pieces of a statement with the "if" right before them. A claim's
// content may leave it out, and would state without it what is only supposed.
func supposed(text string, pieces []claims.Span) []claims.Span {
	before := strings.TrimRight(text[:pieces[0].Start], " ")
	from := strings.LastIndexAny(before, " \t\n\"“‘'(") + 1
	for from < len(before) && before[from]&0xC0 == 0x80 {
		from++ // the rest of a mark of several bytes
	}
	if !slices.Contains(conditions, strings.ToLower(before[from:])) {
		return pieces
	}
	out := slices.Clone(pieces)
	out[0].Start = from
	return out
}
