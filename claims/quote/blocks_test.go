package quote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// TestBlocks: what stands between two paragraphs of one quotation.
func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name    string
		between claims.BlockKind
		want    []string
	}{
		{"caption", claims.Caption, []string{"“We went home.>", "+“They left.”"}},
		{"boilerplate", claims.Boilerplate, []string{"“We went home.>", "+“They left.”"}},
		{"headline", claims.Headline, []string{"“We went home.>", "“The road”", "“They left.”"}},
		{"summary", claims.Summary, []string{"“We went home.>", "“The road”", "“They left.”"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, blocks := paragraphs([]string{"“We went home.", "“The road” in May", "“They left.” It rained."})
			blocks[1].Kind = c.between
			var got []string
			for _, quotes := range Blocks(text, blocks) {
				for _, q := range quotes {
					got = append(got, sign(q.Continues, "+")+q.In(text)+sign(q.Open, ">"))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func sign(is bool, s string) string {
	if is {
		return s
	}
	return ""
}

// TestSilent: a mark that was lost does not swallow the rest of the article.
func TestSilent(t *testing.T) {
	lines := append([]string{"He said: “We went home."}, strings.Split(strings.Repeat("They left.\n", mostSilent+1)+"It rained.” So it was.", "\n")...)
	text, blocks := paragraphs(lines)
	for i, quotes := range Blocks(text, blocks)[1:] {
		for _, q := range quotes {
			if q.Continues {
				t.Errorf("paragraph %d continues the quotation: %s", i+1, q.In(text))
			}
		}
	}
}

// TestOutside: a block that reaches beyond the text is cut to it.
func TestOutside(t *testing.T) {
	text := `"We went home," he said.`
	for _, b := range []claims.Span{{Start: 0, End: 99}, {Start: -5, End: 24}} {
		if got := Find(text, b); len(got) != 1 {
			t.Errorf("%v: %v", b, got)
		}
	}
	for _, b := range []claims.Span{{Start: 30, End: 40}, {Start: 9, End: 3}, {}} {
		if got := Find(text, b); got != nil {
			t.Errorf("%v: %v", b, got)
		}
	}
}

// TestMarksWindow: a paragraph with more marks than one window holds is read
// through, and a quotation across the edge of two windows is kept.
func TestMarksWindow(t *testing.T) {
	for _, lead := range []string{"", `"Who?" `} {
		text := lead + strings.Repeat(`He said "yes" and “no, ‘not now’ at all”. `, window)
		got := Find(text, claims.Span{End: len(text)})
		if want := strings.Count(text, "yes") + strings.Count(text, "not now") + len(lead)/7; len(got) != want {
			t.Errorf("%d quotations, want %d", len(got), want)
		}
		for _, q := range got {
			if s := q.Inner.In(text); s != "yes" && s != "no, ‘not now’ at all" && s != "Who?" {
				t.Fatalf("quotation %q", s)
			}
		}
	}
}
