package main

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/extract"
)

// TestAgain: a bundle that is tried again, with its group in another order,
// emits the same.
func TestAgain(t *testing.T) {
	group := storyOf(t)
	f := &openFn{}
	f.Setup()
	want := emitted(t, f, group)
	if len(want) < 50 {
		t.Fatalf("only %d things are emitted", len(want))
	}
	for seed := range uint64(5) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(group), func(i, j int) { group[i], group[j] = group[j], group[i] })
		if diff := cmp.Diff(want, emitted(t, f, group)); diff != "" {
			t.Fatalf("seed %d: -before +again\n%s", seed, diff)
		}
	}
}

// storyOf are all articles of the newsroom as one story.
func storyOf(t *testing.T) (group [][]byte) {
	t.Helper()
	err := article.Walk(t.Context(), []string{newsroom}, nil, func(a claims.Article) error {
		one := sheet{order(0, a.Path, a.Line), a, extract.Claims(a)}
		group = append(group, sheets.packer().Append(nil, &one))
		return nil
	}, func(w claims.Warning) { t.Error(w) })
	if err != nil {
		t.Fatal(err)
	}
	return group
}

// emitted is what opening a story emits, sorted.
func emitted(t *testing.T, f *openFn, group [][]byte) (out []string) {
	t.Helper()
	one := func(data []byte) { out = append(out, string(data)) }
	two := func(key string, data []byte) { out = append(out, key+"\x00"+string(data)) }
	if err := f.ProcessElement(context.Background(), "story", each(group), each(nil), two, two, two, one, one, func(s string) { out = append(out, s) }); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func each(list [][]byte) func(*[]byte) bool {
	return func(data *[]byte) bool {
		if len(list) == 0 {
			return false
		}
		*data, list = list[0], list[1:]
		return true
	}
}
