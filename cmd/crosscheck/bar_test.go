package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
)

// TestGaugeLine shows every line in a frame of its width.
func TestGaugeLine(t *testing.T) {
	half := gauge{stage: "finding claims", done: 2000, total: 4000, rate: 812.4}
	slow := gauge{stage: "comparing statements", done: 1, total: 90000, rate: 0.42}
	open := gauge{stage: "reading articles", done: 34228, rate: 5.04}
	for _, c := range []struct {
		g     gauge
		width int
		want  string
	}{
		{half, 100, "finding claims  ████████████████████░░░░░░░░░░░░░░░░░░░░  2000 of 4000  812/s  3 s left"},
		{half, 79, "finding claims  ███████████░░░░░░░░░░░  2000 of 4000  812/s  3 s left"},
		{half, 58, "finding claims  █████░░░░░  2000 of 4000  3 s left"},
		{half, 49, "finding claims  50 %  812/s  3 s left"},
		{half, 36, "finding claims  50 %  3 s left"},
		{half, 25, "finding claims  50 %"},
		{half, 19, "finding clai…  50 %"},
		{half, 6, "50 %"},
		{half, 3, ""},
		{slow, 79, "comparing statements  ░░░░░░░░░░░░░░  1 of 90000  0.4/s  59 h 31 min left"},
		{open, 79, "reading articles  34228  5.0/s"},
		{open, 25, "reading articles  34228"},
		{open, 19, "reading art…  34228"},
		{gauge{stage: "grouping claims", total: 4000}, 79, "grouping claims  " + strings.Repeat("░", 21) + "  0 of 4000"},
		{gauge{stage: "grouping claims", done: 4000, total: 4000, rate: 9}, 66, "grouping claims  ████████  4000 of 4000  9.0/s"},
		{gauge{stage: "grouping claims", done: 4100, total: 4000, rate: 9}, 30, "grouping claims  100 %  9.0/s"},
		{gauge{stage: "grouping claims", done: 3999, total: 4000}, 25, "grouping claims  99 %"},
		{gauge{stage: "日本語の段階", done: 5, total: 10}, 16, "日本語の…  50 %"},
	} {
		if got := c.g.line(c.width); got != c.want {
			t.Errorf("%+v in %d columns:\n got %q\nwant %q", c.g, c.width, got, c.want)
		}
	}
}

// TestGaugeFits tries all widths and both alphabets.
func TestGaugeFits(t *testing.T) {
	for _, g := range []gauge{
		{stage: "comparing statements", done: 123456, total: 900000, rate: 8123.4},
		{stage: "comparing statements", done: 123456, total: 900000, rate: 0.01},
		{stage: "reading articles", done: 34228, rate: 812},
		{stage: "écrire", done: 1, total: 2, ascii: true},
		{stage: "comparing statements", done: 123456, total: 900000, rate: 8123.4, ascii: true},
	} {
		for width := range 120 {
			got := g.line(width)
			if uniseg.StringWidth(got) > width {
				t.Errorf("%q takes more than %d columns", got, width)
			}
			if width >= 20 && !strings.Contains(got, "%") && !strings.Contains(got, " of ") && g.total > 0 {
				t.Errorf("%q in %d columns does not say how far it is", got, width)
			}
			if g.ascii && strings.ContainsFunc(strings.ReplaceAll(got, "é", ""), func(r rune) bool { return r >= utf8.RuneSelf }) {
				t.Errorf("%q is not ASCII", got)
			}
		}
	}
	ascii := gauge{stage: "finding claims", done: 2000, total: 4000, ascii: true}
	if diff := cmp.Diff("finding claims  [####....]  2000 of 4000", ascii.line(58)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDuration(t *testing.T) {
	for seconds, want := range map[int]string{
		1: "1 s", 59: "59 s", 60: "1 min 0 s", 61: "1 min 10 s", 600: "10 min 0 s",
		3595: "1 h 0 min", 7500: "2 h 5 min",
	} {
		if got := duration(seconds); got != want {
			t.Errorf("%d seconds are %q, want %q", seconds, got, want)
		}
	}
}

func TestASCIIOnly(t *testing.T) {
	for _, test := range []struct {
		all, ctype, lang string
		want             bool
	}{
		{"", "", "", true},
		{"", "", "C", true},
		{"", "", "en_GB.UTF-8", false},
		{"", "", "de_DE.utf8", false},
		{"", "C.UTF-8", "C", false},
		{"POSIX", "C.UTF-8", "en_GB.UTF-8", true},
		{"", "", "de_DE.ISO-8859-1", true},
	} {
		env := map[string]string{"LC_ALL": test.all, "LC_CTYPE": test.ctype, "LANG": test.lang}
		if got := asciiOnly(func(k string) string { return env[k] }); got != test.want {
			t.Errorf("%+v: got %t", test, got)
		}
	}
}
