package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare/check"
	"crosscheck/report/gate"
)

// quietApp is a command that prints nothing.
func quietApp() *app {
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	a.console.quiet()
	return a
}

// TestSameAsSlow: looking drafts up finds what grouping everything anew finds.
func TestSameAsSlow(t *testing.T) {
	root := filepath.Join("..", "..", "testdata")
	paths := []string{filepath.Join(root, "gate", "archive"), filepath.Join(root, "articles")}
	a := quietApp()
	articles := slices.Concat(read(t, a, paths[0]), read(t, a, paths[1]))
	drafts := read(t, a, filepath.Join(root, "gate", "drafts"))
	for _, x := range articles {
		drafts = append(drafts, changed(x))
	}
	held := a.openAgainst(paths)
	defer held.Close()
	sameAsSlow(t, a, held, articles, drafts)
}

// TestSameAsSlowOnData does so with articles of three outlets on each event.
func TestSameAsSlowOnData(t *testing.T) {
	if testing.Short() {
		t.Skip("many articles")
	}
	a := quietApp()
	articles := read(t, a, measuring(t, "stories", "basil.jsonl"))
	articles = articles[:min(120, len(articles))]
	var drafts []claims.Article
	for i := 0; i < len(articles); i += 12 {
		drafts = append(drafts, changed(articles[i]))
	}
	held, err := check.Hold(t.Context(), articles, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sameAsSlow(t, a, &fileShelf{app: a, held: held}, articles, drafts)
}

// measuring is the path of a file of the measuring data, as package datatest has
// it, whose flags are those of this package's tests.
func measuring(t testing.TB, elem ...string) string {
	t.Helper()
	dir := os.Getenv("CROSSCHECK_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{dir, "data"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CROSSCHECK_REQUIRE_DATA") != "" {
			t.Fatalf("measuring data required: %v", err)
		}
		t.Skipf("SKIP-DATA: no measuring data: %v; hint: set CROSSCHECK_DATA to its folder", err)
	}
	return path
}

// read are the articles of a path.
func read(t testing.TB, a *app, path string) []claims.Article {
	t.Helper()
	list, _, err := a.readArticles(context.Background(), []string{path}, func(string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// changed is a draft made of an article: other figures, and what was denied is
// said.
func changed(x claims.Article) claims.Article {
	x.ID, x.URL, x.Path, x.Line = "draft of "+x.ID, "", "-", 0
	x.Text = strings.NewReplacer("3", "7", " has not ", " has now ", " will not ", " will now ", " did not ", " did now ").Replace(x.Text)
	return x
}

// sameAsSlow compares both ways, draft by draft.
func sameAsSlow(t *testing.T, a *app, held opened, articles, drafts []claims.Article) {
	t.Helper()
	by, err := a.opinions()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drafts {
		if d.Language != "" && d.Language != "en" {
			continue
		}
		in := func() gate.Input {
			return gate.Input{Policy: gate.Default(), Drafts: []gate.Draft{{Article: d.ID, Path: d.Path, Title: d.Title}}}
		}
		slow, fast := in(), in()
		slowGate(t, by, &slow, articles, []claims.Article{d})
		gateRun(t.Context(), by, &fast, []claims.Article{d}, held)
		if diff := cmp.Diff(reasons(slow), reasons(fast)); diff != "" {
			t.Errorf("%s: -slow +fast\n%s", d.ID, diff)
		}
	}
}

// reasons are what a decision says, line by line.
func reasons(in gate.Input) []string {
	d := gate.Decide(in)
	out := []string{fmt.Sprintf("%s, %d let through", d.Outcome, len(d.Let))}
	for _, r := range d.Reasons {
		line := fmt.Sprintf("%s %s %s", r.Level, r.Code, r.What)
		if r.Clash != nil {
			line += fmt.Sprintf(" %.3f %s %s %s %s", r.Clash.Score, r.Clash.Other, r.Clash.Ours.Claim, r.Clash.Theirs.Claim, r.Clash.Why)
		}
		out = append(out, line)
	}
	return out
}
