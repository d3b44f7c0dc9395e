package gate

import (
	"cmp"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// printed are the claims that print one text, by each of them.
type printed map[string][]string

// printedAlike reads a report's copies.
func printedAlike(r *compare.Report) printed {
	p := printed{}
	for _, c := range r.Copies {
		for _, id := range c.Claims {
			p[id] = append(p[id], c.Claims...)
		}
	}
	return p
}

// side are the claims on one side of a finding: its own, those that print the
// same text, and those that say the same.
func (p printed) side(id string, also []string) []string {
	out := append([]string{id}, p[id]...)
	for _, other := range also {
		out = append(append(out, other), p[other]...)
	}
	return out
}

// ours sees to it that a draft's claim stands on a side of a finding that
// concerns a draft. A finding names one claim for all that print its text, and
// for all that say the same; which one that is does not matter to a report, but
// to whoever publishes the draft. False where no draft is concerned.
func (d *desk) ours(f compare.Finding) (compare.Finding, bool) {
	a, b := d.ofDraft(f.A), d.ofDraft(f.B)
	if !a && !b {
		if id := d.standIn(f, f.A, f.Evidence.A, f.Also.A, d.ofDraft); id != "" {
			f, a = d.withA(f, id), true
		} else if id := d.standIn(f, f.B, f.Evidence.B, f.Also.B, d.ofDraft); id != "" {
			f, b = d.withB(f, id), true
		}
	}
	switch {
	case a && !b:
		return d.withB(f, d.ownPrint(f, f.A, f.B, f.Evidence.B)), true
	case b && !a:
		return d.withA(f, d.ownPrint(f, f.B, f.A, f.Evidence.A)), true
	}
	return f, a
}

// standIn is a claim that may stand on a side of a finding in another's place and
// is wanted: one that prints the same text, or says the same. "" where there is
// none.
func (d *desk) standIn(f compare.Finding, id string, evidence []claims.Span, also []string, wanted func(id string) bool) string {
	for _, other := range d.alike[id] {
		if wanted(other) && d.prints(f, id, other, evidence) {
			return other
		}
	}
	for _, other := range also {
		if wanted(other) {
			return other
		}
		for _, copy := range d.alike[other] {
			if wanted(copy) && d.sameText(other, copy) {
				return copy
			}
		}
	}
	return ""
}

// prints reports whether a claim prints what counts in another: the words that
// decide. Of two versions of one text only the very words count, since what
// differs is the finding.
func (d *desk) prints(f compare.Finding, id, other string, evidence []claims.Span) bool {
	if f.Relation == compare.Edit || f.Relation == compare.Misquote {
		return d.sameText(id, other)
	}
	return len(d.remap(id, other, evidence)) == len(evidence)
}

// sameText reports whether two claims have the same words.
func (d *desk) sameText(a, b string) bool {
	x, y := d.claims[a], d.claims[b]
	return x != nil && y != nil && fold(x.Text) == fold(y.Text)
}

// withA is a finding with another claim as its A, which says the same.
func (d *desk) withA(f compare.Finding, id string) compare.Finding {
	if id != f.A {
		f.Evidence.A, f.A = d.remap(f.A, id, f.Evidence.A), id
	}
	return f
}

// withB is the same for its B.
func (d *desk) withB(f compare.Finding, id string) compare.Finding {
	if id != f.B {
		f.Evidence.B, f.B = d.remap(f.B, id, f.Evidence.B), id
	}
	return f
}

// ownPrint is the claim that this newsroom itself printed, of those that print
// the text of one that opposes the draft; that one where it printed none.
func (d *desk) ownPrint(f compare.Finding, ours, theirs string, evidence []claims.Span) string {
	x, y := d.claims[ours], d.claims[theirs]
	if x == nil || y == nil || !voiced(y) || d.ownHouse(x.Outlet, y.Outlet) {
		return theirs
	}
	own := func(id string) bool {
		c := d.claims[id]
		return c != nil && !d.ofDraft(id) && voiced(c) && d.ownHouse(x.Outlet, c.Outlet)
	}
	return cmp.Or(d.standIn(f, theirs, evidence, nil, own), theirs)
}

// ofDraft reports whether a claim is of a draft.
func (d *desk) ofDraft(id string) bool {
	c := d.claims[id]
	return c != nil && d.drafts[c.Article] != nil
}

// remap finds the words of a claim in another that prints the same text: as many
// of them, in order, as it has.
func (d *desk) remap(from, to string, spans []claims.Span) []claims.Span {
	a, b := d.claims[from], d.claims[to]
	out := []claims.Span{}
	if a == nil || b == nil || len(b.Content) == 0 {
		return out
	}
	text, other := d.texts[a.Article], d.texts[b.Article]
	at, end := b.Content[0].Start, b.Content[len(b.Content)-1].End
	if at < 0 || end > len(other) || at > end {
		return out
	}
	for _, s := range spans {
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			continue
		}
		if i := strings.Index(other[at:end], s.In(text)); i >= 0 && s.Len() > 0 {
			out = append(out, claims.Span{Start: at + i, End: at + i + s.Len()})
			at += i + s.Len()
		}
	}
	return out
}

// told is a dispute that a draft itself reports: who is set against whom in it.
type told struct{ draft, a, b string }

// tells notes a finding between two sides that stand in one draft.
func (d *desk) tells(f compare.Finding) {
	if a, b := d.claims[f.A], d.claims[f.B]; d.ofDraft(f.A) && a.Article == b.Article {
		d.told[told{a.Article, speaks(a), speaks(b)}] = true
		d.told[told{a.Article, speaks(b), speaks(a)}] = true
	}
}

// speaks is who speaks in a claim, "" for the outlet's own voice.
func speaks(c *claims.Claim) string {
	switch {
	case voiced(c):
		return ""
	case c.Speaker == nil:
		return "somebody"
	}
	return c.Speaker.ID
}

// quotesToo reports whether the draft itself has what stands on the other side,
// and whose it is: it reports both.
func (d *desk) quotesToo(f compare.Finding, s stand) bool {
	if d.told[told{s.ours.Article, speaks(s.ours), speaks(s.theirs)}] {
		return true
	}
	theirs := d.alike.side(f.B, f.Also.B)
	if s.swapped {
		theirs = d.alike.side(f.A, f.Also.A)
	}
	for _, id := range theirs {
		if c := d.claims[id]; c != nil && c.Article == s.ours.Article && !voiced(c) {
			return true
		}
	}
	return false
}
