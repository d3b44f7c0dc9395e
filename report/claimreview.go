package report

import (
	"cmp"
	"io"
	"net/url"

	"crosscheck/compare"
)

// ClaimReview writes JSON-LD in the vocabulary of schema.org: a Claim for each
// statement of a finding, with its appearance in every outlet that carries it,
// and a ClaimReview for each finding, which reviews both. It rates how sure it
// is that both cannot hold, in [0, 1], and never which of them does: that is for
// people, whose verdict this is a draft for.
type ClaimReview struct{}

var _ Writer = (*ClaimReview)(nil)

type ldGraph struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

type ldClaim struct {
	Type       string    `json:"@type"` // Claim
	ID         string    `json:"@id"`
	Text       string    `json:"text"`
	Author     *ldAgent  `json:"author,omitempty"` // who said it; the outlet for its own voice
	Published  string    `json:"datePublished,omitempty"`
	First      *ldWork   `json:"firstAppearance,omitempty"`
	Appearance []*ldWork `json:"appearance"`
}

type ldAgent struct {
	Type  string   `json:"@type"` // Person or Organization
	Name  string   `json:"name"`
	Title string   `json:"jobTitle,omitempty"`
	With  *ldAgent `json:"affiliation,omitempty"`
}

type ldWork struct {
	Type      string   `json:"@type"` // NewsArticle
	Headline  string   `json:"headline,omitempty"`
	URL       string   `json:"url,omitempty"`
	Published string   `json:"datePublished,omitempty"`
	Publisher *ldAgent `json:"publisher"`
}

type ldReview struct {
	Type     string   `json:"@type"` // ClaimReview
	ID       string   `json:"@id"`
	Name     string   `json:"name"`
	Reviewed string   `json:"claimReviewed"`
	Items    []ldRef  `json:"itemReviewed"`
	Body     string   `json:"reviewBody"`
	Aspect   string   `json:"reviewAspect"`
	Author   ldAgent  `json:"author"`
	Rating   ldRating `json:"reviewRating"`
}

type ldRef struct {
	ID string `json:"@id"`
}

type ldRating struct {
	Type        string  `json:"@type"` // Rating
	Value       float64 `json:"ratingValue"`
	Best        int     `json:"bestRating"`
	Worst       int     `json:"worstRating"`
	Name        string  `json:"alternateName"`
	Explanation string  `json:"ratingExplanation"`
}

// Write writes r as JSON-LD.
func (*ClaimReview) Write(w io.Writer, r *compare.Report) error {
	f := newFiller(orEmpty(r))
	out := ldGraph{"https://schema.org", []any{}}
	known := map[string]bool{}
	for i, x := range f.view().Findings {
		raw := f.report.Findings[i]
		a, b := f.ldClaim(raw.A, raw.Also.A, x.A), f.ldClaim(raw.B, raw.Also.B, x.B)
		for _, c := range []ldClaim{a, b} {
			if !known[c.ID] {
				known[c.ID] = true
				out.Graph = append(out.Graph, c)
			}
		}
		out.Graph = append(out.Graph, ldReview{
			Type: "ClaimReview", ID: urn(x.ID), Name: x.Title, Reviewed: x.A.Passage.String(), Items: []ldRef{{a.ID}, {b.ID}},
			Body: x.Message(), Aspect: x.Relation.Name + ", " + x.Type.Name, Author: ldAgent{Type: "Organization", Name: "crosscheck"},
			Rating: ldRating{"Rating", x.Score, 1, 0, "Opposed by another statement: " + x.Strength, x.Why},
		})
	}
	return writeJSON(w, out, "  ")
}

// ldClaim is one side's claim. It appears in the side's article, in those that
// print the same text, and in those of the claims that say the same.
func (f *filler) ldClaim(id string, also []string, s Side) ldClaim {
	out := ldClaim{Type: "Claim", ID: urn(s.Claim), Text: f.stated(id), Author: ldAuthor(s), Published: s.Date, Appearance: []*ldWork{}}
	seen := map[string]bool{}
	for _, c := range append(append([]string{id}, f.copies[id].Claims...), also...) {
		if x := f.claims[c]; x != nil && !seen[x.Article] {
			seen[x.Article] = true
			out.Appearance = append(out.Appearance, f.ldWork(x.Article, x.Outlet))
		}
	}
	for _, w := range out.Appearance {
		if w.Published != "" && (out.First == nil || w.Published < out.First.Published) {
			out.First = w
		}
	}
	return out
}

// stated is what the claim says, behind what its author makes of it: the vocabulary has
// no word for a claim that its author denies.
func (f *filler) stated(id string) string {
	c := f.claims[id]
	switch {
	case c == nil:
		return ""
	case stances[c.Stance] != "" && c.Speaker != nil:
		return stances[c.Stance] + ": " + told(c, f.articles[c.Article])
	}
	return told(c, f.articles[c.Article])
}

func (f *filler) ldWork(article, outlet string) *ldWork {
	w := &ldWork{Type: "NewsArticle", Publisher: &ldAgent{Type: "Organization", Name: cmp.Or(name(outlet), unknownOutlet)}}
	if a := f.articles[article]; a != nil {
		w.Headline, w.URL, w.Published = name(a.Title), webURL(a.URL), clean(a.Date)
	}
	return w
}

// ldAuthor is who speaks: a person where a role is known, since only people have
// one, else whatever has the name. Nobody is made up.
func ldAuthor(s Side) *ldAgent {
	switch {
	case s.Name == "" && s.Named() == "":
		return &ldAgent{Type: "Organization", Name: s.Outlet}
	case s.Name == "":
		return &ldAgent{Type: "Person", Name: s.Office}
	case s.role == "":
		return &ldAgent{Type: "Thing", Name: s.Name}
	}
	out := &ldAgent{Type: "Person", Name: s.Name, Title: s.role}
	if s.body != "" {
		out.With = &ldAgent{Type: "Organization", Name: s.body}
	}
	return out
}

// urn names a claim or a finding, whose IDs are the same in every run.
func urn(id string) string { return "urn:crosscheck:" + url.PathEscape(id) }
