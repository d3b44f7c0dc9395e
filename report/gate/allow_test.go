package gate_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/gate"
)

func TestAllows(t *testing.T) {
	for _, c := range []struct {
		name, text, clean string
		want              []gate.Allow
	}{
		{"nothing", "Crosscheck: what we know\n", "Crosscheck: what we know\n", nil},
		{"a comment", "One.\n<!-- crosscheck: allow misquote because heard twice -->\nTwo.", "One.\n" + strings.Repeat(" ", 55) + "\nTwo.",
			[]gate.Allow{{Code: gate.Misquote, Reason: "heard twice", Line: 2, Text: "crosscheck: allow misquote because heard twice"}}},
		{"a comment of two lines", "<!-- crosscheck: allow misquote\nbecause heard --> Two.", strings.Repeat(" ", 31) + "\n" + strings.Repeat(" ", 17) + " Two.",
			[]gate.Allow{{Code: gate.Misquote, Reason: "heard", Line: 1, Text: "crosscheck: allow misquote because heard"}}},
		{"a line", "One.\r\n  crosscheck: allow headline-body\r\nTwo.", "One.\r\n" + strings.Repeat(" ", 33) + "\r\nTwo.",
			[]gate.Allow{{Code: gate.HeadlineBody, Line: 2, Text: "crosscheck: allow headline-body"}}},
		{"in a sentence", "He said crosscheck: allow misquote.", "He said crosscheck: allow misquote.", nil},
		{"another comment", "<!-- a crosscheck: allow misquote because x -->", "<!-- a crosscheck: allow misquote because x -->", nil},
		{"a comment without an end", "<!-- crosscheck: allow misquote because x", "<!-- crosscheck: allow misquote because x", nil},
		{"words", `crosscheck: allow misquote, headline-body for “no break” because heard`, strings.Repeat(" ", 74),
			[]gate.Allow{{Code: gate.Misquote, Words: "no break", Reason: "heard", Line: 1, Text: "crosscheck: allow misquote, headline-body for “no break” because heard"},
				{Code: gate.HeadlineBody, Words: "no break", Reason: "heard", Line: 1, Text: "crosscheck: allow misquote, headline-body for “no break” because heard"}}},
		{"not understood", "crosscheck: let it pass", strings.Repeat(" ", 23), []gate.Allow{{Line: 1, Text: "crosscheck: let it pass"}}},
		{"what steers a terminal", "crosscheck: allow misquote because \x1b[31mred\u202e", strings.Repeat(" ", 46),
			[]gate.Allow{{Code: gate.Misquote, Reason: "[31mred", Line: 1, Text: "crosscheck: allow misquote because [31mred"}}},
	} {
		clean, got := gate.Allows(c.text)
		if diff := cmp.Diff(c.want, got); diff != "" || clean != c.clean {
			t.Errorf("%s: %q, want %q (-want +got):\n%s", c.name, clean, c.clean, diff)
		}
	}
}

func FuzzAllows(f *testing.F) {
	for _, s := range []string{"", "crosscheck: allow misquote because é", "<!--crosscheck:-->", "a\r\ncrosscheck: x\n<!-- crosscheck: allow a,b for \"x\" because\ny-->z", "crosscheck:\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean, found := gate.Allows(text)
		if len(clean) != len(text) || strings.Count(clean, "\n") != strings.Count(text, "\n") {
			t.Fatalf("%q became %q", text, clean)
		}
		if utf8.ValidString(text) && !utf8.ValidString(clean) {
			t.Fatalf("%q became what is no UTF-8", text)
		}
		if len(found) == 0 && clean != text {
			t.Fatalf("%q was changed for nothing", text)
		}
		if again, more := gate.Allows(clean); len(more) > 0 && again != clean {
			t.Fatalf("%q still has %v", clean, more)
		}
		for _, a := range found {
			if a.Line < 1 || a.Line > strings.Count(text, "\n")+1 || !utf8.ValidString(a.Text+a.Reason+a.Words) {
				t.Fatalf("%q: %+v", text, a)
			}
		}
	})
}
