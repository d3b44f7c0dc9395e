package article

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// TestCutIsParse: the parts of a file, parsed one by one, are what Parse finds
// in it.
func TestCutIsParse(t *testing.T) {
	row := `{"id":"a","title":"Bridge closed","date":"2021-03-01","body":"The bridge is closed, the mayor said on Monday."}`
	for name, data := range map[string]string{
		"rows.jsonl":     row + "\n\n" + strings.Replace(row, `"a"`, `"b"`, 1) + "\n{\"id\":\n",
		"rows":           row + "\n",
		"empty.jsonl":    "\n\n",
		"nothing.txt":    "",
		"long.jsonl":     row + "\n" + strings.Repeat("x", maxLine+1) + "\n" + row,
		"page.html":      "<html><title>Bridge closed</title><p>The bridge is closed, the mayor said.</p></html>",
		"page":           "<!doctype html><p>The bridge is closed, the mayor said.</p>",
		"article.md":     "---\ntitle: Bridge closed\n---\n\nThe bridge is closed.\n",
		"photo.txt":      "\xff\xd8\xff\xe0 not a text",
		"broken.jsonl":   "\x1f\x8b not gzip",
		"plain article":  "Bridge closed\n\nThe bridge is closed, the mayor said.",
		"packed.jsonl.x": row,
	} {
		articles, warnings := Parse(name, []byte(data))
		var gotArticles []claims.Article
		var gotWarnings []claims.Warning
		warn := func(w claims.Warning) { gotWarnings = append(gotWarnings, w) }
		err := Cut(name, strings.NewReader(data), func(r Raw) error {
			a, w := r.Parse()
			gotArticles, gotWarnings = append(gotArticles, a...), append(gotWarnings, w...)
			return nil
		}, warn)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff([]any{articles, warnings}, []any{gotArticles, gotWarnings}); diff != "" {
			t.Errorf("%s: -Parse +Cut\n%s", name, diff)
		}
	}
}

// TestNamesByStem: articles named stem by stem have the IDs that Walk gives them.
func TestNamesByStem(t *testing.T) {
	var rows bytes.Buffer
	for i, id := range strings.Fields("a b a a#2 a a#2 a#2#2 b c#x c#x b#2 a") {
		fmt.Fprintf(&rows, `{"id":%q,"outlet":"Meridian","body":"The bridge is closed for repairs, part %d."}`+"\n", id, i/2)
	}
	path := filepath.Join(t.TempDir(), "rows.jsonl")
	if err := os.WriteFile(path, rows.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	var want, got []string
	var warnings []string
	err := Walk(context.Background(), []string{path}, nil, func(a claims.Article) error {
		want = append(want, fmt.Sprint(a.Line, " ", a.ID, " ", a.Given))
		return nil
	}, func(w claims.Warning) { warnings = append(warnings, w.Reason) })
	if err != nil || len(warnings) < 5 {
		t.Fatal(err, warnings)
	}
	articles, _ := Parse(path, rows.Bytes())
	byStem := map[string]*Names{}
	for _, a := range articles {
		n := byStem[Stem(a.ID)]
		if n == nil {
			n = &Names{}
			byStem[Stem(a.ID)] = n
		}
		why, keep := n.Enter(&a)
		if keep {
			got = append(got, fmt.Sprint(a.Line, " ", a.ID, " ", a.Given))
		}
		if at := slices.Index(warnings, why); why != "" && at < 0 {
			t.Errorf("Walk does not say %q", why)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-Walk +Names\n%s", diff)
	}
}
