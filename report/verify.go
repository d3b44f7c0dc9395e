package report

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// verifier checks a report against itself.
type verifier struct {
	articles map[string]string // text by ID
	claims   map[string]string // article's ID by claim's
	topics   map[string]bool
	stories  map[string]bool
	known    map[string]bool // findings
	first    error           // the first fault
	more     int             // how many follow
}

// verify returns the first fault of r, and how many follow it.
func verify(r *compare.Report) error {
	if err := verifyVersion(r.Version); err != nil {
		return err
	}
	v := &verifier{articles: map[string]string{}, claims: map[string]string{}, topics: map[string]bool{}, stories: map[string]bool{}, known: map[string]bool{}}
	v.lists(r)
	v.allArticles(r.Articles)
	v.allClaims(r.Claims)
	v.allStories(r.Stories)
	v.allTopics(r.Topics)
	v.allCopies(r.Copies)
	v.findings(r.Findings)
	for i, s := range r.SetAside {
		v.claim(fmt.Sprintf("set_aside[%d].a", i), s.A)
		v.claim(fmt.Sprintf("set_aside[%d].b", i), s.B)
	}
	v.since(r.Since)
	if v.more > 0 {
		return fmt.Errorf("%w (and %s)", v.first, count(v.more, "more fault"))
	}
	return v.first
}

// The versions before this one. The first had no stories, no copies, and of a
// topic only its ID, label and claims; the second had no rules.
const (
	firstVersion  = "1.0"
	secondVersion = "1.1"
)

// verifyVersion checks the major version: minor ones only add fields.
func verifyVersion(version string) error {
	if version == "" {
		return fmt.Errorf("version: missing, so this is not a report of crosscheck")
	}
	ours, _, _ := strings.Cut(compare.Version, ".")
	if theirs, _, _ := strings.Cut(version, "."); theirs != ours {
		return fmt.Errorf("version: %q cannot be read, only %s.x", version, ours)
	}
	return nil
}

// fail records a fault.
func (v *verifier) fail(at, format string, args ...any) {
	if v.first != nil {
		v.more++
		return
	}
	v.first = fmt.Errorf("%s: %s", at, fmt.Sprintf(format, args...))
}

// lists checks that no list is missing: a report always has them all, but for
// those that its version had not.
func (v *verifier) lists(r *compare.Report) {
	first := r.Version == firstVersion
	second := r.Version == secondVersion
	for _, l := range []struct {
		name    string
		missing bool
	}{
		{"articles", r.Articles == nil}, {"claims", r.Claims == nil}, {"topics", r.Topics == nil},
		{"findings", r.Findings == nil}, {"set_aside", r.SetAside == nil}, {"warnings", r.Warnings == nil},
		{"stories", r.Stories == nil && !first}, {"copies", r.Copies == nil && !first},
		{"rules", r.Rules == nil && !first && !second},
	} {
		if l.missing {
			v.fail(l.name, "missing")
		}
	}
}

// id checks that an ID is there and new.
func (v *verifier) id(at, id string, taken bool) {
	switch {
	case id == "":
		v.fail(at, "missing")
	case taken:
		v.fail(at, "%q is the ID of an earlier entry", id)
	}
}

func (v *verifier) allArticles(articles []claims.Article) {
	for i, a := range articles {
		_, taken := v.articles[a.ID]
		v.id(fmt.Sprintf("articles[%d].id", i), a.ID, taken)
		v.articles[a.ID] = a.Text
	}
}

func (v *verifier) allClaims(all []claims.Claim) {
	for i, c := range all {
		at := fmt.Sprintf("claims[%d]", i)
		_, taken := v.claims[c.ID]
		v.id(at+".id", c.ID, taken)
		v.claims[c.ID] = c.Article
		if _, ok := v.articles[c.Article]; !ok {
			v.fail(at+".article", "there is no article %q", c.Article)
			continue
		}
		v.spans(at+".source", c.Article, c.Source)
		v.spans(at+".cue", c.Article, c.Cue)
		v.spans(at+".content", c.Article, c.Content)
		v.spans(at+".context", c.Article, c.Context)
	}
}

// allStories checks that each story has articles, and no article two stories.
func (v *verifier) allStories(stories []compare.Story) {
	of := map[string]bool{}
	for i, s := range stories {
		at := fmt.Sprintf("stories[%d]", i)
		v.id(at+".id", s.ID, v.stories[s.ID])
		v.stories[s.ID] = true
		for j, id := range s.Articles {
			at := fmt.Sprintf("%s.articles[%d]", at, j)
			if _, ok := v.articles[id]; !ok {
				v.fail(at, "there is no article %q", id)
			} else if of[id] {
				v.fail(at, "article %q is in a story already", id)
			}
			of[id] = true
		}
	}
}

func (v *verifier) allTopics(topics []compare.Topic) {
	for i, t := range topics {
		at := fmt.Sprintf("topics[%d]", i)
		v.id(at+".id", t.ID, v.topics[t.ID])
		v.topics[t.ID] = true
		for j, id := range t.Claims {
			v.claim(fmt.Sprintf("%s.claims[%d]", at, j), id)
		}
		if t.Centre != "" && !slices.Contains(t.Claims, t.Centre) {
			v.fail(at+".centre", "%q is none of the topic's claims", t.Centre)
		}
		for j, id := range t.Stories {
			if !v.stories[id] {
				v.fail(fmt.Sprintf("%s.stories[%d]", at, j), "there is no story %q", id)
			}
		}
	}
}

func (v *verifier) allCopies(copies []compare.Copies) {
	for i, c := range copies {
		at := fmt.Sprintf("copies[%d]", i)
		for j, id := range c.Claims {
			v.claim(fmt.Sprintf("%s.claims[%d]", at, j), id)
		}
		if c.Witnesses < 1 || c.Witnesses > len(c.Claims) {
			v.fail(at+".witnesses", "%d is not from 1 to the number of claims, %d", c.Witnesses, len(c.Claims))
		}
	}
}

func (v *verifier) findings(findings []compare.Finding) {
	for i, f := range findings {
		at := fmt.Sprintf("findings[%d]", i)
		v.id(at+".id", f.ID, v.known[f.ID])
		v.known[f.ID] = true
		v.side(at, "a", f.A, f.Evidence.A, f.Also.A)
		v.side(at, "b", f.B, f.Evidence.B, f.Also.B)
		if f.Score < 0 || f.Score > 1 {
			v.fail(at+".score", "%v is not in [0, 1]", f.Score)
		}
		if f.Topic != "" && !v.topics[f.Topic] {
			v.fail(at+".topic", "there is no topic %q", f.Topic)
		}
	}
}

// since checks that what is new is there, and that what is gone has its claims
// with it.
func (v *verifier) since(s *compare.Since) {
	if s == nil {
		return
	}
	for i, id := range s.New {
		if !v.known[id] {
			v.fail(fmt.Sprintf("since.new[%d]", i), "there is no finding %q", id)
		}
	}
	for i, g := range s.Gone {
		at := fmt.Sprintf("since.gone[%d]", i)
		v.id(at+".finding.id", g.Finding.ID, v.known[g.Finding.ID])
		v.known[g.Finding.ID] = true
		if g.A.ID != g.Finding.A {
			v.fail(at+".a.id", "%q is not the finding's %q", g.A.ID, g.Finding.A)
		}
		if g.B.ID != g.Finding.B {
			v.fail(at+".b.id", "%q is not the finding's %q", g.B.ID, g.Finding.B)
		}
	}
}

// side checks one side of a finding.
func (v *verifier) side(at, name, id string, evidence []claims.Span, also []string) {
	if v.claim(at+"."+name, id) {
		v.spans(at+".evidence."+name, v.claims[id], evidence)
	}
	for i, other := range also {
		v.claim(fmt.Sprintf("%s.also.%s[%d]", at, name, i), other)
	}
}

// claim checks that there is a claim with the ID.
func (v *verifier) claim(at, id string) bool {
	_, ok := v.claims[id]
	if !ok {
		v.fail(at, "there is no claim %q", id)
	}
	return ok
}

// spans checks that the spans lie inside the article's text and cut no letter.
func (v *verifier) spans(at, article string, spans []claims.Span) {
	text := v.articles[article]
	for i, s := range spans {
		if !fits(text, s) {
			v.fail(fmt.Sprintf("%s[%d]", at, i), "%d to %d is no stretch of the %d bytes of article %q", s.Start, s.End, len(text), article)
		}
	}
}
