package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"crosscheck/compare"
)

// Text writes a ranking to read on a terminal, best first. The words that
// decide are underlined where there is colour, and stand between « and » where
// there is none. Warnings are left out: the command has said them already.
type Text struct {
	Width int  // columns of the terminal; 0 is 80. Lines are never longer than 100
	Color bool // whether the terminal shows colour
}

var _ Writer = (*Text)(nil)

// Write writes r as text.
func (t *Text) Write(w io.Writer, r *compare.Report) error {
	v := Fill(r)
	s := &screen{out: bufio.NewWriter(w), width: columns(t.Width), color: t.Color}
	s.totals(v)
	for _, f := range v.Findings {
		s.finding(f)
	}
	s.gone(v.Since)
	s.aside(v)
	return s.out.Flush()
}

// totals sets the head: what was read and what was found.
func (s *screen) totals(v *View) {
	t := v.Totals
	s.block("", "", t.Scope()+".")
	if v.Since != nil {
		s.block("", "", v.Since.String()+".")
	}
	if t.Findings == 0 {
		s.block("", "", "No statements that oppose each other were found.")
		return
	}
	s.block("", "", bold(count(t.Findings, "finding"))+": "+t.Tally()+".")
	if !s.color {
		s.block("", "", "Words between « and » are those that decide.")
	}
}

// finding sets one finding.
func (s *screen) finding(f Finding) {
	const indent, deep = "    ", "      "
	s.out.WriteByte('\n')
	number := fmt.Sprintf("%2d. ", f.Rank)
	s.block(number, indent, bold(f.Title))
	kind := fmt.Sprintf("%s, %s: %s (%.2f)", f.Relation.Name, f.Type.Name, f.Strength, f.Score)
	if f.New {
		kind = bold("New.") + " " + kind
	}
	s.block(indent, indent, kind)
	s.block(indent, indent, f.Why)
	for _, side := range f.Sides() {
		s.out.WriteByte('\n')
		s.block(indent, deep, sideLine(side))
		for _, p := range side.Passage {
			s.block(deep, deep, p.set())
		}
		if p := side.Printed.String(); p != "" {
			s.block(deep, deep, dim(p))
		}
		if len(side.Also) > 0 {
			s.block(deep, deep, dim("Also on this side: "+sources(side.Also)))
		}
	}
	s.out.WriteByte('\n')
	s.block(indent, indent, dim(f.SmallPrint()))
}

// sideLine names the outlet, the speaker, the kind and the date.
func sideLine(s Side) string {
	parts := []string{bold(s.Outlet)}
	for _, p := range []string{s.Named(), s.Manner(), s.Date} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " | ")
}

// gone sets what an earlier report has and this one does not.
func (s *screen) gone(d *Delta) {
	if d == nil || len(d.Gone) == 0 {
		return
	}
	s.out.WriteByte('\n')
	s.block("", "", "Gone since "+d.File+":")
	for _, g := range d.Gone {
		s.block("    ", "      ", g.Title+dim(" (finding "+g.ID+")"))
	}
}

// aside sets how many pairs were set aside, by reason.
func (s *screen) aside(v *View) {
	if v.Totals.Aside == 0 {
		return
	}
	s.out.WriteByte('\n')
	s.block("", "", fmt.Sprintf("Considered and set aside: %s.", count(v.Totals.Aside, "pair")))
	for _, a := range v.Aside {
		s.block(fmt.Sprintf("%6s  ", grouped(a.N)), "        ", a.Reason.Name)
	}
}
