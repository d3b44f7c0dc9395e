package extract

import (
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/quote"
	"crosscheck/claims/word"
)

// TestCompleted: content that ends before its verb is completed, wherever the model
// ends it.
func TestCompleted(t *testing.T) {
	for text, want := range map[string]string{
		"Hale denied that “mud” on Lee ~ came up.":             "that “mud” on Lee came up",
		"Hale said that rents for oak ~ had grown by half.":    "that rents for oak had grown by half",
		"Hale said that the oak is gone ~ on Monday night.":    "that the oak is gone",
		"Hale said that despite rain ~, the dam holds.":        "that despite rain, the dam holds",
		"Hale said that the oak is gone ~, and left the yard.": "that the oak is gone",
	} {
		s, end := marked(text)
		a := attribution.Attribution{Cue: []attribution.Range{{From: 1, To: 2}}, Content: []attribution.Range{{From: 2, To: end}}}
		a = s.completed(a, nil, len(s.units))
		if got := s.span(a.Content[0].From, a.Content[0].To).In(s.text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// marked is a sentence without its mark "~", and the number of units before the mark.
func marked(text string) (*sentence, int) {
	before, after, _ := strings.Cut(text, " ~")
	all := before + after
	block := claims.Span{End: len(all)}
	q := quote.Blocks(all, []claims.Block{{Span: block, Kind: claims.Paragraph}})
	list, _ := cut(all, block, q[0], word.Split(all, 0), nil)
	end := 0
	for end < len(list[0].units) && list[0].units[end].End <= len(before) {
		end++
	}
	return list[0], end
}
