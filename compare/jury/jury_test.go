package jury

import (
	"context"
	"slices"
	"sync"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/rule"

	"github.com/google/go-cmp/cmp"
)

// shared is the judge of the tests: a new one has to learn its words.
var shared = sync.OnceValue(New)

// said is a statement of a speaker in an article of its own.
func said(speaker, text string) compare.Statement {
	return compare.Statement{Text: text, Claim: &claims.Claim{
		Kind: claims.Reported, Article: speaker, Outlet: speaker, Date: "2021-03-02", Text: text,
		Speaker: &claims.Speaker{ID: speaker, Name: speaker},
	}}
}

// quote is the same for the words of one who was quoted twice.
func quote(text string) compare.Statement {
	s := said("Ana Ruiz", text)
	s.Claim.Kind = claims.Direct
	return s
}

func two(a, b string) compare.Pair {
	return compare.Pair{A: said("Ana Ruiz", a), B: said("Leo Marsh", b)}
}

func oppose(j compare.Reader, p compare.Pair) (compare.Verdict, bool) {
	return j.Oppose(j.Read(p.A), j.Read(p.B))
}

// opposed are pairs that score at least Flag.
var opposed = []compare.Pair{
	two("Talks with the islanders are frozen.", "There has been no break in talks with the islanders."),
	two("The ferry terminal is open.", "The ferry terminal is not open."),
	two("The mayor supports the new bridge.", "The mayor opposes the new bridge."),
}

// clause is a pair that opposes each other in a clause of the longer side.
var clause = compare.Pair{A: compare.Statement{Text: "The harbour is closed because of the storm."},
	B: compare.Statement{Text: "The harbour will not be closed for the storm, the port master told the council."}}

// unsure is a pair that the rules oppose and the jury does not believe in.
var unsure = two("The minister knew of the leak at the plant.", "Nobody at the ministry knew of the leak.")

// TestJudgeAgrees wants one verdict of a pair, asked for it either way and twice.
func TestJudgeAgrees(t *testing.T) {
	j := shared()
	pairs := append(slices.Clone(opposed), unsure, two("Ferry fares will rise in spring.", "The mayor likes herring."))
	got, err := j.Judge(context.Background(), pairs)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pairs {
		v, ok := oppose(j, p)
		if ok != (got[i].Label == compare.Contradiction) || ok != (i < len(opposed)) {
			t.Errorf("%s / %s: Oppose says %t, Judge %s", p.A.Text, p.B.Text, ok, got[i].Label)
		}
		if ok {
			if diff := cmp.Diff(v, got[i]); diff != "" {
				t.Errorf("%s / %s (-Oppose +Judge):\n%s", p.A.Text, p.B.Text, diff)
			}
		}
	}
	again, err := New().Judge(context.Background(), pairs)
	if diff := cmp.Diff(got, again); diff != "" || err != nil {
		t.Errorf("the same pairs again (-first +second): %v\n%s", err, diff)
	}
}

// TestOrder wants the same score whichever statement stands first.
func TestOrder(t *testing.T) {
	j := shared().Down(0)
	for _, p := range append(slices.Clone(opposed), unsure) {
		v, _ := oppose(j, p)
		w, _ := oppose(j, compare.Pair{A: p.B, B: p.A})
		if v.Score != w.Score || v.Score == 0 {
			t.Errorf("%s / %s scores %v, and %v the other way round", p.A.Text, p.B.Text, v.Score, w.Score)
		}
	}
}

// TestOtherReadings wants no opposition, and no panic, of what another judge read.
func TestOtherReadings(t *testing.T) {
	own, j := shared().Read(opposed[0].A), shared()
	for _, pair := range [][2]compare.Reading{{nil, nil}, {own, nil}, {"another judge's", own}} {
		if v, ok := j.Oppose(pair[0], pair[1]); ok {
			t.Errorf("Oppose(%v) = %+v", pair, v)
		}
	}
}

// TestGuard wants what a guard holds back to be told, and to be no contradiction.
func TestGuard(t *testing.T) {
	p := compare.Pair{A: said("Ana Ruiz", "The ferry terminal is open."), B: said("Ana Ruiz", "The ferry terminal is not open.")}
	v, ok := oppose(shared(), p)
	if !ok || v.Label != compare.Neutral || v.Guard != "same-side" || v.Score != 0 || v.Rule != "polarity" {
		t.Errorf("one speaker on one day: %t, %+v", ok, v)
	}
}

// TestDown wants a lower bar to let through what the judge's own does not, with
// the score it has.
func TestDown(t *testing.T) {
	if v, ok := oppose(shared(), unsure); ok {
		t.Fatalf("scores %v at the judge's own bar: the test wants another pair", v.Score)
	}
	v, ok := oppose(shared().Down(.05), unsure)
	if !ok || v.Label != compare.Contradiction || v.Score < .05 || v.Score >= Flag {
		t.Errorf("at .05: %t, %s with %v", ok, v.Label, v.Score)
	}
	if v, ok := oppose(shared().Down(.99), opposed[0]); !ok {
		t.Errorf("Down raised the bar: %+v", v)
	}
}

// TestPlain wants statements that differ in the deciding words alone to keep
// their least score, whatever the trees think.
func TestPlain(t *testing.T) {
	for _, p := range opposed {
		if v, ok := oppose(shared(), p); !ok || v.Score < plainScore {
			t.Errorf("%s / %s: %t with %v, want %v", p.A.Text, p.B.Text, ok, v.Score, plainScore)
		}
	}
	if v, ok := oppose(shared(), clause); !ok || v.Score < plainClause {
		t.Errorf("a clause within more: %t with %v, want %v", ok, v.Score, plainClause)
	}
	if v, ok := oppose(shared(), two(clause.A.Text, clause.B.Text)); ok {
		t.Errorf("claims of articles are left to the trees, not %v", v.Score)
	}
}

// TestQuoted wants remarks that are quoted differently to score what their rule
// says, less a share, so that those of one rule keep their order.
func TestQuoted(t *testing.T) {
	for _, r := range rule.All {
		if share, ok := quoted[r.ID]; rule.Quotes(rule.Opposition{Rule: r.ID}) && (!ok || share <= 0 || share > 1) {
			t.Errorf("%s is about quotations and keeps %v of its score", r.ID, share)
		}
	}
	p := compare.Pair{A: quote("We were under a lot of duress when we signed the lease for the upper harbour."),
		B: quote("We were under duress when we signed the lease for the upper harbour.")}
	var al align.Alignment
	j := shared().Down(0)
	o, _, ok := j.rules.Consider(&al, j.Read(p.A), j.Read(p.B))
	if !ok || !rule.Quotes(o) {
		t.Fatalf("found %s: the test wants another pair", o.Rule)
	}
	if v, _ := oppose(j, p); v.Score != o.Score*quoted[o.Rule] {
		t.Errorf("scores %v, want %v of %v", v.Score, quoted[o.Rule], o.Score)
	}
	if _, _, ok := j.Features(p); ok {
		t.Error("a quotation has features to learn from")
	}
}

// TestBare wants the three labels for statements that nobody says.
func TestBare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want compare.Label
	}{
		{"The sea was calm.", "The sea was rough.", compare.Contradiction},
		{"The sea was calm.", "The sea was calm.", compare.Entailment},
		{"Ferry fares will rise in spring.", "The mayor likes herring.", compare.Neutral},
		{"", "The mayor likes herring.", compare.Neutral},
	} {
		got, err := shared().Judge(context.Background(), []compare.Pair{{A: compare.Statement{Text: c.a}, B: compare.Statement{Text: c.b}}})
		if err != nil || got[0].Label != c.want {
			t.Errorf("%s / %s is %v, want %s: %v", c.a, c.b, got, c.want, err)
			continue
		}
		if s := got[0].Scores; s.Entailment+s.Neutral+s.Contradiction < .999 || s.Entailment+s.Neutral+s.Contradiction > 1.001 {
			t.Errorf("%s / %s: scores %v do not sum to 1", c.a, c.b, s)
		}
	}
}

// TestUpdates: two figures that only their days part are set aside with that reason.
func TestUpdates(t *testing.T) {
	said := func(date, sum string) compare.Statement {
		text := "The council has set aside " + sum + " crowns for the repair of the pier."
		return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Own, Text: text, Date: date, Outlet: "Harbour Post"}}
	}
	for _, c := range []struct{ first, second, guard string }{
		{"2031-05-04", "2031-05-05", compare.Supersession}, {"2031-05-04", "", compare.Supersession}, {"2031-05-04", "2031-05-04", ""},
	} {
		v, err := New().Judge(context.Background(), []compare.Pair{{A: said(c.first, "2 million"), B: said(c.second, "5 million")}})
		if err != nil {
			t.Fatal(err)
		}
		if v[0].Guard != c.guard || (v[0].Label == compare.Contradiction) != (c.guard == "") {
			t.Errorf("%q and %q: %+v, want guard %q", c.first, c.second, v[0], c.guard)
		}
	}
}
