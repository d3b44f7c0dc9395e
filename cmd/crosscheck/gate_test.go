package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/archive"
)

// TestBusyArchive: a gate waits for another run that has the archive open, and
// says so where that takes too long.
func TestBusyArchive(t *testing.T) {
	dir := t.TempDir()
	other, err := archive.Open(dir, "made")
	if err != nil {
		t.Fatal(err)
	}
	soon, cancel := context.WithTimeout(context.Background(), 3*busyEvery)
	defer cancel()
	if _, err := openSoon(soon, dir, "made"); !errors.Is(err, archive.ErrBusy) {
		t.Fatalf("opened while another has it: %v", err)
	}
	time.AfterFunc(2*busyEvery, func() { other.Close() })
	ours, err := openSoon(context.Background(), dir, "made")
	if err != nil {
		t.Fatal(err)
	}
	ours.Close()
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

// TestOnlyAboutDrafts: what two articles of the archive say to each other is
// nobody's business, unless one prints a draft's text.
func TestOnlyAboutDrafts(t *testing.T) {
	j := &asked{}
	only := aboutDrafts(j, []claims.Article{{ID: "d"}}, map[string]bool{"copy": true})
	of := func(article, id string) compare.Statement {
		return compare.Statement{Claim: &claims.Claim{ID: id, Article: article}}
	}
	pairs := []compare.Pair{{A: of("d", "1"), B: of("x", "2")}, {A: of("x", "2"), B: of("y", "3")}, {A: of("x", "2"), B: of("y", "copy")}, {A: of("x", "2"), B: of("d", "1")}}
	verdicts, err := only.Judge(context.Background(), pairs)
	var got []compare.Label
	for _, v := range verdicts {
		got = append(got, v.Label)
	}
	want := []compare.Label{compare.Contradiction, compare.Neutral, compare.Contradiction, compare.Contradiction}
	if diff := cmp.Diff(want, got); diff != "" || err != nil || j.n != 3 || only.Name() != "asked/1" {
		t.Errorf("%v, asked about %d (-want +got):\n%s", err, j.n, diff)
	}
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

// TestNear: which articles of another story a draft may be held against.
func TestNear(t *testing.T) {
	speaker := func(name string) *claims.Speaker { return &claims.Speaker{Name: name} }
	r := &compare.Report{
		Claims:  []claims.Claim{{ID: "d1", Article: "d", Speaker: speaker("Mara Lind")}, {ID: "d2", Article: "d"}},
		Stories: []compare.Story{{Articles: []string{"d", "partner"}}, {Articles: []string{"x", "y"}}},
		Topics:  []compare.Topic{{Claims: []string{"d1", "a", "b", "c", "e"}}, {Claims: []string{"d2", "f"}}, {Claims: []string{"g"}}},
		Copies:  []compare.Copies{{Claims: []string{"h", "d2"}}},
	}
	w := wantedOf(r, []claims.Article{{ID: "d", Date: "2031-05-04"}})
	for _, c := range []struct {
		article, date string
		claim         claims.Claim
		want          bool
	}{
		{"partner", "1999-01-01", claims.Claim{ID: "none"}, true},
		{"x", "2031-05-01", claims.Claim{ID: "none"}, false},
		{"x", "2031-05-01", claims.Claim{ID: "a", Speaker: speaker("Tom Okoye")}, true},
		{"x", "", claims.Claim{ID: "a", Speaker: speaker("Tom Okoye")}, true},
		{"x", "2030-05-01", claims.Claim{ID: "a", Speaker: speaker("Tom Okoye")}, false},
		{"x", "2030-05-01", claims.Claim{ID: "a", Speaker: speaker("Ms Lind")}, true},
		{"x", "2031-05-01", claims.Claim{ID: "a"}, false},
		{"x", "2031-05-01", claims.Claim{ID: "f", Speaker: speaker("Tom Okoye")}, false},
		{"x", "2031-05-01", claims.Claim{ID: "g", Speaker: speaker("Tom Okoye")}, false},
		{"x", "1999-05-01", claims.Claim{ID: "h"}, true},
	} {
		if got := w.takes(&claims.Article{ID: c.article, Date: c.date}, []claims.Claim{c.claim}); got != c.want {
			t.Errorf("%s of %s, claim %+v: %t", c.article, c.date, c.claim, got)
		}
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
