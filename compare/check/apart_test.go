package check

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
	"crosscheck/compare"
	"crosscheck/compare/jury"
)

// TestApartIsRun: stories that are opened one by one, and folded, give the
// findings of a run, as far as they are of one story.
func TestApartIsRun(t *testing.T) {
	dir := filepath.Join(datatest.Root(t), "testdata", "articles")
	var articles []claims.Article
	err := article.Walk(t.Context(), []string{dir}, nil, func(a claims.Article) error { articles = append(articles, a); return nil },
		func(w claims.Warning) { t.Error(w) })
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(t.Context(), articles, Options{})
	if err != nil {
		t.Fatal(err)
	}
	sheets, home := sheetsOf(r)
	var opposed []Opposed
	texts := 0
	for _, s := range r.Stories {
		x, err := Options{}.Open(t.Context(), sheets[s.ID])
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(s, x.Story); diff != "" {
			t.Errorf("story: -run +apart\n%s", diff)
		}
		for _, o := range x.Opposed {
			o.Topic = topicOf(r, o)
			opposed = append(opposed, o)
		}
		texts += x.Capped
	}
	slices.Reverse(opposed) // in any order
	findings, aside := Fold(opposed)
	inside := func(a, b string) bool { return home[a] == home[b] }
	if diff := gocmp.Diff(only(r.Findings, func(f compare.Finding) bool { return inside(f.A, f.B) }), findings); diff != "" {
		t.Errorf("findings: -run +apart\n%s", diff)
	}
	if diff := gocmp.Diff(only(r.SetAside, func(s compare.SetAside) bool { return inside(s.A, s.B) }), aside); diff != "" {
		t.Errorf("set aside: -run +apart\n%s", diff)
	}
	if len(findings) < 5 || len(aside) == 0 {
		t.Errorf("only %d findings, %d set aside", len(findings), len(aside))
	}
}

// sheetsOf are the articles of a report by their story, and the story of each
// claim.
func sheetsOf(r *compare.Report) (map[string][]Sheet, map[string]string) {
	story := map[string]string{}
	for _, s := range r.Stories {
		for _, id := range s.Articles {
			story[id] = s.ID
		}
	}
	sheets, home := map[string][]Sheet{}, map[string]string{}
	for _, a := range r.Articles {
		one := Sheet{Article: a}
		for _, c := range r.Claims {
			if c.Article == a.ID {
				one.Claims = append(one.Claims, c)
				home[c.ID] = story[a.ID]
			}
		}
		sheets[story[a.ID]] = append(sheets[story[a.ID]], one)
	}
	return sheets, home
}

// topicOf is the topic of a finding in a report.
func topicOf(r *compare.Report, o Opposed) string {
	if o.Guard != "" {
		return ""
	}
	of := func(claim string, at int32) string {
		for _, t := range r.Topics {
			if at >= 0 && slices.Contains(t.Claims, claim) {
				return t.ID
			}
		}
		return ""
	}
	return cmp.Or(of(o.A, o.PlaceA.At), of(o.B, o.PlaceB.At))
}

func only[T any](list []T, want func(T) bool) (out []T) {
	for _, x := range list {
		if want(x) {
			out = append(out, x)
		}
	}
	return out
}

// TestAcrossIsJudge: statements of two stories that were taken out of them are
// judged as they are.
func TestAcrossIsJudge(t *testing.T) {
	side := func(id, outlet, date, speaker, text string) Side {
		return Side{Story: id, Place: Place{At: 0}, Statement: compare.Statement{Text: text, Pieces: []claims.Span{{Start: 7, End: 7 + len(text)}}, Claim: &claims.Claim{
			ID: "c" + id, Article: id, Outlet: outlet, Date: date, Kind: claims.Reported, Text: text, Content: []claims.Span{{Start: 7, End: 7 + len(text)}},
			Speaker: &claims.Speaker{ID: "person:" + speaker, Name: speaker}}}}
	}
	a := side("1", "Meridian", "2021-03-02", "Jane Lee", "The Veldar bridge is not safe for heavy lorries.")
	b := side("2", "Lantern", "2021-03-01", "Tom Hale", "The Veldar bridge is safe for heavy lorries.")
	for _, m := range []Met{{a, b, 1}, {b, a, 1}} {
		got, err := Options{Judge: jury.New()}.Across(context.Background(), []Met{m})
		if err != nil || len(got) != 1 {
			t.Fatalf("%d are opposed, %v", len(got), err)
		}
		o := got[0]
		if o.Guard != "" || o.Relation != compare.Dispute || o.A != "c2" || o.Story != "2" || o.WordsB == "" {
			t.Errorf("%+v", o)
		}
	}
}
