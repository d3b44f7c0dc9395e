package report

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/compare"
)

// firstHeading is the first heading of a report in Markdown.
const firstHeading = "Statements that oppose each other"

// Markdown writes CommonMark that needs no extension. The words that decide
// are bold. Text from articles is escaped: it makes no markup, link or
// heading of its own.
type Markdown struct{}

var _ Writer = (*Markdown)(nil)

// Write writes r as Markdown.
func (*Markdown) Write(w io.Writer, r *compare.Report) error {
	v := Fill(r)
	m := &markdown{bufio.NewWriter(w)}
	m.totals(v)
	for _, f := range v.Findings {
		m.finding(f)
	}
	m.gone(v.Since)
	m.aside(v)
	m.warnings(v.Warnings)
	return m.out.Flush()
}

// markdown sets one page.
type markdown struct{ out *bufio.Writer }

func (m *markdown) printf(format string, args ...any) { fmt.Fprintf(m.out, format, args...) }

// totals sets the head.
func (m *markdown) totals(v *View) {
	t := v.Totals
	m.printf("# %s\n\n", firstHeading)
	m.printf("%s.\n", t.Scope())
	if v.Since != nil {
		m.printf("\n%s.\n", escape(v.Since.String()))
	}
	if t.Findings == 0 {
		m.printf("\nNo statements that oppose each other were found.\n")
		return
	}
	m.printf("\n%s. The words that decide are **bold**.\n\n", count(t.Findings, "finding"))
	for _, c := range t.Relations {
		m.printf("- %s %s: %s\n", grouped(c.N), escape(strings.ToLower(c.Name)), escape(c.Doc))
	}
}

// finding sets one finding.
func (m *markdown) finding(f Finding) {
	m.printf("\n## %d. %s\n\n", f.Rank, escape(f.Title))
	if f.New {
		m.printf("**New.** ")
	}
	m.printf("%s, %s: %s (%.2f)\n\n", escape(f.Relation.Name), escape(f.Type.Name), f.Strength, f.Score)
	if f.Why != "" {
		m.printf("%s\n\n", escape(f.Why))
	}
	for _, s := range f.Sides() {
		m.side(s)
	}
	m.printf("%s\n", escape(f.SmallPrint()))
}

// side sets one side: who, then the passage as a quotation.
func (m *markdown) side(s Side) {
	m.printf("%s", strong(s.Outlet, utf8.RuneError, utf8.RuneError))
	for _, p := range []string{s.Named(), s.Manner(), s.Date} {
		if p != "" {
			m.printf(", %s", escapeInline(p))
		}
	}
	if s.URL != "" {
		m.printf(", [original](<%s>)", s.URL)
	}
	m.printf(":\n\n")
	for i, p := range s.Passage {
		if i > 0 {
			m.printf(">\n")
		}
		m.printf("> %s\n", paragraph(p))
	}
	if len(s.Passage) > 0 {
		m.printf("\n")
	}
	if p := s.Printed.String(); p != "" {
		m.printf("%s\n\n", escape(p))
	}
	if len(s.Also) > 0 {
		m.printf("Also on this side: %s\n\n", escape(sources(s.Also)))
	}
}

// paragraph sets a paragraph's text, the evidence bold.
func paragraph(p Paragraph) string {
	var b strings.Builder
	last := utf8.RuneError
	for i, s := range p {
		switch {
		case s.Marked:
			next := utf8.RuneError
			if i+1 < len(p) {
				next, _ = utf8.DecodeRuneInString(p[i+1].Text)
			}
			b.WriteString(strong(s.Text, last, next))
		case i == 0:
			b.WriteString(escape(s.Text))
		default:
			b.WriteString(escapeInline(s.Text))
		}
		last, _ = utf8.DecodeLastRuneInString(s.Text)
	}
	return b.String()
}

// strong makes text bold between the two runes, U+FFFD where there is none.
// Asterisks do not open or close beside a punctuation mark inside and a letter
// outside (CommonMark 0.31, 6.2); there it takes HTML, which is the same.
func strong(text string, before, after rune) string {
	inner := strings.TrimSpace(text)
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	if inner == "" {
		return text
	}
	open, end := "**", "**"
	if stuck(before, first) || stuck(after, last) {
		open, end = "<b>", "</b>"
	}
	i := strings.Index(text, inner)
	return text[:i] + open + escapeInline(inner) + end + text[i+len(inner):]
}

// stuck reports whether asterisks between a letter outside and a mark inside
// would not count.
func stuck(outside, inside rune) bool {
	return isWord(outside) && !isWord(inside)
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// special are the characters that mean something inside a line, with those of
// GitHub's extensions: ~ | $ and @. Of a bare address the mark that makes it
// one is escaped.
var special = func() *strings.Replacer {
	pairs := []string{"://", `\://`, "www.", `www\.`, "WWW.", `WWW\.`}
	for _, c := range "\\`*_[]<>&~|$#!@" {
		pairs = append(pairs, string(c), `\`+string(c))
	}
	return strings.NewReplacer(pairs...)
}()

// atStart is what means something at the start of a line: a heading, a list,
// a quotation, a rule. What special escapes is not here.
var atStart = regexp.MustCompile(`^([-+=]|\d{1,9}[.)])`)

// escape makes text stand for itself at the start of a line.
func escape(text string) string {
	return atStart.ReplaceAllStringFunc(escapeInline(text), func(s string) string {
		return s[:len(s)-1] + `\` + s[len(s)-1:]
	})
}

// escapeInline makes text stand for itself within a line.
func escapeInline(text string) string { return special.Replace(text) }

// gone sets what an earlier report has and this one does not.
func (m *markdown) gone(d *Delta) {
	if d == nil || len(d.Gone) == 0 {
		return
	}
	m.printf("\n## Gone\n\n")
	for _, g := range d.Gone {
		m.printf("- %s, finding %s\n", escape(g.Title), escapeInline(g.ID))
	}
}

// aside sets how many pairs were set aside, by reason.
func (m *markdown) aside(v *View) {
	if v.Totals.Aside == 0 {
		return
	}
	m.printf("\n## Considered and set aside\n\n%s.\n\n", count(v.Totals.Aside, "pair"))
	for _, a := range v.Aside {
		m.printf("- %s: %s\n", escape(a.Reason.Name), grouped(a.N))
	}
}

// warnings sets what went wrong.
func (m *markdown) warnings(all []claims.Warning) {
	if len(all) == 0 {
		return
	}
	m.printf("\n## Warnings\n\n")
	for _, w := range all {
		m.printf("- %s\n", escape(warning(w)))
	}
}
