package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"crosscheck/claims"
)

// InPlaceText shows the claims of articles in place, to read on a terminal:
// the text, with a line below each line that draws source, cue and content and
// numbers the claims, and then the list of the claims. With colour the text
// itself is coloured and underlined instead.
type InPlaceText struct {
	Width int  // columns of the terminal; 0 is 80. Lines are never longer than 100
	Color bool // whether the terminal shows colour
}

var _ Lister = (*InPlaceText)(nil)

// List writes the articles as text.
func (t *InPlaceText) List(w io.Writer, articles []claims.Article, all []claims.Claim) error {
	s := &screen{out: bufio.NewWriter(w), width: columns(t.Width), color: t.Color}
	s.block("", "", count(len(all), "claim")+" in "+count(len(articles), "article")+".")
	s.legend()
	for _, a := range InPlace(articles, all) {
		s.out.WriteByte('\n')
		s.sheet(a)
	}
	return s.out.Flush()
}

// sheet sets an article: its head, its text, its claims.
func (s *screen) sheet(a Sheet) {
	head := bold(a.Outlet)
	for _, part := range []string{a.Title, a.Date} {
		if part != "" {
			head += " | " + part
		}
	}
	s.block("", "  ", head)
	if a.Path != "" {
		s.block("  ", "  ", dim(a.Path))
	}
	s.block("  ", "    ", tally(a))
	for _, v := range a.Voices {
		s.block("  ", "    ", v.Who()+": "+numbers(v.Claims, ", ", "-"))
	}
	begun := map[int]bool{}
	for _, p := range a.Strips {
		s.out.WriteByte('\n')
		s.strip(p, begun)
	}
	if notes := a.Notes(); len(notes) > 0 {
		s.out.WriteByte('\n')
		for _, n := range notes {
			s.note(n)
		}
	}
}

// tally is how many claims there are of each kind: "3 claims: 2 quoted, 1
// reported".
func tally(a Sheet) string {
	var parts []string
	for _, k := range a.Kinds {
		parts = append(parts, grouped(k.N)+" "+k.Name)
	}
	if parts == nil {
		return "no claims"
	}
	return count(a.Claims(), "claim") + ": " + strings.Join(parts, ", ")
}

// note sets one entry of the list of claims: who, how and when, and what on
// the line below, as far as it fits.
func (s *screen) note(n Note) {
	parts := []string{n.Manner()}
	if n.Spoken() {
		who := bold(n.Who)
		if n.Party != "" {
			who += ", for " + n.Party
		}
		parts = []string{who, n.Manner()}
	}
	for _, p := range []string{n.Date, n.ID} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	s.block(fmt.Sprintf("  %3s ", strconv.Itoa(n.Number)), "        ", strings.Join(parts, " | "))
	if lines := s.wrap(n.Text, s.width-len("      … ")); len(lines) > 0 {
		text := lines[0]
		if len(lines) > 1 {
			text += " …"
		}
		s.line("      " + dim(text))
	}
}
