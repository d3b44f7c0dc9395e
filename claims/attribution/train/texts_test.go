package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/attribution"
	"crosscheck/claims/datatest"
	"crosscheck/compare/eval"
)

func texts(paths string) (out []eval.Annotated) {
	for p := range strings.FieldsSeq(paths) {
		out = append(out, eval.Annotated{Article: claims.Article{Path: p}})
	}
	return out
}

func paths(texts []eval.Annotated) string {
	var out []string
	for _, t := range texts {
		out = append(out, t.Article.Path)
	}
	return strings.Join(out, " ")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		n           int
		train, held string
	}{
		{0, "a b a c d b e", ""}, {-1, "a b a c d b e", ""}, {2, "a a c e", "b d b"}, {3, "a a c d", "b b e"}, {9, "a b a c d b", "e"}, {99, "a b a c d b e", ""},
	} {
		train, held := split(texts("a b a c d b e"), c.n)
		if diff := cmp.Diff([]string{c.train, c.held}, []string{paths(train), paths(held)}); diff != "" {
			t.Errorf("every %d: -want +got\n%s", c.n, diff)
		}
	}
}

// TestExamples: a text that two people marked has one number, and each sentence
// what was marked in it.
func TestExamples(t *testing.T) {
	text := "Lee said that the dam held. It was built in 1950.\n"
	list, _ := article.Parse("a.txt", []byte(text))
	gold := []eval.Attribution{{Source: spans(text, "Lee"), Cue: spans(text, "said"), Content: spans(text, "that the dam held")}}
	other := claims.Article{Path: "b.txt"}
	got := examples([]eval.Annotated{{Article: list[0], Gold: gold}, {Article: other}, {Article: list[0]}})
	var numbers, marked []int
	for _, e := range got {
		numbers, marked = append(numbers, e.Text), append(marked, len(e.Gold))
	}
	if diff := cmp.Diff([][]int{{0, 0, 0, 0}, {1, 0, 0, 0}}, [][]int{numbers, marked}); diff != "" {
		t.Fatalf("texts and what is marked: -want +got\n%s", diff)
	}
	at := func(from, to int) []attribution.Range { return []attribution.Range{{From: from, To: to}} }
	if diff := cmp.Diff([]attribution.Attribution{{Source: at(0, 1), Cue: at(1, 2), Content: at(2, 6)}}, got[0].Gold); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestRun(t *testing.T) {
	corpus := filepath.Join(datatest.Root(t), "compare", "eval", "testdata", "corpus")
	out := filepath.Join(t.TempDir(), "weights.bin")
	var stdout bytes.Buffer
	if err := run([]string{"-passes", "1", "-o", out, corpus}, &stdout, io.Discard); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(stdout.String(), " sentences, ") {
		t.Errorf("it says %q", &stdout)
	}
	file, err := os.ReadFile(out)
	if err != nil || !strings.HasPrefix(string(file), "attribution weights 1\n") {
		t.Errorf("the file begins %.30q; error %v", file, err)
	}
	stdout.Reset()
	if err := run([]string{"-passes", "1", "-hold", "1", corpus}, &stdout, io.Discard); err != nil || !strings.Contains(stdout.String(), "cue F1 ") {
		t.Errorf("all texts held out: it says %q; error %v", &stdout, err)
	}
	for _, args := range [][]string{{}, {"a", "b"}, {"-passes", "x", corpus}, {filepath.Join(corpus, "missing")}} {
		if err := run(args, io.Discard, io.Discard); err == nil {
			t.Errorf("%q: no error", args)
		}
	}
}
