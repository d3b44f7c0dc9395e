package report

import (
	"crosscheck/claims"
	"crosscheck/compare"
)

// filler is the report with its parts by ID.
type filler struct {
	report   *compare.Report
	claims   map[string]*claims.Claim
	articles map[string]*claims.Article
	topics   map[string]string
	stories  map[string]int            // place by ID
	copies   map[string]compare.Copies // by the ID of the claim that stands for all
	pages    map[string]*page          // by article ID, made when first needed
	docs     map[string]string         // of rules and judges, by ID
	fresh    map[string]bool           // findings that an earlier report does not have
}

func newFiller(r *compare.Report) *filler {
	f := &filler{
		report:   r,
		claims:   make(map[string]*claims.Claim, len(r.Claims)),
		articles: make(map[string]*claims.Article, len(r.Articles)),
		topics:   make(map[string]string, len(r.Topics)),
		stories:  make(map[string]int, len(r.Stories)),
		copies:   make(map[string]compare.Copies, len(r.Copies)),
		pages:    map[string]*page{},
		docs:     map[string]string{},
		fresh:    map[string]bool{},
	}
	for i := range r.Claims {
		f.claims[r.Claims[i].ID] = &r.Claims[i]
	}
	for i := range r.Articles {
		f.articles[r.Articles[i].ID] = &r.Articles[i]
	}
	for _, t := range r.Topics {
		f.topics[t.ID] = name(t.Label)
	}
	for i, s := range r.Stories {
		f.stories[s.ID] = i
	}
	for _, c := range r.Copies {
		f.print(c)
	}
	for _, d := range r.Rules {
		f.docs[d.ID] = why(d.Doc)
	}
	if r.Since != nil {
		for _, id := range r.Since.New {
			f.fresh[id] = true
		}
	}
	return f
}
