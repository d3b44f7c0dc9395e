package check

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare"
)

func ExampleRun() {
	first, _ := article.Parse("post/talks.txt", []byte("Talks frozen\n\n\"The talks with the bus drivers have stopped,\" said Ann Lee, the mayor of Marlbeck.\n"))
	second, _ := article.Parse("echo/talks.txt", []byte("Talks go on\n\n\"The talks with the bus drivers have not stopped,\" said Tom Hale of the union.\n"))
	r, err := Run(context.Background(), append(first, second...), Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	f := r.Findings[0]
	fmt.Println(f.Relation, f.Type)
	// Output: dispute negation
}

// fixed is a judge that calls every pair an opposition.
type fixed struct{ err error }

func (fixed) Name() string { return "fixed/1" }

func (j fixed) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	out := make([]compare.Verdict, len(pairs))
	for i := range out {
		out[i] = compare.Verdict{Label: compare.Contradiction, Type: compare.Negation, Score: 0.5, Why: "always", Rule: "fixed",
			Evidence: compare.Evidence{A: []claims.Span{{Start: 0, End: 1}}, B: []claims.Span{{Start: 0, End: 1}}}}
	}
	return out, j.err
}

// articles makes articles of paragraphs, an outlet each.
func articles(t *testing.T, texts ...string) []claims.Article {
	t.Helper()
	var list []claims.Article
	for i, text := range texts {
		got, warnings := article.Parse(fmt.Sprintf("outlet%c/story.txt", 'a'+i), []byte(text))
		if len(warnings) > 0 {
			t.Fatal(warnings)
		}
		list = append(list, got...)
	}
	return list
}

func TestRunIsDeterministic(t *testing.T) {
	list := articles(t,
		"Bridge row\n\nAnn Lee said the bridge at Marlbeck was safe. Nine people were hurt on the bridge on Monday.",
		"Bridge row\n\nTom Hale said the bridge at Marlbeck was not safe. Seven people were hurt on the bridge on Monday.")
	first, err := Run(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, err := Run(context.Background(), list, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatalf("two runs differ:\n%s", diff)
		}
	}
	if len(first.Findings) == 0 {
		t.Error("nothing found")
	}
	slices.Reverse(list)
	reversed, err := Run(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.Findings, reversed.Findings); diff != "" {
		t.Errorf("the order of the articles changes the findings:\n%s", diff)
	}
}

func TestRunErrors(t *testing.T) {
	list := articles(t, "Bridge row\n\nAnn Lee said the bridge at Marlbeck was safe.", "Bridge row\n\nTom Hale said the bridge at Marlbeck was not safe.")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, list, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
	gone := errors.New("model is gone")
	if _, err := Run(context.Background(), list, Options{Judge: fixed{gone}}); !errors.Is(err, gone) {
		t.Errorf("judge fails: got %v", err)
	}
	r, err := Run(context.Background(), nil, Options{})
	if err != nil || r.Claims == nil || r.Findings == nil || r.Warnings == nil {
		t.Errorf("no articles: want empty lists, got %+v, %v", r, err)
	}
}

func TestNotEnglish(t *testing.T) {
	list := articles(t, "Bridge row\n\nAnn Lee said the bridge at Marlbeck was safe.")
	list[0].Language = "fr"
	r, err := Run(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Claims) != 0 || len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0].Reason, "not in English") {
		t.Errorf("want no claims and a warning, got %d and %v", len(r.Claims), r.Warnings)
	}
}

func TestRelate(t *testing.T) {
	lee, hale := &claims.Speaker{ID: "person:lee"}, &claims.Speaker{ID: "person:hale"}
	ministry := &claims.Speaker{ID: "group:m", Name: "Ministry", Party: "Norland"}
	minister := &claims.Speaker{ID: "person:m", Party: "Norland"}
	claim := func(article string, kind claims.Kind, s *claims.Speaker) claims.Claim {
		return claims.Claim{Article: article, Outlet: "of " + article, Kind: kind, Speaker: s, Date: "2017-01-02"}
	}
	for _, c := range []struct {
		name    string
		a, b    claims.Claim
		typ     compare.Type
		sameDay bool
		want    compare.Relation
		guard   string
	}{
		{"two speakers", claim("1", claims.Direct, lee), claim("2", claims.Reported, hale), compare.Negation, true, compare.Dispute, ""},
		{"a speaker and an outlet", claim("1", claims.Direct, lee), claim("2", claims.Own, nil), compare.Number, true, compare.Dispute, ""},
		{"two outlets", claim("1", claims.Own, nil), claim("2", claims.Own, nil), compare.Number, true, compare.Conflict, ""},
		{"headline and body", claim("1", claims.Titled, nil), claim("1", claims.Own, nil), compare.Antonym, true, compare.Heading, ""},
		{"on another day", claim("1", claims.Direct, lee), claim("2", claims.Direct, lee), compare.Negation, false, compare.Shift, ""},
		{"on the same day, in two papers", claim("1", claims.Direct, lee), claim("2", claims.Direct, lee), compare.Negation, true, compare.Misquote, ""},
		{"on the same day, in one", claim("1", claims.Direct, lee), claim("1", claims.Direct, lee), compare.Negation, true, "", sameSide},
		{"paraphrase and quotation", claim("1", claims.Direct, lee), claim("2", claims.Reported, lee), compare.Quantifier, true, compare.Misquote, ""},
		{"one side", claim("1", claims.Direct, minister), claim("2", claims.Direct, ministry), compare.Negation, true, "", sameSide},
		{"wording", claim("1", claims.Direct, lee), claim("2", claims.Direct, lee), compare.Wording, true, compare.Misquote, ""},
	} {
		rule := map[compare.Type]string{compare.Wording: "wording"}[c.typ]
		got, guard := relate(c.a, c.b, compare.Verdict{Type: c.typ, Rule: rule}, c.sameDay)
		if got != c.want || guard != c.guard {
			t.Errorf("%s: got %q, %q, want %q, %q", c.name, got, guard, c.want, c.guard)
		}
	}
}

// TestFold: a dispute told in four pairs of places is shown at most perMatter
// times, and no claim is lost.
func TestFold(t *testing.T) {
	text := "The talks between the council of Marlbeck and its union %s, %s said on Monday.\n\nThe talks in Marlbeck between council and union %[1]s, %[2]s said."
	list := articles(t, "Row\n\n"+fmt.Sprintf(text, "have stopped", "Ann Lee"), "Row\n\n"+fmt.Sprintf(text, "have not stopped", "Tom Hale"))
	r, err := Run(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) == 0 || len(r.Findings) > perMatter {
		t.Fatalf("want 1 to %d findings, got %d", perMatter, len(r.Findings))
	}
	named := map[string]bool{}
	for _, f := range r.Findings {
		for _, ids := range [][]string{{f.A, f.B}, f.Also.A, f.Also.B} {
			for _, id := range ids {
				named[id] = true
			}
		}
	}
	if len(named) < 4 {
		t.Errorf("want all four claims named, got %d in %+v", len(named), r.Findings)
	}
}

// TestFoldUnderLowBar: what a higher bar shows is shown under a lower one, too,
// however many doubtful findings link it with what else is shown.
func TestFoldUnderLowBar(t *testing.T) {
	const matters = 2 * perMatter
	side := func(name string, n int) *claims.Claim {
		id := fmt.Sprint(name, n)
		return &claims.Claim{ID: id, Article: id, Speaker: &claims.Speaker{ID: id}, Content: []claims.Span{{End: 1}}}
	}
	opposed := func(a, b *claims.Claim, score float64) Opposed {
		f := compare.Finding{ID: a.ID + b.ID, A: a.ID, B: b.ID, Relation: compare.Dispute, Score: score}
		return Opposed{Finding: f, ClaimA: a, ClaimB: b, WordsA: a.ID, WordsB: b.ID}
	}
	var sure, all []Opposed
	for n := range matters {
		sure = append(sure, opposed(side("a", n), side("b", n), .9))
		all = append(all, sure[n], opposed(side("a", n), side("a", n+1), .1))
	}
	if high, low := fold(sure), fold(all); len(high) != matters || len(low) < len(high) {
		t.Errorf("%d findings are shown, and under a lower bar %d", len(high), len(low))
	}
}

func TestSentences(t *testing.T) {
	text := `"The bridge," she said, "is safe. We looked." "It stays."`
	var content []claims.Span
	for _, part := range []string{"The bridge,", "is safe. We looked.", "It stays."} {
		at := strings.Index(text, part)
		content = append(content, claims.Span{Start: at, End: at + len(part)})
	}
	var got []string
	for _, pieces := range sentences(text, content) {
		got = append(got, claims.Join(text, pieces))
	}
	want := []string{"The bridge, is safe.", "We looked.", "It stays."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestSupposed wants the "if" before a claim's content read with it, and no other word.
func TestSupposed(t *testing.T) {
	for text, want := range map[string]string{
		"As Lee says, if |the dam leaks": "if the dam leaks",
		"If |the dam leaks":              "If the dam leaks",
		"“Unless |the dam leaks":         "Unless the dam leaks",
		"She said that |the dam leaks":   "the dam leaks",
		"|the dam leaks":                 "the dam leaks",
	} {
		before, _, _ := strings.Cut(text, "|")
		text = strings.Replace(text, "|", "", 1)
		got := supposed(text, []claims.Span{{Start: len(before), End: len(text)}})
		if claims.Join(text, got) != want {
			t.Errorf("%q: %q, want %q", text, claims.Join(text, got), want)
		}
	}
}
