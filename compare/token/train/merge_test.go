package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"crosscheck/compare/token"

	"github.com/google/go-cmp/cmp"
)

func TestLearn(t *testing.T) {
	counts := map[string]int{"low": 5, "lower": 2, "newest": 6, "widest": 3, "x": 9, "rare": 1}
	got := learn(counts, 1000, 2)
	alphabet := slices.Index(got, "##z") + 1
	// "es" 9 times, "est" 9, "ow" 7, "low" 7, then what is seen 6 times, by the
	// alphabet, and so on down to what is seen twice.
	want := []string{"##es", "##est", "##ow", "low", "##ew", "##ewest", "newest", "##dest", "##idest", "widest", "##er", "lower"}
	var merged []string
	for _, p := range got[alphabet:] {
		if len(p) > 3 || p[0] != '#' && len(p) > 1 {
			merged = append(merged, p)
		}
	}
	if diff := cmp.Diff(want, merged); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	if len(learn(counts, 110, 2)) != 110 {
		t.Error("more pieces than were asked for")
	}
}

func TestReplace(t *testing.T) {
	for _, c := range []struct{ in, want []int }{
		{[]int{1, 2, 1, 2}, []int{9, 9}},
		{[]int{1, 1, 2}, []int{1, 9}},
		{[]int{2, 1}, []int{2, 1}},
		{nil, nil},
	} {
		if diff := cmp.Diff(c.want, replace(slices.Clone(c.in), [2]int{1, 2}, 9)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.in, diff)
		}
	}
	// Three alike: the first two are a pair, and the third stays.
	if diff := cmp.Diff([]int{9, 1}, replace([]int{1, 1, 1}, [2]int{1, 1}, 9)); diff != "" {
		t.Error(diff)
	}
}

// TestWrite wants a file that package token can read.
func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tokenizer.json")
	if err := write(path, learn(map[string]int{"low": 5, "lower": 2}, 200, 1)); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tok, err := token.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	pieces, err := tok.Encode("Lower & slow", 9)
	if err != nil || len(pieces) != 5 {
		t.Errorf("%v, error %v", pieces, err)
	}
}
