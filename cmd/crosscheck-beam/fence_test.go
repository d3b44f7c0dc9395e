package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/extract"
	"crosscheck/compare"
	"crosscheck/compare/check"
)

// lonely is one of our own articles that is a story by itself.
const lonely = "library.html"

// without is the newsroom without its lonely article.
func without(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(newsroom + "/*/*")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(path string) bool { return filepath.Base(path) == lonely })
}

// foundIn are the findings of a report, as JSON, and its warnings.
func foundIn(t *testing.T, data []byte) (string, []claims.Warning) {
	t.Helper()
	var r compare.Report
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	out, err := json.MarshalIndent([]any{r.Findings, r.SetAside}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out), r.Warnings
}

// TestPoison: an article that makes a stage panic is a dead letter with its
// reason, and all others are compared as they are without it.
func TestPoison(t *testing.T) {
	want, _ := foundIn(t, oneMachine(t, without(t)...))
	defer func() { parse, claimsOf, openStory = article.Raw.Parse, extract.Finder{}.Claims, check.Options.Open }()
	for stage, poison := range map[string]func(){
		"read": func() {
			parse = func(r article.Raw) ([]claims.Article, []claims.Warning) {
				panicAt(r.Path)
				return r.Parse()
			}
		},
		"extract": func() {
			claimsOf = func(a claims.Article) []claims.Claim {
				panicAt(a.Path)
				return extract.Claims(a)
			}
		},
		"open": func() {
			openStory = func(o check.Options, ctx context.Context, list []check.Sheet) (*check.Opened, error) {
				for _, s := range list {
					panicAt(s.Article.Path)
				}
				return o.Open(ctx, list)
			}
		},
	} {
		t.Run(stage, func(t *testing.T) {
			parse, claimsOf, openStory = article.Raw.Parse, extract.Finder{}.Claims, check.Options.Open
			poison()
			o := onPrism(t, 1, newsroom+"/*/*")
			got, warnings := foundIn(t, o.report)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-without the article +with it\n%s", diff)
			}
			if len(o.letters) != 1 || filepath.Base(o.letters[0].Path) != lonely || o.letters[0].Stage != stage || !strings.Contains(o.letters[0].Reason, "no such luck") {
				t.Errorf("dead letters: %+v", o.letters)
			}
			if len(warnings) != 1 || filepath.Base(warnings[0].Path) != lonely {
				t.Errorf("warnings: %+v", warnings)
			}
		})
	}
}

func panicAt(path string) {
	if filepath.Base(path) == lonely {
		panic("no such luck")
	}
}

// TestPoisonInStory: of a story with an article that cannot be opened the others
// are opened.
func TestPoisonInStory(t *testing.T) {
	defer func() { openStory = check.Options.Open }()
	const poisoned = "ferry-papers.txt"
	openStory = func(o check.Options, ctx context.Context, list []check.Sheet) (*check.Opened, error) {
		for _, s := range list {
			if filepath.Base(s.Article.Path) == poisoned {
				panic("no such luck")
			}
		}
		return o.Open(ctx, list)
	}
	o := onPrism(t, 1, newsroom+"/*/*")
	var r compare.Report
	if err := json.Unmarshal(o.report, &r); err != nil {
		t.Fatal(err)
	}
	if len(o.letters) != 1 || filepath.Base(o.letters[0].Path) != poisoned {
		t.Errorf("dead letters: %+v", o.letters)
	}
	if len(r.Articles) != 11 || !slices.ContainsFunc(r.Articles, func(a claims.Article) bool { return filepath.Base(a.Path) == "ferry-horror.html" }) {
		t.Errorf("%d articles are left", len(r.Articles))
	}
}

// TestBadRows: rows that are no articles, IDs that come twice and texts that are
// not English give the same report as on the single machine, and a dead letter
// for each row that is lost.
func TestBadRows(t *testing.T) {
	body := strings.Repeat("The mayor said the bridge is closed for repairs this week. ", 4)
	rows := []string{
		`{"id":"1","outlet":"Harbour Post","title":"Bridge closed","date":"2021-03-01","body":` + quoted(body) + `}`,
		`{"id":"1","outlet":"Lantern","title":"Bridge open","date":"2021-03-02","body":` + quoted(strings.ReplaceAll(body, "closed", "open")) + `}`,
		`{"id":"1#2","outlet":"Meridian","title":"Bridge","date":"soon","body":` + quoted(strings.ReplaceAll(body, "closed", "safe")) + `}`,
		`{"id":"1","outlet":"Harbour Post","title":"Bridge closed","date":"2021-03-01","body":` + quoted(body) + `}`,
		`{"id":"2","body":`,
		`{"id":"3","title":"No body"}`,
		``,
		`{"id":"4","outlet":"Laterne","title":"Brücke","date":"2021-03-01","body":` + quoted(strings.Repeat("Die Brücke über den Fluss bleibt nach Angaben der Stadt bis zum Herbst gesperrt. ", 6)) + `}`,
	}
	path := filepath.Join(t.TempDir(), "rows.jsonl")
	if err := os.WriteFile(path, []byte(strings.Join(rows, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	o := onPrism(t, 1, path)
	want := oneMachine(t, path)
	if n := bytes.Count(want, []byte(`"reason"`)); n < 6 {
		t.Errorf("only %d warnings", n)
	}
	same(t, want, o.report)
	lines := []int{}
	for _, d := range o.letters {
		lines = append(lines, d.Line)
	}
	slices.Sort(lines)
	if diff := cmp.Diff([]int{5, 6}, lines); diff != "" {
		t.Errorf("dead letters: -want +got\n%s", diff)
	}
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}
