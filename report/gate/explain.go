package gate

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"
)

// Explain says in plain words what the policy does, a line for each rule in the
// order in which they are asked. now is for waivers that have expired.
func (p *Policy) Explain(w io.Writer, now time.Time) error {
	e := explainer{bufio.NewWriter(w)}
	e.head(p)
	e.names(p)
	e.rules("Rules of this policy, the first that matches decides:", p.Rules)
	switch {
	case p == Default(), p.Defaults != nil && !*p.Defaults:
		e.line("What no rule is about is ignored.")
	default:
		e.rules("Then the default rules:", Default().Rules)
	}
	e.waivers(p, now)
	return e.Flush()
}

type explainer struct{ *bufio.Writer }

func (e explainer) line(format string, args ...any) { fmt.Fprintf(e, format+"\n", args...) }

// head says what holds, and what happens where nothing can be said.
func (e explainer) head(p *Policy) {
	e.line("Policy: %s", cmp.Or(plain(p.path), "the default"))
	if p.HoldOn == Warning {
		e.line("An error or a warning holds a draft.")
	} else {
		e.line("An error holds a draft. A warning is shown and may be overridden by a named editor; a note is shown.")
	}
	if p.holdsOnError() {
		e.line("A draft that cannot be judged is held.")
	} else {
		e.line("A draft that cannot be judged may run, with a warning that says so.")
	}
	if d := p.Limit(); d > 0 {
		e.line("A run that takes longer than %s counts as not judged.", d)
	} else {
		e.line("A run may take as long as it takes.")
	}
	if p.Allowed() {
		e.line("A draft may ask to be let through, with a reason.")
	} else {
		e.line("What a draft asks for itself does not count.")
	}
	if p.Baseline != "" {
		e.line("What %s has is known and lets through.", plain(p.Baseline))
	}
}

// names says whose words count.
func (e explainer) names(p *Policy) {
	if len(p.Own) > 0 {
		e.line("This newsroom publishes as: %s.", list(p.Own))
	}
	for _, c := range []struct {
		what string
		Choice
	}{{"outlets", p.Outlets}, {"speakers", p.Speakers}} {
		if len(c.Only) > 0 {
			e.line("Only these %s count: %s.", c.what, list(c.Only))
		}
		if len(c.Ignore) > 0 {
			e.line("These %s do not count: %s.", c.what, list(c.Ignore))
		}
	}
}

func list(names []string) string { return plain(strings.Join(names, ", ")) }

func (e explainer) rules(title string, rules []Rule) {
	if len(rules) == 0 {
		return
	}
	e.line("\n%s", title)
	for _, r := range rules {
		e.line("  %-8s %s", r.Level, r.about())
	}
}

// about is what a rule is about, in words.
func (r Rule) about() string {
	var parts []string
	for _, p := range [][2]string{{"code", string(r.Code)}, {"relation", string(r.Relation)}, {"type", string(r.Type)}} {
		if p[1] == "" {
			continue
		}
		if p[0] == "code" {
			parts = append(parts, p[1])
		} else {
			parts = append(parts, p[0]+" "+p[1])
		}
	}
	out := strings.Join(parts, ", ")
	if r.From > 0 {
		out = strings.TrimPrefix(fmt.Sprintf("%s from score %v on", out, r.From), " ")
	}
	if info, ok := r.Code.Info(); ok {
		out += ": " + info.Doc
	}
	return out
}

// waivers says what is let through, and which waivers do not count.
func (e explainer) waivers(p *Policy, now time.Time) {
	if len(p.Waivers) == 0 {
		return
	}
	e.line("\nWaivers:")
	for i := range p.Waivers {
		w := &p.Waivers[i]
		var of []string
		for _, x := range [][2]string{{"pair", w.Pair}, {"finding", w.Finding}, {"draft", w.Draft}, {"code", string(w.Code)}} {
			if x[1] != "" {
				of = append(of, x[0]+" "+plain(x[1]))
			}
		}
		e.line("  %s: until %s, %s: %s", strings.Join(of, ", "), cmp.Or(w.Expires, "no day"), cmp.Or(plain(w.Owner), "nobody"), cmp.Or(plain(w.Reason), "no reason"))
		if code := w.void(now); code != "" {
			e.line("    does not count: %s", code)
		}
	}
}
