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

// TestMisquoteGrades: a misquote counts for more where another thing is said than where
// something is left out, and for more there than where only small words differ. One amount
// written in two ways is none.
func TestMisquoteGrades(t *testing.T) {
	said := func(text string) compare.Statement {
		return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Direct, Text: text, Speaker: &claims.Speaker{ID: "ruiz", Name: "Ana Ruiz"}}}
	}
	score := func(a, b string) float64 {
		v, err := shared().Judge(context.Background(), []compare.Pair{{A: said(a), B: said(b)}})
		if err != nil {
			t.Fatal(err)
		}
		return v[0].Score
	}
	const remark = "We want to sign a final lease for the upper harbour before the rains come, and the crews should stay until then."
	last := 1.0
	for _, change := range [][2]string{{"final", "partial"}, {"a final", "a"}, {"for the", "of the"}} {
		s := score(remark, strings.Replace(remark, change[0], change[1], 1))
		if s >= last || s <= 0 {
			t.Errorf("%q for %q: score %.2f, want less than %.2f", change[1], change[0], s, last)
		}
		last = s
	}
	if s, less := score(remark, strings.Replace(remark, "should", "may", 1)), score(remark, strings.Replace(remark, "harbour", "harbor", 1)); s < .6 || less > 0 {
		t.Errorf("should/may %.2f, harbour/harbor %.2f", s, less)
	}
	const paid = "It will send a cheque to everybody who makes $1 million a year in this harbour, and to nobody else."
	for _, same := range []string{"a million dollars", "1 million dollars"} {
		if s := score(paid, strings.Replace(paid, "$1 million", same, 1)); s > 0 {
			t.Errorf("$1 million, %s: score %.2f", same, s)
		}
	}
	const years = "After 3 1/2 years of putting every issue before the council, we have nothing to show for it."
	for same, is := range map[string]bool{"three-and-a-half": true, "3½": true, "2 1/2": false, "3 1/4": false, "3¼": false, "2½": false} {
		if s := score(years, strings.Replace(years, "3 1/2", same, 1)); (s == 0) != is {
			t.Errorf("3 1/2, %s: score %.2f", same, s)
		}
	}
}

// TestMisquotedNames tells which differences of one word change what is said.
func TestMisquotedNames(t *testing.T) {
	said := func(text string) compare.Statement {
		return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Direct, Text: text, Speaker: &claims.Speaker{ID: "ruiz", Name: "Ana Ruiz"}}}
	}
	const remark = "We told the council of Tarn in May that 12 crews would leave the upper harbour for the old country on Tuesday."
	for _, c := range []struct {
		from, to string
		replaces bool
	}{
		{"12", "19", true}, {"12", "120", true}, {"12", "six", true}, {"Tarn", "Tern", true}, {"country", "county", false}, {"harbour", "harbours", false},
		{"the council", "council", false},
	} {
		v, err := shared().Judge(context.Background(), []compare.Pair{{A: said(remark), B: said(strings.Replace(remark, c.from, c.to, 1))}})
		if err != nil {
			t.Fatal(err)
		}
		if got := v[0].Score > table["wording/1"][len(bands)-1]; got != c.replaces {
			t.Errorf("%s for %s: score %.2f, want another thing: %v", c.to, c.from, v[0].Score, c.replaces)
		}
	}
	for _, names := range [][2]string{{"9/11", "9/12"}, {"MH17", "MH370"}, {"1/2/2020", "1/3/2020"}} {
		const of = "We have never forgotten what %s did to the crews of the harbour and to those who came to help them."
		v, err := shared().Judge(context.Background(), []compare.Pair{{A: said(strings.Replace(of, "%s", names[0], 1)), B: said(strings.Replace(of, "%s", names[1], 1))}})
		if err != nil {
			t.Fatal(err)
		}
		if v[0].Score == 0 {
			t.Errorf("%s for %s is excused", names[1], names[0])
		}
	}
}

// TestLongWord: a word of many letters is not compared letter by letter.
func TestLongWord(t *testing.T) {
	said := func(text string) compare.Statement {
		return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Direct, Text: text, Speaker: &claims.Speaker{ID: "ruiz", Name: "Ana Ruiz"}}}
	}
	const remark = "We want to sign a final lease for the upper harbour before the rains come, and the crews should stay."
	long := strings.Repeat("letters", 50_000)
	pair := compare.Pair{A: said(strings.Replace(remark, "final", long+"a", 1)), B: said(strings.Replace(remark, "final", long+"b", 1))}
	if n := distance(long+"a", long+"b"); n != len(long)+1 {
		t.Errorf("a distance of %d: it was counted letter by letter", n)
	}
	if _, err := shared().Judge(context.Background(), []compare.Pair{pair}); err != nil {
		t.Fatal(err)
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
