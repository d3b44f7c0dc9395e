package report

import (
	"strings"
	"testing"

	"crosscheck/claims"
)

func TestTold(t *testing.T) {
	for _, c := range []struct {
		text  string
		parts []string
		want  string
	}{
		{"“It rained,” Lee said. “The dam held.”", []string{"It rained", "The dam held."}, "It rained. The dam held."},
		{"“The dam,” Lee said, “has held.”", []string{"The dam", "has held."}, "The dam has held."},
		{"“Did it hold?” Lee asked. “It did.”", []string{"Did it hold?", "It did."}, "Did it hold? It did."},
		{"“It rained,” she said, “and Lee held.”", []string{"It rained", "and Lee held."}, "It rained and Lee held."},
	} {
		var spans []claims.Span
		for _, p := range c.parts {
			spans = append(spans, claims.Span{Start: strings.Index(c.text, p), End: strings.Index(c.text, p) + len(p)})
		}
		a := &claims.Article{Text: c.text}
		if got := told(&claims.Claim{Content: []claims.Span{{Start: 3, End: 90}, {Start: 5, End: 2}}}, &claims.Article{Text: "It"}); got != "" {
			t.Errorf("spans beyond the text, and no text: %q", got)
		}
		if got := told(&claims.Claim{Content: spans, Text: claims.Join(c.text, spans)}, a); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := told(&claims.Claim{Content: []claims.Span{{Start: 3, End: 90}, {Start: 5, End: 2}}, Text: "It rained"}, &claims.Article{Text: "It"}); got != "It rained" {
		t.Errorf("spans beyond the text: %q", got)
	}
}
