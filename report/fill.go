package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// The bounds on what is shown of a text that should be short.
const (
	maxName = 160 // runes of a name, a label, an article's title
	maxWhy  = 600 // runes of a reason
)

// name is a text that should be short, fit to be seen.
func name(s string) string { return clip(clean(s), maxName) }

// unknownOutlet stands for an outlet whose name is not known.
const unknownOutlet = "unknown outlet"

// why is a reason, fit to be seen.
func why(s string) string { return clip(clean(s), maxWhy) }

// Fill turns a report into what a reader sees. It never fails: what a finding
// points to and the report does not have is left blank, and spans that fit no
// text are dropped. Texts that should be short, and are not, are shortened.
func Fill(r *compare.Report) *View {
	if r == nil {
		r = &compare.Report{}
	}
	return newFiller(r).view()
}

// view fills all but the pictures.
func (f *filler) view() *View {
	r := f.report
	v := &View{Totals: f.totals(), Aside: f.aside(), Since: f.delta()}
	for i := range r.Findings {
		v.Findings = append(v.Findings, f.finding(i))
	}
	for _, w := range r.Warnings {
		v.Warnings = append(v.Warnings, claims.Warning{Path: clean(w.Path), Line: w.Line, Reason: why(w.Reason)})
	}
	return v
}

// totals counts the report.
func (f *filler) totals() Totals {
	r := f.report
	outlets, speakers := map[string]bool{}, map[string]bool{}
	for _, a := range r.Articles {
		outlets[a.Outlet] = true
	}
	for _, c := range r.Claims {
		if c.Speaker != nil {
			speakers[cmp.Or(c.Speaker.ID, c.Speaker.Name)] = true
		}
	}
	return Totals{
		Articles: len(r.Articles), Outlets: len(outlets), Speakers: len(speakers), Claims: len(r.Claims),
		Topics: len(r.Topics), Findings: len(r.Findings), Aside: len(r.SetAside), Relations: countRelations(r.Findings),
	}
}

// countRelations counts the findings by relation: the known ones in the order
// of their list, then any others by name.
func countRelations(findings []compare.Finding) []Count {
	n := map[string]int{}
	for _, f := range findings {
		n[string(f.Relation)]++
	}
	var out []Count
	for _, t := range relations {
		if n[t.ID] > 0 {
			out = append(out, Count{t, n[t.ID]})
		}
		delete(n, t.ID)
	}
	known := len(out)
	for id, k := range n {
		out = append(out, Count{explain(nil, id), k})
	}
	slices.SortFunc(out[known:], func(a, b Count) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// judges are who decided: "jury/1", or "jury/1 0.55, cross/1 0.80" where several
// were asked.
func judges(x compare.Finding) string {
	if len(x.Opinions) == 0 {
		return clean(x.Judge)
	}
	var parts []string
	for _, o := range x.Opinions {
		parts = append(parts, fmt.Sprintf("%s %.2f", clean(o.Judge), o.Score))
	}
	return strings.Join(parts, ", ")
}

// finding fills the finding at index i.
func (f *filler) finding(i int) Finding {
	x := f.report.Findings[i]
	out := Finding{
		Rank: i + 1, ID: clean(x.ID), Anchor: anchor(x.ID, i),
		Relation: OfRelation(x.Relation), Type: OfType(x.Type),
		Score: x.Score, Strength: Strength(x.Score), Why: why(x.Why),
		A: f.side(x.A, x.Evidence.A, x.Also.A), B: f.side(x.B, x.Evidence.B, x.Also.B),
		Topic: f.topics[x.Topic], Judge: clean(x.Judge), Judges: judges(x), Rule: clean(x.Rule), Doc: cmp.Or(f.docs[x.Rule], f.docs[x.Judge]),
		New: f.fresh[x.ID],
	}
	out.A.Printed = f.printed(x.A, append([]string{x.B}, x.Also.B...))
	out.B.Printed = f.printed(x.B, append([]string{x.A}, x.Also.A...))
	out.Title = title(x, out.A, out.B)
	if x.Relation == compare.Misquote || x.Relation == compare.Edit {
		out.Changes = f.wordByWord(x)
	}
	return out
}

// side fills one side of a finding: the claim with the ID, its evidence, and
// the claims that say the same.
func (f *filler) side(id string, evidence []claims.Span, also []string) Side {
	s := Side{Source: f.source(id)}
	c := f.claims[id]
	if c == nil {
		return s
	}
	s.Kind = OfClaim(*c)
	if c.Speaker != nil {
		s.role, s.body = name(c.Speaker.Role), name(c.Speaker.Affiliation)
	}
	if a := f.articles[c.Article]; a != nil {
		s.Title, s.Path = name(a.Title), clean(a.Path)
		s.published = a.Date
		s.Place = placeOf(a, c, evidence)
		s.Passage = f.page(a).passage(c.Content, evidence, c.Kind == claims.Titled)
		s.Evidence = s.Passage.Marked()
	}
	if text := clean(c.Text); len(s.Passage) == 0 && text != "" {
		s.Passage = Passage{{{Text: clip(text, maxStatement)}}}
	}
	s.Also = f.also(s.Source, also)
	return s
}

// page is the article split into sentences.
func (f *filler) page(a *claims.Article) *page {
	p := f.pages[a.ID]
	if p == nil {
		p = newPage(a.Text)
		f.pages[a.ID] = p
	}
	return p
}

// also are the sources of the claims, each outlet and speaker once.
func (f *filler) also(self Source, ids []string) []Source {
	var out []Source
	for _, id := range ids {
		s := f.source(id)
		same := func(t Source) bool { return t.Outlet == s.Outlet && t.Speaker == s.Speaker }
		if f.claims[id] != nil && !same(self) && !slices.ContainsFunc(out, same) {
			out = append(out, s)
		}
	}
	return out
}

// source tells who made the claim with the ID.
func (f *filler) source(id string) Source {
	c := f.claims[id]
	if c == nil {
		return Source{Claim: clean(id), Outlet: unknownOutlet, Speaker: "claim not in the report"}
	}
	s := sourceOf(*c)
	if a := f.articles[c.Article]; a != nil {
		s.URL = webURL(a.URL)
	}
	return s
}

// sourceOf tells who made the claim, without its article.
func sourceOf(c claims.Claim) Source {
	s := Source{Claim: clean(c.ID), Outlet: cmp.Or(name(c.Outlet), unknownOutlet), Stance: OfStance(c.Stance), Date: clean(c.Date)}
	s.Name, s.Office = speaker(c.Speaker)
	s.Speaker = speakerLine(c.Kind, s.Name, s.Office)
	return s
}

// anchor turns a finding's ID into one that can stand in a link. What has to
// be replaced could make two alike, so the index then tells them apart.
func anchor(id string, index int) string { return anchorOf("finding-", id, index) }

// anchorOf is anchor for an ID of another kind.
func anchorOf(kind, id string, index int) string {
	safe := strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_', r == '.':
			return r
		}
		return -1
	}, id)
	if safe == "" || safe != id {
		safe += "-" + strconv.Itoa(index+1)
	}
	return kind + safe
}
