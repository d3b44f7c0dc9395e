package gate

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"crosscheck/report"
)

// writeText writes a decision to read: the verdict first, then for each reason
// both sides and what to do next.
func writeText(w io.Writer, d *Decision) error {
	t := &text{bufio.NewWriter(w)}
	t.line("", d.Headline()+".")
	t.line("", d.scope()+".")
	for _, x := range d.Drafts {
		if len(d.Drafts) > 1 {
			t.line("  ", fmt.Sprintf("%-9s %s", x.Outcome, x.label()))
		}
	}
	for _, r := range d.Reasons {
		t.reason(r, d)
	}
	t.let(d.Let)
	return t.Flush()
}

type text struct{ *bufio.Writer }

func (t *text) line(indent, s string) { t.WriteString(strings.TrimRight(indent+s, " ") + "\n") }

// scope is what was held against what.
func (d *Decision) scope() string {
	against := count(d.Against, "article")
	if d.Against == 0 {
		against = "nothing but itself"
		if len(d.Drafts) != 1 {
			against = "one another"
		}
	}
	return count(len(d.Drafts), "draft") + " against " + against
}

// label names a draft: its file, else its title.
func (v Verdict) label() string {
	if v.Path == "-" || v.Path == "" {
		return cmp.Or(plain(v.Title), "standard input")
	}
	return plain(v.Path)
}

// reason sets one reason.
func (t *text) reason(r Reason, d *Decision) {
	t.line("", "")
	head := fmt.Sprintf("%s: %s", r.Level, r.Code)
	if r.Clash != nil {
		head += fmt.Sprintf(" (%.2f)", r.Clash.Score)
	}
	if at := place(r.Place); at != "" {
		head += "  " + at
	}
	t.line("", head)
	t.line("    ", r.What)
	if c := r.Clash; c != nil {
		t.side("the draft", c.Ours, c.Within)
		t.side("", c.Theirs, c.Within)
		t.line("    ", "Why: "+c.Why)
		if c.Confirmed {
			t.line("    ", "A person has confirmed that the two oppose each other.")
		}
	}
	t.line("    ", "Next: "+r.Do)
	if c := r.Clash; c != nil {
		t.line("    ", fmt.Sprintf("finding %s, pair %s", c.Finding, c.Pair))
	}
}

// side sets one side of a finding.
func (t *text) side(of string, s report.Side, within bool) {
	who := of
	if who == "" {
		if who = s.Outlet; within {
			who = "and"
		} else if s.Date != "" {
			who += ", " + s.Date
		}
	}
	who += ", " + s.Manner()
	if n := s.Named(); n != "" {
		who += ", " + n
	}
	t.line("    ", who+":")
	t.line("      ", s.Passage.String())
	if at := place(s.Place); at != "" && of == "" && !within {
		t.line("      ", "("+at+")")
	}
}

// place is where something stands: "a.txt:3".
func place(p report.Place) string {
	if p.Path == "" || p.Start.Line == 0 {
		return p.Path
	}
	return fmt.Sprintf("%s:%d", p.Path, p.Start.Line)
}

// let sets what was let through, and who answers for it.
func (t *text) let(all []Let) {
	if len(all) == 0 {
		return
	}
	t.line("", "")
	t.line("", "Let through:")
	for _, l := range all {
		t.line("    ", fmt.Sprintf("%s, finding %s: %s", l.Code, l.Finding, l.String()))
	}
}

// String says what lets it through, and who answers for that.
func (l Let) String() string {
	switch l.By {
	case ByBaseline:
		return "known before, by the baseline"
	case ByAllow:
		return "the draft asks for it: " + l.Why
	}
	out := "decided by " + l.Who
	if l.By == ByWaiver {
		out = "waived by " + l.Who
	}
	if l.Until != "" {
		out += " until " + l.Until
	}
	return out + ": " + l.Why
}
