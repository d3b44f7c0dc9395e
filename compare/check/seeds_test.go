package check

import (
	"context"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
	"crosscheck/compare"
)

// readAll reads every article under a path.
func readAll(t testing.TB, path string) []claims.Article {
	t.Helper()
	var list []claims.Article
	err := article.Walk(context.Background(), []string{path}, nil,
		func(a claims.Article) error { list = append(list, a); return nil },
		func(w claims.Warning) { t.Errorf("%s: %s", w.Path, w.Reason) })
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// outcome is a report that can be asked about.
type outcome struct {
	*compare.Report
	claims map[string]claims.Claim
}

func runOn(t testing.TB, path string) outcome {
	t.Helper()
	r, err := Run(context.Background(), readAll(t, path), Options{})
	if err != nil {
		t.Fatal(err)
	}
	o := outcome{r, map[string]claims.Claim{}}
	for _, c := range r.Claims {
		o.claims[c.ID] = c
	}
	return o
}

// side describes one side of a finding that is looked for: the speaker's
// surname ("" for any) and words of the claim, any of which will do.
type side struct {
	speaker string
	words   []string
}

func (s side) is(c claims.Claim) bool {
	if s.speaker != "" && (c.Speaker == nil || !strings.HasSuffix(c.Speaker.Name, s.speaker)) {
		return false
	}
	for _, w := range s.words {
		if strings.Contains(strings.ReplaceAll(c.Text, "’", "'"), w) {
			return true
		}
	}
	return false
}

// find returns the place, from 0, of the first finding between two such sides,
// or -1.
func (o outcome) find(relation compare.Relation, typ compare.Type, a, b side, where func(x, y claims.Claim) bool) int {
	for i, f := range o.Findings {
		x, y := o.claims[f.A], o.claims[f.B]
		if (relation == "" || f.Relation == relation) && (typ == "" || f.Type == typ) &&
			(a.is(x) && b.is(y) || a.is(y) && b.is(x)) && (where == nil || where(x, y)) {
			return i
		}
	}
	return -1
}

// TestSeeds is the acceptance case of the main job: five real articles on the
// exchange about "frozen" ties and "no break in dialogue".
func TestSeeds(t *testing.T) {
	o := runOn(t, datatest.Path(t, "seeds"))
	frozen := side{"Peskov", []string{"frozen", "break in dialogue"}}
	kirby := side{"Kirby", []string{"break in dialogue", "engagement"}}
	across := func(x, y claims.Claim) bool { return x.Article != y.Article }
	inside := func(x, y claims.Claim) bool { return x.Article == y.Article }
	for _, c := range []struct {
		name     string
		relation compare.Relation
		typ      compare.Type
		a, b     side
		where    func(x, y claims.Claim) bool
		first    int // how many findings from the top it must be among
	}{
		{"frozen against no break, across", compare.Dispute, "", frozen, kirby, across, 3},
		{"frozen against no break, inside", compare.Dispute, "", frozen, kirby, inside, 3},
		{"no communication against no break", compare.Dispute, "", side{"Peskov", []string{"communicate with one another"}}, kirby, nil, 3},
		{"minimally, in other words", compare.Misquote, compare.Wording, side{"Peskov", []string{"or we do so"}}, side{"Peskov", []string{"(if we do)"}}, across, 99},
		{"of when, on when", compare.Misquote, compare.Wording, side{"Peskov", []string{"of when this"}}, side{"Peskov", []string{"on when this"}}, across, 99},
		{"all, almost every", "", compare.Quantifier, side{"", []string{"all dialogue"}}, side{"Peskov", []string{"Almost every level"}}, across, 99},
	} {
		i := o.find(c.relation, c.typ, c.a, c.b, c.where)
		if i < 0 || i >= c.first {
			t.Errorf("%s: place %d of %d, want among the first %d", c.name, i+1, len(o.Findings), c.first)
		}
	}
}

// TestSeedsNobodyAgainstHimself: who repeats himself is in no dispute.
func TestSeedsNobodyAgainstHimself(t *testing.T) {
	o := runOn(t, datatest.Path(t, "seeds"))
	for _, f := range o.Findings {
		a, b := o.claims[f.A].Speaker, o.claims[f.B].Speaker
		if f.Relation != compare.Misquote && a != nil && b != nil && a.ID == b.ID {
			t.Errorf("%s is set against himself: %s", a.Name, f.Why)
		}
	}
}

// TestSeedsSpeakers: every quotation has a speaker, and the spokesman is one
// person however the papers write him.
func TestSeedsSpeakers(t *testing.T) {
	o := runOn(t, datatest.Path(t, "seeds"))
	ids, articles := map[string]bool{}, map[string]bool{}
	for _, c := range o.Claims {
		if c.Kind == claims.Direct && c.Speaker == nil {
			t.Errorf("nobody says %q", c.Text)
		}
		if c.Speaker != nil && strings.Contains(c.Speaker.Name, "Peskov") {
			ids[c.Speaker.ID] = true
			articles[c.Article] = true
		}
	}
	if len(ids) != 1 || len(articles) != 5 {
		t.Errorf("Peskov is %v in %d articles, want one ID in 5", ids, len(articles))
	}
}
