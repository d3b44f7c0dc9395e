package report_test

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

// hostile are things that have no business in a newspaper.
var hostile = []string{
	`<script>alert(1)</script>`, `<img src=x onerror=alert(1)>`, `</style><script>alert(1)</script>`, `" onload="alert(1)`, `{{.View}}`, `<!-- `, `]]>`,
	"\x1b[31mred", "\x1b]0;title\a", "\u009b31m", "a\rb\bc\x00d", "\u202eesrever\u2066", "\u200b\ufeff\u00ad", "\U000e0041\U000e0042",
	`=1+1`, `+1`, `-1`, `@SUM(A1)`, "\t=1", "\r=1", "  =1", "＝1", `"=1`, "a,b\"c\nd",
	"# heading", "## heading", "- item", "* item", "1. item", "1) item", "> quote", "    code", "```", "~~~", "---", "===", "| a | b |", "***", "___",
	"[a](http://evil.example)", "![a](http://evil.example/x.png)", "[a]: http://evil.example", "<http://evil.example>", "http://evil.example", "www.evil.example",
	"`code`", "**bold**", "~~gone~~", "&lt;b&gt;", `\*`, "$x$", "[^1]", "- [ ] task", "javascript:alert(1)", ":smile:",
	strings.Repeat("long", 300), strings.Repeat("長", 300), strings.Repeat("e\u0301", 300), "\u200d", "e" + strings.Repeat("\u0334", 500), "",
}

// poisoned is a report in which every text is s.
func poisoned(s string) *compare.Report {
	body := s + "\n\nThe " + s + " depot. " + s + ".\n\n" + s
	a := claims.Article{ID: s + "1", Path: s, Outlet: s, Title: s, Date: s, URL: s, Text: body}
	b := a
	b.ID, b.URL = s+"2", "https://good.example/?q="+s
	who := &claims.Speaker{ID: s, Name: s, Role: s, Affiliation: s}
	whole := []claims.Span{{Start: 0, End: len(body)}}
	return &compare.Report{
		Version:  compare.Version,
		Articles: []claims.Article{a, b},
		Claims: []claims.Claim{
			{ID: s + "1", Article: a.ID, Outlet: s, Kind: claims.Kind(s), Speaker: who, Content: whole, Text: s, Date: s},
			{ID: s + "2", Article: b.ID, Outlet: s + "2", Kind: claims.Own, Content: whole, Text: s}},
		Stories: []compare.Story{{ID: a.ID, Title: s, Articles: []string{a.ID, b.ID}, From: s, To: s}},
		Topics: []compare.Topic{{ID: s + "t", Label: s, Claims: []string{s + "1", s + "2"}, Centre: s + "1", Stories: []string{a.ID}, Outlets: []string{s, s + "2"},
			Speakers: []string{s}, From: s, To: s}},
		Copies: []compare.Copies{{Kind: s, Claims: []string{s + "1", s + "2"}, Witnesses: 1}},
		Findings: []compare.Finding{{ID: s + "f", Relation: compare.Relation(s), Type: compare.Type(s), A: s + "1", B: s + "2", Why: s, Judge: s, Rule: s,
			Topic: s + "t", Evidence: compare.Evidence{A: []claims.Span{{Start: 0, End: len(s)}}, B: whole}, Also: compare.Also{A: []string{s + "2"}}}},
		SetAside: []compare.SetAside{{A: s + "1", B: s + "2", Reason: s, Type: compare.Type(s), Why: s}},
		Warnings: []claims.Warning{{Path: s, Line: 1, Reason: s}},
	}
}

// checkCalm checks that nothing in out steers a terminal or the direction of
// writing. The joiners of Indic and Arabic scripts, and of emoji, do not.
func checkCalm(t *testing.T, format, out string) {
	t.Helper()
	out = strings.ReplaceAll(out, "\r\n", "\n")
	i := strings.IndexFunc(out, func(r rune) bool {
		return r != '\n' && r != '\u200c' && r != '\u200d' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
	})
	if i >= 0 {
		t.Errorf("%s: %q in %q", format, []rune(out[i:])[0], out[max(0, i-20):min(i+5, len(out))])
	}
}

func TestHostileIsCalm(t *testing.T) {
	for _, s := range hostile {
		r := poisoned(s)
		for _, name := range report.Names() {
			checkCalm(t, fmt.Sprintf("%s of %.20q", name, s), set(t, name, r))
		}
		for _, name := range report.ListNames() {
			l, _ := report.ListerByName(name, report.Options{Verbose: true})
			var b strings.Builder
			if err := l.List(&b, r.Articles, r.Claims); err != nil {
				t.Error(err)
			}
			checkCalm(t, fmt.Sprintf("listing %s of %.20q", name, s), b.String())
		}
	}
}

// No line is wider than the terminal, whatever its width.
func TestTextWidth(t *testing.T) {
	for _, width := range []int{24, 40, 80, 100} {
		for _, s := range append(hostile, "plain words of a plain sentence, one after the other") {
			out := setWith(t, "text", poisoned(s), report.Options{Width: width})
			for _, l := range strings.Split(out, "\n") {
				if n := columns(l); n > width {
					t.Errorf("width %d, %.20q: %d columns in %q", width, s, n, l)
				}
			}
		}
	}
}

// columns is the width of a line by rune: two for Chinese, none for a
// combining mark or a joiner.
func columns(l string) int {
	n := 0
	for _, r := range l {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.Is(unicode.Han, r), r == '＝':
			n += 2
		default:
			n++
		}
	}
	return n
}

// Without colour nothing is coloured; with it every style ends with its line.
func TestTextColor(t *testing.T) {
	if out := setWith(t, "text", sample(), report.Options{}); strings.Contains(out, "\x1b") {
		t.Error("an escape sequence without colour")
	}
	out := setWith(t, "text", sample(), report.Options{Color: true, Width: 30})
	if strings.ContainsAny(out, "«»") {
		t.Error("«» with colour")
	}
	for _, l := range strings.Split(out, "\n") {
		if strings.Contains(l, "\x1b") && strings.LastIndex(l, "\x1b[0m") != strings.LastIndex(l, "\x1b") {
			t.Errorf("a style does not end with its line: %q", l)
		}
	}
}

// Evidence that runs over lines is marked once without colour.
func TestTextMarks(t *testing.T) {
	out := setWith(t, "text", recorded(t), report.Options{Width: 24})
	if open, end := strings.Count(out, "«"), strings.Count(out, "»"); open != end || open < 9 {
		t.Errorf("%d marks open, %d close", open, end)
	}
}

// A page holds the elements of its template, and nothing that articles bring.
func TestHostileHTML(t *testing.T) {
	known := map[string]bool{}
	collect(t, set(t, "html", sample()), func(n *html.Node) { known[n.Data] = true })
	for _, s := range hostile {
		collect(t, set(t, "html", poisoned(s)), func(n *html.Node) {
			if n.Data == "script" && !strings.HasPrefix(n.FirstChild.Data, `"use strict";`) || !known[n.Data] {
				t.Errorf("%.30q makes an element %q", s, n.Data)
			}
			for _, a := range n.Attr {
				checkAttr(t, s, a)
			}
		})
	}
}

// checkAttr checks that an attribute runs nothing and leads nowhere but to
// the page itself or an article on the web.
func checkAttr(t *testing.T, s string, a html.Attribute) {
	t.Helper()
	if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
		t.Errorf("%.30q makes an attribute %s=%q", s, a.Key, a.Val)
	}
	if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "http") && a.Val != "data:," {
		t.Errorf("%.30q makes a link to %q", s, a.Val)
	}
}

// collect calls f for every element of the page.
func collect(t *testing.T, page string, f func(*html.Node)) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			f(n)
		}
	}
}

// Markdown as GitHub reads it has the headings, links and markup of its own
// making, and nothing that articles bring.
func TestHostileMarkdown(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	for _, s := range append(hostile, "harmless") {
		source := []byte(set(t, "markdown", poisoned(s)))
		counts := map[string]int{}
		ast.Walk(md.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			counts[n.Kind().String()]++
			if l, ok := n.(*ast.Link); ok && !strings.HasPrefix(string(l.Destination), "https://good.example/") && string(l.Destination) != strings.TrimSpace(s) {
				t.Errorf("%.30q makes a link to %q", s, l.Destination)
			}
			return ast.WalkContinue, nil
		})
		for _, kind := range []string{"AutoLink", "Image", "HTMLBlock", "CodeBlock", "FencedCodeBlock", "CodeSpan", "ThematicBreak", "Table", "Strikethrough",
			"FootnoteLink", "TaskCheckBox"} {
			if counts[kind] > 0 {
				t.Errorf("%.30q makes %d %s in\n%.2000s", s, counts[kind], kind, source)
			}
		}
		if counts["Heading"] != 4 || counts["List"] != 3 || counts["Link"] > 2 {
			t.Errorf("%.30q: %d headings, %d lists, %d links, want 4, 3 and at most 2 in\n%.2000s", s, counts["Heading"], counts["List"], counts["Link"], source)
		}
	}
}

// Evidence is bold wherever it begins and ends.
func TestMarkdownBold(t *testing.T) {
	for _, c := range []struct{ text, mark, want string }{
		{"It is shut now.", "shut", "It is **shut** now."},
		{"It is unshut.", "shut", "It is un**shut**."},
		{"It is pre(shut)fix.", "(shut)", "It is pre<b>(shut)</b>fix."},
		{"It is “shut”.", "“shut”", "It is **“shut”**."},
		{"It is *shut*.", "*shut*", `It is **\*shut\***.`},
	} {
		out := set(t, "markdown", one(c.text, claims.Own, nil, words(c.text, c.mark)))
		if !strings.Contains(out, c.want) {
			t.Errorf("%q in %q is not %q in\n%s", c.mark, c.text, c.want, out)
		}
	}
}

// Rows have the documented columns, and no cell of them can run.
func TestHostileCSV(t *testing.T) {
	columns := report.Columns()
	for _, s := range hostile {
		rows, err := csv.NewReader(strings.NewReader(set(t, "csv", poisoned(s)))).ReadAll()
		if err != nil {
			t.Fatalf("%.30q: %v", s, err)
		}
		if len(rows) != 2 || len(rows[1]) != len(columns) {
			t.Fatalf("%.30q: %d rows of %d columns", s, len(rows), len(rows[1]))
		}
		for i, cell := range rows[1] {
			if cell := strings.TrimSpace(cell); cell != "" && strings.ContainsRune("=+-@＝\t\r", []rune(cell)[0]) {
				t.Errorf("column %s can run: %q", columns[i].Name, cell)
			}
			if columns[i].Doc == "" || rows[0][i] != columns[i].Name {
				t.Errorf("column %d is %q, documented as %q", i, rows[0][i], columns[i].Name)
			}
		}
	}
}
