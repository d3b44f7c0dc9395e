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
	for _, c := range []struct {
		name string
		list []claims.Article
		want []string
	}{
		{"within one paper and across two", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind said the Elm dam was leaking in nine places. The water ministry rejected Ms. Lind's claim."),
			page("a_2", "Meridian", "The Elm dam is leaking in nine places, engineer Maria Lind said. The Elm valley has 300 houses."),
		}, []string{
			"dispute reported: rejected Ms. Lind's claim / The Elm dam is leaking in nine places",
			"dispute reported: rejected Ms. Lind's claim / the Elm dam was leaking in nine places",
		}},
		{"against two statements of other papers once", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind said the Elm dam was leaking in nine places. The water ministry rejected Ms. Lind's claim."),
			page("a_2", "Meridian", "The Elm dam is leaking in nine places, engineer Maria Lind said. The Elm valley has 300 houses."),
			page("a_3", "Beacon", "Engineer Maria Lind told the valley council that the Elm dam leaks at nine places or more. The Elm valley has 300 houses."),
		}, []string{
			"dispute reported: rejected Ms. Lind's claim / The Elm dam is leaking in nine places",
			"dispute reported: rejected Ms. Lind's claim / the Elm dam was leaking in nine places",
		}},
		{"the paper corrects", []claims.Article{
			page("a_1", "Lantern", "Engineer Maria Lind falsely claimed that nobody had looked at the Elm dam. The Elm dam has passed two inspections since March."),
		}, []string{"conflict reported: falsely claimed The Elm dam has passed two inspections since March. / nobody had looked at the Elm dam"}},
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
