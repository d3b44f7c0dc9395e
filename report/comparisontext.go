package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Text writes the comparison for a terminal. What one side has alone of a remark
// stands as in "wdiff": [-in A-] and {+in B+}.
func (c *Comparison) Text(w io.Writer, o Options) error {
	s := &screen{out: bufio.NewWriter(w), width: columns(o.Width), color: o.Color}
	s.articleHead("A", c.A)
	s.articleHead("B", c.B)
	s.block("", "", fmt.Sprintf("%s in both, %s, %s, %s in A alone, %s in B alone.", count(len(c.Shared), "claim"), conflictsIn(c),
		count(len(c.Quotations), "differing quotation"), grouped(len(c.OnlyA)), grouped(len(c.OnlyB))))
	s.section("Conflicts", len(c.Conflicts))
	for _, f := range c.Conflicts {
		s.finding(f)
	}
	s.section("Conflicts within one article", len(c.Within))
	for _, f := range c.Within {
		s.finding(f)
	}
	s.section("Quotations that differ", len(c.Quotations))
	for _, f := range c.Quotations {
		s.quotation(f)
	}
	s.section("In both", len(c.Shared))
	for _, x := range c.Shared {
		s.said("A", x.A)
		s.said("B", x.B)
		s.out.WriteByte('\n')
	}
	s.section("In A alone, "+c.A.Outlet, len(c.OnlyA))
	for _, q := range c.OnlyA {
		s.said("", q)
	}
	s.section("In B alone, "+c.B.Outlet, len(c.OnlyB))
	for _, q := range c.OnlyB {
		s.said("", q)
	}
	return s.out.Flush()
}

// articleHead names an article.
func (s *screen) articleHead(letter string, a ArticleLine) {
	parts := []string{bold(a.Outlet)}
	for _, p := range []string{a.Title, a.Date} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	s.block(letter+"  ", "   ", strings.Join(parts, " | "))
}

// section begins one, if there is something in it.
func (s *screen) section(title string, n int) {
	if n > 0 {
		s.out.WriteByte('\n')
		s.block("", "", bold(title)+": "+grouped(n))
	}
}

// quotation sets a remark once, with what differs, or both sides where they have
// too little in common.
func (s *screen) quotation(f Finding) {
	const indent = "    "
	if len(f.Changes) == 0 {
		s.finding(f)
		return
	}
	s.out.WriteByte('\n')
	s.block(fmt.Sprintf("%2d. ", f.Rank), indent, bold(f.Title))
	var parts []string
	for _, c := range f.Changes {
		parts = append(parts, map[string]string{"": c.Text, "a": "[-" + c.Text + "-]", "b": "{+" + c.Text + "+}"}[c.Only])
	}
	s.block(indent, indent, strings.Join(parts, " "))
	s.block(indent, indent, dim("[-"+f.A.Outlet+"-] {+"+f.B.Outlet+"+}; "+f.SmallPrint()))
}

// said sets a claim on its own, who makes it first.
func (s *screen) said(letter string, q Quote) {
	first := "  - "
	if letter != "" {
		first = "  " + letter + " "
	}
	who := q.Name
	if who == "" {
		who = q.Kind.Name
	} else if q.Stance.Name != "" {
		who += ", " + q.Stance.Name
	}
	s.block(first, "    ", dim(who+":")+" "+q.Text)
}

// conflictsIn counts the conflicts. That none is told does not mean that there is
// none: most score below the judge's bar.
func conflictsIn(c *Comparison) string {
	if len(c.Conflicts) == 0 {
		return "no conflict that is sure enough"
	}
	return count(len(c.Conflicts), "conflict")
}
