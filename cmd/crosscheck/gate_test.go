package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
)

// TestGateBesideIndex: a gate does not wait for another run that has the archive
// open, and once that is done it sees what is new.
func TestGateBesideIndex(t *testing.T) {
	dir := t.TempDir()
	var out bytes.Buffer
	if err := run(context.Background(), strings.NewReader(""), &out, &out, []string{"index", "../../testdata/gate/archive", "--db", dir}); err != nil {
		t.Fatal(err)
	}
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	a.console.quiet()
	made, err := a.made()
	if err != nil {
		t.Fatal(err)
	}
	store, err := archive.Open(t.Context(), archive.Folder(dir), made)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	shelf := &keptShelf{app: a, at: dir}
	defer shelf.Close()
	before, err := shelf.near(t.Context(), nil, check.Options{})
	if err != nil || before.of == 0 {
		t.Fatalf("%d articles, %v", before.of, err)
	}
	late := claims.Article{ID: "late", Text: "The mayor said the bridge was closed.", Date: "2031-05-09", Blocks: []claims.Block{{Kind: claims.Paragraph, Span: claims.Span{End: 37}}}}
	if _, err := store.Add(t.Context(), []claims.Article{late}, false, check.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	shelf.looked = time.Time{}
	for range 2 {
		if _, err := shelf.near(t.Context(), nil, check.Options{}); err != nil {
			t.Fatal(err)
		}
		shelf.reading.Wait()
	}
	if after, err := shelf.near(t.Context(), nil, check.Options{}); err != nil || after.of != before.of+1 {
		t.Errorf("%d articles, then %d, %v", before.of, after.of, err)
	}
}

// TestNothingOfADraftIsKept: a gate leaves a kept archive as it was, to the byte.
func TestNothingOfADraftIsKept(t *testing.T) {
	dir := t.TempDir()
	var out bytes.Buffer
	must := func(want error, args ...string) {
		t.Helper()
		if err := run(context.Background(), strings.NewReader(""), &out, &out, args); !errors.Is(err, want) {
			t.Fatalf("%q: %v\n%s", args, err, out.String())
		}
	}
	must(nil, "index", "../../testdata/gate/archive", "--db", dir)
	before := contents(t, dir)
	must(errHold, "gate", "../../testdata/gate/drafts/number.md", "--against", dir)
	if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
		t.Errorf("the archive has changed:\n%s", diff)
	}
}

// contents are the files of a folder.
func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if out[e.Name()], err = os.ReadFile(dir + "/" + e.Name()); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// asked counts the pairs that a judge is asked about; it opposes all of them.
type asked struct{ n int }

func (*asked) Name() string { return "asked/1" }

func (j *asked) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	j.n += len(pairs)
	out := make([]compare.Verdict, len(pairs))
	for i := range out {
		out[i].Label = compare.Contradiction
	}
	return out, nil
}

// figures is a reader that opposes statements with different first words.
type figures struct{ asked }

func (*figures) Read(s compare.Statement) compare.Reading { return s }

func (*figures) Oppose(a, b compare.Reading) (compare.Verdict, bool) {
	x, y := strings.Fields(a.(compare.Statement).Text), strings.Fields(b.(compare.Statement).Text)
	at := func(w string) []claims.Span { return []claims.Span{{Start: 0, End: len(w)}} }
	return compare.Verdict{Label: compare.Contradiction, Type: compare.Number, Score: .62, Evidence: compare.Evidence{A: at(x[0]), B: at(y[0])}},
		x[0] != y[0] && x[1] == y[1]
}

// TestAgainstItself: two passages of a draft oppose each other; the entries of a
// list do not.
func TestAgainstItself(t *testing.T) {
	r := &compare.Report{}
	from := 0
	for i, text := range []string{"14 boats", "2 dogs", "40 boats", "3 dogs", "5 dogs", "40 boats"} {
		c := claims.Claim{ID: text, Article: "d", Kind: claims.Own, Text: text, Content: []claims.Span{{Start: from, End: from + len(text)}}}
		if i == 5 {
			c.Article, c.ID = "other", "x"
		}
		r.Claims, from = append(r.Claims, c), from+len(text)+1
	}
	withSelf(r, &figures{}, []claims.Article{{ID: "d"}})
	if len(r.Findings) != 1 || r.Findings[0].A != "14 boats" || r.Findings[0].B != "40 boats" || r.Findings[0].Evidence.B[0] != (claims.Span{Start: 16, End: 18}) {
		t.Errorf("%+v", r.Findings)
	}
	withSelf(r, &asked{}, []claims.Article{{ID: "d"}}) // a judge that is no reader is not asked
	if len(r.Findings) != 1 {
		t.Errorf("%+v", r.Findings)
	}
}

func FuzzParseDrafts(f *testing.F) {
	for _, s := range []string{"", "A line.\ncrosscheck: allow misquote because x\n", "{\"body\": \"crosscheck: allow misquote because x\\nA line of a body.\"}\n{", "<!doctype html><p>A line.<!-- crosscheck: allow x --></p>", "{\"body\": null}", "\xff\xfec"} {
		for _, path := range []string{"-", "a.txt", "a.md", "a.html", "a.jsonl"} {
			f.Add(path, []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		drafts, _ := parseDrafts(path, data)
		for _, d := range drafts {
			if !utf8.ValidString(d.Text) {
				t.Fatalf("%q: %q is no UTF-8", data, d.Text)
			}
			for _, a := range d.allows {
				if a.Line < 1 {
					t.Fatalf("%q: %+v", data, a)
				}
			}
		}
	})
}
