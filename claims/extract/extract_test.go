package extract

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// updating reports whether testdata/cases.txt is to be rewritten with what is
// extracted now: the flag -update of package datatest.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

func ExampleClaims() {
	text := `“The bridge is safe,” said Mayor Ann Lee.`
	a := claims.Article{ID: "a_1", Outlet: "Herald", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
	for _, c := range Claims(a) {
		fmt.Printf("%s, %s: %s\n", c.Speaker.Name, c.Speaker.Role, c.Text)
	}
	// Output: Ann Lee, Mayor: The bridge is safe
}

// testCase is a case of testdata/cases.txt.
type testCase struct {
	name  string
	known bool // wrong today, and said to be
	lines []string
	want  []string
}

func TestCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	head, cases := readCases(string(data))
	for _, c := range cases {
		got := extracted(c.lines)
		diff := cmp.Diff(c.want, got)
		switch {
		case updating():
		case c.known && diff == "":
			t.Errorf("%s: right now; take the mark away", c.name)
		case !c.known && diff != "":
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
	if updating() {
		writeCases(t, head, cases)
	}
}

func readCases(s string) (head string, cases []testCase) {
	parts := strings.Split("\n"+s, "\n== ")
	for _, p := range parts[1:] {
		lines := strings.Split(strings.TrimSpace(p), "\n")
		c := testCase{name: lines[0], known: strings.Contains(lines[0], "(known:")}
		for _, l := range lines[1:] {
			if rest, ok := strings.CutPrefix(l, "> "); ok {
				c.want = append(c.want, rest)
			} else {
				c.lines = append(c.lines, l)
			}
		}
		cases = append(cases, c)
	}
	return strings.TrimPrefix(parts[0], "\n"), cases
}

// extracted runs the extraction on the lines of a case.
func extracted(lines []string) []string {
	a := claims.Article{ID: "a_case", Outlet: "Herald"}
	for _, l := range lines {
		if l == "" {
			continue
		}
		kind := claims.Paragraph
		if rest, ok := strings.CutPrefix(l, "# "); ok {
			kind, l = claims.Headline, rest
		} else if rest, ok := strings.CutPrefix(l, "* "); ok {
			kind, l = claims.Summary, rest
		}
		at := claims.Span{Start: len(a.Text), End: len(a.Text) + len(l)}
		a.Text += l + "\n\n"
		a.Blocks = append(a.Blocks, claims.Block{Span: at, Kind: kind})
	}
	var out []string
	for _, c := range Claims(a) {
		who := "-"
		if c.Speaker != nil {
			who = c.Speaker.Name
		}
		out = append(out, strings.Join([]string{who, string(c.Kind), string(c.Stance), c.Text}, " | "))
	}
	return out
}

func writeCases(t *testing.T, head string, cases []testCase) {
	var b strings.Builder
	b.WriteString(strings.TrimRight(head, "\n") + "\n")
	for _, c := range cases {
		fmt.Fprintf(&b, "\n== %s\n%s\n", c.name, strings.TrimRight(strings.Join(c.lines, "\n"), "\n"))
		now := extracted(c.lines)
		if c.known {
			now = c.want
		}
		for _, g := range now {
			b.WriteString("> " + g + "\n")
		}
	}
	if err := os.WriteFile("testdata/cases.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestApposedFirm: the firm speaks though the source found is "the owner" alone.
func TestApposedFirm(t *testing.T) {
	text := "The doors were locked, according to the owner, Harbor Storage Inc."
	a := claims.Article{ID: "a_1", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
	if c := Claims(a)[0]; c.Speaker == nil || c.Speaker.Name != "Harbor Storage Inc" || c.Speaker.Role != "owner" {
		t.Errorf("the speaker is %+v", c.Speaker)
	}
}

// TestIDs: the same words twice in one article are two claims, and another run
// gives the same IDs.
func TestIDs(t *testing.T) {
	text := "The bridge was closed on Monday."
	a := claims.Article{ID: "a_1", Text: text + "\n" + text}
	for i := range 2 {
		at := i * (len(text) + 1)
		a.Blocks = append(a.Blocks, claims.Block{Span: claims.Span{Start: at, End: at + len(text)}, Kind: claims.Paragraph})
	}
	one, two := Claims(a), Claims(a)
	if diff := cmp.Diff(one, two); diff != "" {
		t.Errorf("two runs differ:\n%s", diff)
	}
	if len(one) != 2 || one[0].ID == one[1].ID {
		t.Errorf("want two claims with two IDs, got %+v", one)
	}
}

func FuzzClaims(f *testing.F) {
	for _, s := range []string{
		"“The bridge,” Ann Lee said, “is safe.”", "'We don't,' he said. 'We won't.", "According to , he said: \"", "\"\"\"\"''''",
		"Lee’s claim that “x” by that that said said said", "A: B - C\n\n“D", "x\nAsked why, the mayor said that she would go.", "x\nAsked about reports that the tunnel had flooded, the mayor said that she would go.", "x\nto which may he , \"It",
		"x\nIn that context some of Lee’s statements might cause her trouble.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		a := claims.Article{ID: "a_f", Text: s, Date: "2017-01-20"}
		pos := 0
		for i, l := range strings.SplitAfter(s, "\n") {
			kind := claims.Paragraph
			if i == 0 {
				kind = claims.Headline
			}
			a.Blocks = append(a.Blocks, claims.Block{Span: claims.Span{Start: pos, End: pos + len(l)}, Kind: kind})
			pos += len(l)
		}
		check(t, a)
	})
}

// check asserts what holds of any claim: spans in order, inside the text, on
// rune edges, and the text made of them.
func check(t *testing.T, a claims.Article) {
	for _, c := range Claims(a) {
		for _, list := range [][]claims.Span{c.Source, c.Cue, c.Content, c.Context} {
			for _, s := range list {
				if s.Start < 0 || s.End > len(a.Text) || s.Start >= s.End || !utf8.ValidString(s.In(a.Text)) {
					t.Fatalf("bad span %v of %+v in %q", s, c, a.Text)
				}
			}
		}
		if c.Text != claims.Join(a.Text, c.Content) || len(c.Content) == 0 {
			t.Fatalf("text %q is not that of %v", c.Text, c.Content)
		}
	}
}
