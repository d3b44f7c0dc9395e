package report

import (
	"cmp"
	"fmt"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// Comparison is what two articles on one story have in common and where they
// part, as a reader sees it.
type Comparison struct {
	A, B         ArticleLine
	Shared       []Shared  // claims that both make, in the order of A
	Conflicts    []Finding // statements that oppose each other, best first
	Within       []Finding // the same within one article
	Quotations   []Finding // remarks in different words, or given to different speakers
	OnlyA, OnlyB []Quote   // claims that one alone makes, in its order
}

// ArticleLine is what there is to say of an article above its claims.
type ArticleLine struct {
	Outlet string // "unknown outlet" where it is not known
	Title  string
	Date   string // YYYY-MM-DD, "" where unknown
	Path   string
}

// Shared is a claim that both articles make.
type Shared struct{ A, B Quote }

// FillComparison compares the two articles of a report. Alike are pairs of
// claim IDs that say the same, the first of the first article, the second of
// the other. The error is that the report has not two articles.
func FillComparison(r *compare.Report, alike [][2]string) (*Comparison, error) {
	if len(r.Articles) != 2 {
		return nil, fmt.Errorf("%s, but two are compared", count(len(r.Articles), "article"))
	}
	r = facing(r)
	f := newFiller(r)
	c := &Comparison{A: newArticleLine(r.Articles[0]), B: newArticleLine(r.Articles[1])}
	told := map[string]bool{} // claims that need no telling below
	for i, x := range f.view().Findings {
		a, b := f.claims[r.Findings[i].A], f.claims[r.Findings[i].B]
		switch {
		case x.Relation.ID == string(compare.Misquote):
			c.Quotations = append(c.Quotations, x)
		case a != nil && b != nil && a.Article == b.Article:
			c.Within = append(c.Within, x)
		default:
			c.Conflicts = append(c.Conflicts, x)
		}
	}
	for _, x := range r.Findings {
		for _, id := range append(append([]string{x.A, x.B}, x.Also.A...), x.Also.B...) {
			told[id] = true
		}
	}
	for _, p := range alike {
		if a, b := f.claims[p[0]], f.claims[p[1]]; a != nil && b != nil {
			told[a.ID], told[b.ID] = true, true
			c.Shared = append(c.Shared, Shared{f.quote(a), f.quote(b)})
		}
	}
	for i := range r.Claims {
		x := &r.Claims[i]
		switch {
		case told[x.ID]:
		case x.Article == r.Articles[0].ID:
			c.OnlyA = append(c.OnlyA, f.quote(x))
		default:
			c.OnlyB = append(c.OnlyB, f.quote(x))
		}
	}
	return c, nil
}

// facing is r with the findings turned so that the first article stands on side A.
func facing(r *compare.Report) *compare.Report {
	out := *r
	out.Findings = slices.Clone(r.Findings)
	second := map[string]bool{}
	for _, c := range r.Claims {
		second[c.ID] = c.Article == r.Articles[1].ID
	}
	for i, f := range out.Findings {
		if second[f.A] && !second[f.B] {
			f.A, f.B = f.B, f.A
			f.Evidence.A, f.Evidence.B = f.Evidence.B, f.Evidence.A
			f.Also.A, f.Also.B = f.Also.B, f.Also.A
			out.Findings[i] = f
		}
	}
	return &out
}

func newArticleLine(a claims.Article) ArticleLine {
	return ArticleLine{Outlet: cmp.Or(name(a.Outlet), unknownOutlet), Title: name(a.Title), Date: clean(a.Date), Path: clean(a.Path)}
}

// quote is a claim as a list shows it.
func (f *filler) quote(c *claims.Claim) Quote {
	return Quote{Source: f.source(c.ID), Kind: OfClaim(*c), Text: clip(told(c, f.articles[c.Article]), maxStatement)}
}
