package article

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// tree writes files into a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// walk collects "path:line id" and the warnings of a walk.
func walk(t *testing.T, dir, stdin string, paths ...string) (ids, warnings []string) {
	t.Helper()
	err := Walk(t.Context(), paths, strings.NewReader(stdin), func(a claims.Article) error {
		if why := sound(a); why != "" {
			t.Errorf("%s: %s", a.Path, why)
		}
		rel, _ := filepath.Rel(dir, a.Path)
		ids = append(ids, fmt.Sprintf("%s:%d %s", rel, a.Line, a.ID))
		return nil
	}, func(w claims.Warning) {
		rel, _ := filepath.Rel(dir, w.Path)
		warnings = append(warnings, fmt.Sprintf("%s:%d %s", rel, w.Line, w.Reason))
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids, warnings
}

func TestWalk(t *testing.T) {
	line := func(id, body string) string {
		return fmt.Sprintf(`{"id":%q,"outlet":"Courier","body":%q}`+"\n", id, body)
	}
	dir := tree(t, map[string]string{
		"b.jsonl":          line("1", body) + line("2", body+" Or so."),
		"a/c.jsonl":        line("1", body) + line("2", "Another text: the bridge was closed at noon.") + line("2", "A third text: the bridge fell at night."),
		".hidden/x.jsonl":  line("h", body),
		"README.md":        "# What is here",
		"table.csv":        "a,b",
		"empty/readme.txt": "nothing",
		"blank.txt":        "",
	})
	ids, warnings := walk(t, dir, "", dir, filepath.Join(dir, "gone.txt"), filepath.Join(dir, "empty"))
	wantIDs := []string{"a/c.jsonl:1 1", "a/c.jsonl:2 2", "a/c.jsonl:3 2#2", "b.jsonl:2 2#3"}
	if diff := cmp.Diff(wantIDs, ids); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	wantWarnings := []string{
		`a/c.jsonl:3 has the ID "2" of another article and was given "2#2"`,
		`b.jsonl:1 was left out: it is the article "1" again`,
		`b.jsonl:2 has the ID "2" of another article and was given "2#3"`,
		`blank.txt:0 is empty`,
		`gone.txt:0 does not exist`,
		`empty:0 has no article in it; hint: files that end in .txt, .md, .html, .jsonl or .jsonl.gz`,
	}
	if diff := cmp.Diff(wantWarnings, warnings); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestWalkStdin(t *testing.T) {
	ids, warnings := walk(t, "", `{"id":"s","body":"`+body+`"}`, "-")
	if len(ids) != 1 || !strings.HasSuffix(ids[0], ":1 s") || len(warnings) != 0 {
		t.Errorf("%v %v", ids, warnings)
	}
}

func TestWalkErrors(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": body, "b.txt": body + " Twice."})
	mine := errors.New("enough")
	seen := 0
	err := Walk(t.Context(), []string{dir}, nil, func(claims.Article) error { seen++; return mine }, func(claims.Warning) {})
	if err != mine || seen != 1 {
		t.Errorf("after visit's error: %v, %d articles", err, seen)
	}
	ctx, cancel := context.WithCancel(t.Context())
	seen = 0
	err = Walk(ctx, []string{dir}, nil, func(claims.Article) error { seen++; cancel(); return nil }, func(claims.Warning) {})
	if !errors.Is(err, context.Canceled) || seen != 1 {
		t.Errorf("after cancelling: %v, %d articles", err, seen)
	}
}
