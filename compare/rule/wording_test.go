package rule

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
)

// TestOmitted wants both sides of a misquotation marked, also where one of them
// lacks the words: there, the words on either side of the place.
func TestOmitted(t *testing.T) {
	said := func(text string) compare.Statement {
		return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Direct, Text: text, Speaker: &claims.Speaker{ID: "ruiz", Name: "Ana Ruiz"}}}
	}
	pair := compare.Pair{A: said("We were under a lot of duress when we signed the lease for the upper harbour."), B: said("We were under duress when we signed the lease for the upper harbour.")}
	v, err := shared().Judge(context.Background(), []compare.Pair{pair})
	if err != nil {
		t.Fatal(err)
	}
	got := [2][]string{}
	for _, at := range v[0].Evidence.A {
		got[0] = append(got[0], at.In(pair.A.Text))
	}
	for _, at := range v[0].Evidence.B {
		got[1] = append(got[1], at.In(pair.B.Text))
	}
	if diff := cmp.Diff([2][]string{{"a lot of"}, {"under duress"}}, got); diff != "" {
		t.Errorf("evidence of %s (-want +got):\n%s", v[0].Rule, diff)
	}
}

// TestSaidTwice: the sentence behind one that the other paper quotes rightly is no
// misquote of it.
func TestSaidTwice(t *testing.T) {
	said := func(text, all string) compare.Statement {
		return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Direct, Text: all, Speaker: &claims.Speaker{ID: "ruiz", Name: "Ana Ruiz"}}}
	}
	again := "I don't have a plan for the quay that you are talking about."
	quoted := "I don't have a nine-year plan for the quay."
	for all, want := range map[string]string{again: "wording", "First of all, I do not have a nine-year plan for the quay. " + again: ""} {
		v, err := shared().Judge(context.Background(), []compare.Pair{{A: said(again, all), B: said(quoted, quoted)}})
		if err != nil {
			t.Fatal(err)
		}
		if v[0].Rule != want {
			t.Errorf("%q against %q: rule %q, want %q", all, quoted, v[0].Rule, want)
		}
	}
}

// TestPlainest tells of two differences the one with more to it.
func TestPlainest(t *testing.T) {
	said := func(text string) compare.Statement {
		return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Direct, Text: text, Speaker: &claims.Speaker{ID: "ruiz", Name: "Ana Ruiz"}}}
	}
	pair := compare.Pair{A: said("We told the mill of the town that the claims are false. There was no fraud by anyone."),
		B: said("We told the mills of the town that the claims are false and highly slanderous. There was no fraud by anyone.")}
	v, err := shared().Judge(context.Background(), []compare.Pair{pair})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(v[0].Why, "highly slanderous") {
		t.Errorf("%s: %s", v[0].Rule, v[0].Why)
	}
}
