package gate

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// waiver is a waiver of the policy that lets a finding through, nil where none
// does. One that would, but does not count, is told.
func (d *desk) waiver(m Matter, c *Clash, s stand) *Waiver {
	for i := range d.policy.Waivers {
		w := &d.policy.Waivers[i]
		if !w.about(m, c, d.drafts[s.ours.Article]) {
			continue
		}
		code := w.void(d.in.Now)
		if code == "" {
			return w
		}
		d.tell(code, s.ours.Article, d.voided(i, code, c))
	}
	return nil
}

// about reports whether a waiver names a finding: it is right in all that it
// names.
func (w *Waiver) about(m Matter, c *Clash, x *Draft) bool {
	return (w.Code == "" || w.Code == m.Code) && (w.Pair == "" || w.Pair == c.Pair) && (w.Finding == "" || w.Finding == c.Finding) &&
		(w.Draft == "" || x != nil && (w.Draft == x.Article || filepath.Clean(w.Draft) == filepath.Clean(x.Path))) &&
		w.Pair+w.Finding+w.Draft != ""
}

// void is why a waiver does not count, "" where it does.
func (w *Waiver) void(now time.Time) Code {
	switch {
	case strings.TrimSpace(w.Reason) == "":
		return WaiverWithoutReason
	case strings.TrimSpace(w.Owner) == "":
		return WaiverWithoutOwner
	case w.Expires == "":
		return WaiverWithoutExpiry
	case now.Format(dayLayout) > w.Expires:
		return ExpiredWaiver
	}
	return ""
}

// voided says which waiver does not count, and for which finding.
func (d *desk) voided(i int, code Code, c *Clash) string {
	w, at := d.policy.Waivers[i], ""
	if line, _ := d.policy.position(fmt.Sprintf("$.waivers[%d]", i)); line > 0 {
		at = fmt.Sprintf(" (%s:%d)", d.policy.path, line)
	}
	switch code {
	case ExpiredWaiver:
		return fmt.Sprintf("The waiver of %s%s for finding %s has expired: its last day was %s.", w.Owner, at, c.Finding, w.Expires)
	case WaiverWithoutReason:
		return fmt.Sprintf("The waiver%s for finding %s gives no reason, so it does not count.", at, c.Finding)
	case WaiverWithoutOwner:
		return fmt.Sprintf("The waiver%s for finding %s has no owner, so it does not count.", at, c.Finding)
	}
	return fmt.Sprintf("The waiver%s for finding %s has no last day, so it does not count.", at, c.Finding)
}

// Fault is a waiver of a policy that does not count.
type Fault struct {
	Line int // in the policy's file; 0 where it cannot be found
	Code Code
}

// Faults are the waivers that do not count at a time, in the order of the file.
func (p *Policy) Faults(now time.Time) []Fault {
	var out []Fault
	for i := range p.Waivers {
		if code := p.Waivers[i].void(now); code != "" {
			line, _ := p.position(fmt.Sprintf("$.waivers[%d]", i))
			out = append(out, Fault{line, code})
		}
	}
	return out
}
