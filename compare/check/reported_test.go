package check

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
)

// TestReported finds a dispute that one paper reports, with the claim as that
// paper has it and as another does.
func TestReported(t *testing.T) {
	page := func(id, outlet, text string) claims.Article {
		return claims.Article{ID: id, Outlet: outlet, Date: "2031-05-02", Title: "Row over the Elm dam", Language: "en", Text: text,
			Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
	}
	onDay := func(a claims.Article, day string) claims.Article {
		a.Date = day
		return a
	}
	for _, c := range []struct {
		name string
		list []claims.Article
		want []string
	}{
		{"within one paper and across two once", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind said the Elm dam was leaking in nine places. The water ministry rejected Ms. Lind's claim."),
			page("a_2", "Meridian", "The Elm dam is leaking in nine places, engineer Maria Lind said. The Elm valley has 300 houses."),
		}, []string{
			"dispute reported: rejected Ms. Lind's claim / the Elm dam was leaking in nine places",
		}},
		{"against two statements of other papers once", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind said the Elm dam was leaking in nine places. The water ministry rejected Ms. Lind's claim."),
			page("a_2", "Meridian", "The Elm dam is leaking in nine places, engineer Maria Lind said. The Elm valley has 300 houses."),
			page("a_3", "Beacon", "Engineer Maria Lind told the valley council that the Elm dam leaks at nine places or more. The Elm valley has 300 houses."),
		}, []string{
			"dispute reported: rejected Ms. Lind's claim / the Elm dam was leaking in nine places",
		}},
		{"the paper corrects", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind falsely claimed that nobody had looked at the Elm dam. The Elm dam has passed two inspections since March."),
		}, []string{"conflict reported: falsely claimed The Elm dam has passed two inspections since March. / nobody had looked at the Elm dam"}},
		{"told again on another day, with an office for a name", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind said the Elm dam was leaking in nine places. District judge Otto Brandt rejected Ms. Lind's claim."),
			onDay(page("a_2", "Meridian", "Last week a judge rejected Maria Lind's claim that the Elm dam is leaking in nine places. The Elm valley has 300 houses."), "2031-05-07"),
		}, []string{"dispute reported: rejected Maria Lind's claim that the Elm dam is leaking in nine places / the Elm dam is leaking in nine places"}},
		{"told of another thing", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind said the Elm dam was leaking in nine places. Minister Otto Brandt rejected Ms. Lind's claim."),
			onDay(page("a_2", "Meridian", "Engineer Maria Lind said the tunnel contract went to a cousin of the premier. Minister Otto Brandt rejected Ms. Lind's claim."), "2031-05-07"),
		}, []string{
			"dispute reported: rejected Ms. Lind's claim / the Elm dam was leaking in nine places",
			"dispute reported: rejected Ms. Lind's claim / the tunnel contract went to a cousin of the premier",
		}},
		{"another's words are not his whose claim it is", []claims.Article{
			page("a_1", "Lantern", "The water ministry rejected Maria Lind's claim that the Elm dam was leaking in nine places."),
			page("a_2", "Meridian", "Row over the Elm dam. Karl Weiss, a farmer, told the valley council that in nine places at least the dam at Elm was leaking on his fields. The Elm valley has 300 houses."),
		}, []string{"dispute reported: rejected Maria Lind's claim that the Elm dam was leaking in nine places / the Elm dam was leaking in nine places"}},
		{"what somebody is called for he has not said", []claims.Article{
			page("a_1", "Lantern", "Tom Reyes dismissed Maria Lind's allegations about the Elm dam, saying they had been widely discredited."),
			page("a_2", "Meridian", "Row over the Elm dam. That drew an answer from Tom Reyes, who dismissed Lind's allegations as having been widely discredited."),
		}, nil},
		{"a decision is no dispute", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind said the Elm dam was leaking in nine places. The water ministry rejected the tender on Monday."),
		}, nil},
	} {
		r, err := Run(context.Background(), c.list, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, disputes(r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestToldApart tells two disputes of the same two apart.
func TestToldApart(t *testing.T) {
	type page struct{ day, text string }
	for _, c := range []struct {
		name  string
		pages []page
	}{
		{"opposed directly, and denied of another thing", []page{{"2031-05-02", "Councillor Karl Weiss said on Monday that the ferry was sold to a cousin of the mayor.\n\n\"The ferry was never sold,\" Mayor Hugo Brand said.\n\n" +
			"Weiss also claimed that Brand had lied to the police about the depot fire.\n\nBrand denied that he had lied to the police."}}},
		{"one verb in common", []page{
			{"2031-05-02", "Karl Weiss said Hugo Brand had paid a clerk to burn the ballots.\n\nBrand denied that he had paid a clerk."},
			{"2031-05-05", "Karl Weiss said Hugo Brand had paid a nurse to stay silent about an affair.\n\nBrand denied that he had paid a nurse."}}},
		{"one thing in common", []page{
			{"2031-05-02", "Karl Weiss said Hugo Brand took 500 dollars from the hospital fund in March.\n\nBrand denied it."},
			{"2031-05-06", "Karl Weiss said Hugo Brand promised the hospital fund a new roof.\n\nBrand denied that."}}},
	} {
		var texts []string
		for _, p := range c.pages {
			texts = append(texts, "News of the day\n\n"+p.text)
		}
		list := articles(t, texts...)
		for i, p := range c.pages {
			list[i].Date = p.day
		}
		r, err := Run(context.Background(), list, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Findings) != 2 {
			t.Errorf("%s: got %d findings, want 2: %+v", c.name, len(r.Findings), r.Findings)
		}
	}
}

// disputes describes the reported findings, the side that disputes first.
func disputes(r *compare.Report) []string {
	text := map[string]string{}
	for _, a := range r.Articles {
		text[a.ID] = a.Text
	}
	byID := map[string]claims.Claim{}
	for _, c := range r.Claims {
		byID[c.ID] = c
	}
	var out []string
	for _, f := range r.Findings {
		if f.Rule != reportedRule {
			continue
		}
		a, b := claims.Join(text[byID[f.A].Article], f.Evidence.A), claims.Join(text[byID[f.B].Article], f.Evidence.B)
		if s := byID[f.A].Speaker; s != nil && s.Name == "Maria Lind" {
			a, b = b, a
		}
		out = append(out, string(f.Relation)+" "+f.Rule+": "+a+" / "+b)
	}
	return out
}

// TestSameOrOffice says who may be one where a dispute is told again.
func TestSameOrOffice(t *testing.T) {
	brandt := claims.Speaker{ID: "person:otto-brandt", Name: "Otto Brandt", Role: "district judge"}
	for _, c := range []struct {
		other claims.Speaker
		want  bool
	}{
		{brandt, true},
		{claims.Speaker{ID: "unnamed:federal-judge@a_2", Name: "federal judge"}, true},
		{claims.Speaker{ID: "unnamed:mayor@a_2", Name: "mayor"}, false},
		{claims.Speaker{ID: "person:anna-brandt", Name: "Anna Brandt", Role: "judge"}, false},
	} {
		if got := sameOrOffice(&claims.Claim{Speaker: &brandt}, &claims.Claim{Speaker: &c.other}); got != c.want {
			t.Errorf("Otto Brandt and %s: got %v", c.other.Name, got)
		}
	}
	a, b := claims.Speaker{ID: "unnamed:critics@a_1", Name: "critics of the dam"}, claims.Speaker{ID: "group:critics", Name: "Critics of the dam"}
	if !sameOrOffice(&claims.Claim{Speaker: &a}, &claims.Claim{Speaker: &b}) {
		t.Error("critics of the dam are not the same in two articles")
	}
}
