package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/report"
)

// body is the text of the only article as it is drawn, without the head of
// the page, the head of the article and the list of claims.
func body(t *testing.T, width int, text string, own ...claims.Claim) string {
	t.Helper()
	for i := range own {
		own[i].Article = "a"
	}
	out := listAs(t, "text", report.Options{Width: width}, []claims.Article{{ID: "a", Outlet: "Post", Text: text}}, own)
	parts := strings.Split(out, "\n\n")
	return strings.Join(parts[2:len(parts)-1], "\n\n")
}

func TestDrawn(t *testing.T) {
	quoted := func(text, source, cue string, content ...string) claims.Claim {
		c := claims.Claim{Kind: claims.Direct, Content: words(text, content...)}
		if source != "" {
			c.Source = words(text, source)
		}
		if cue != "" {
			c.Cue = words(text, cue)
		}
		return c
	}
	const (
		wide   = "“長い橋は安全だ” 市長は said."
		tabbed = "Lee\tsaid:\n\t“No   way.”"
		long   = "See aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd now."
		letter = "Cafe\u0301 open, I say."
		flags  = "\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea win, said Lee."
	)
	many := strings.Repeat("Yes. ", 12)
	var yes []claims.Claim
	for i := range 12 {
		yes = append(yes, claims.Claim{Kind: claims.Own, Content: []claims.Span{{Start: 5 * i, End: 5*i + 2}}, Source: []claims.Span{{Start: 5*i + 2, End: 5*i + 3}}})
	}
	for _, c := range []struct {
		name  string
		width int
		text  string
		own   []claims.Claim
		want  string
	}{
		{"characters of two columns", 40, wide, []claims.Claim{quoted(wide, "市長", "said", "長い橋は安全だ")},
			"  “長い橋は安全だ” 市長は said.\n   1=============  1---   1^^^"},
		{"tabs and breaks are one space", 40, tabbed, []claims.Claim{quoted(tabbed, "Lee", "said:", "No   way.")},
			"  Lee said: “No way.”\n  1-- 1^^^^  1======"},
		{"a word longer than the line", 24, long, []claims.Claim{quoted(long, "", "", "bbbbbbbbbbccccccccccdddddddddd")},
			"  See\n  aaaaaaaaaabbbbbbbbbbcc\n            1===========\n  ccccccccdddddddddd\n  1=================\n  now."},
		{"a letter with its accent", 40, letter, []claims.Claim{quoted(letter, "I", "say", "Cafe\u0301 open")},
			"  Café open, I say.\n  1========  - 1^^"},
		{"a mark that cuts a letter in two", 40, flags, []claims.Claim{quoted(flags, "Lee", "said", "\U0001f1f7\U0001f1e9")},
			"  🇫🇷🇩🇪 win, said Lee.\n    1=      1^^^ 1--"},
		{"no room for a number", 80, many, yes,
			"  Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes.\n" +
				"  1.-  2.-  3.-  4.-  5.-  6.-  7.-  8.-  9.-  10-  11-  12-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, strings.ReplaceAll(body(t, c.width, c.text, c.own...), "e\u0301", "\u00e9")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// No line is wider than the terminal, neither of text nor of marks.
func TestInPlaceTextWidth(t *testing.T) {
	for _, width := range []int{24, 40, 80, 100} {
		for _, s := range hostile {
			r := poisoned(s)
			for i := range r.Claims {
				r.Claims[i].Source, r.Claims[i].Cue = []claims.Span{{Start: 0, End: 1}}, []claims.Span{{Start: len(s), End: len(s) + 7}}
			}
			for _, l := range strings.Split(listAs(t, "text", report.Options{Width: width}, r.Articles, r.Claims), "\n") {
				if n := columns(l); n > width {
					t.Errorf("width %d, %.20q: %d columns in %q", width, s, n, l)
				}
			}
		}
	}
}

// With colour there are no lines of marks, every colour ends with its line,
// and the words are the same.
func TestInPlaceTextColor(t *testing.T) {
	a, own := ferry()
	out := listAs(t, "text", report.Options{Color: true, Width: 30}, []claims.Article{a}, own)
	for _, l := range strings.Split(out, "\n") {
		if strings.Contains(l, "\x1b") && strings.LastIndex(l, "\x1b[0m") != strings.LastIndex(l, "\x1b") {
			t.Errorf("a colour does not end with its line: %q", l)
		}
	}
	if strings.Contains(out, "^^") || strings.Contains(out, "~~") {
		t.Error("marks are drawn below the text as well")
	}
	if n := strings.Count(out, "⁶"); n != 1 {
		t.Errorf("the number of the sixth claim is there %d times, want once", n)
	}
}
