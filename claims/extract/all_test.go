package extract

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// many are n articles of a few claims each.
func many(n int) []claims.Article {
	var out []claims.Article
	for i := range n {
		text := fmt.Sprintf("Ann Lee, the mayor, said the dam will hold %d more years. “It is safe,” she added.", i)
		out = append(out, claims.Article{ID: fmt.Sprint("a", i), Outlet: "Courier", Text: text,
			Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}})
	}
	return out
}

// TestAll finds for all articles what it finds for each, in their order.
func TestAll(t *testing.T) {
	articles := many(2*partSize + 3)
	want := []claims.Claim{}
	for _, a := range articles {
		want = append(want, Claims(a)...)
	}
	var told atomic.Int64
	got, err := Finder{}.All(t.Context(), articles, func(int) { told.Add(1) })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-one by one +all\n%s", diff)
	}
	if int(told.Load()) != len(articles) {
		t.Errorf("told of %d articles of %d", told.Load(), len(articles))
	}
	if n := len(got); cap(got) > n+n/5 {
		t.Errorf("room for %d claims, for %d of them", cap(got), n)
	}
}

func TestAllCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	got, err := Finder{}.All(ctx, many(3*partSize), func(int) { cancel() })
	if !errors.Is(err, context.Canceled) || got != nil {
		t.Errorf("%d claims, %v", len(got), err)
	}
	if got, err := (Finder{}).All(t.Context(), nil, nil); err != nil || got == nil || len(got) > 0 {
		t.Errorf("of no articles: %v, %v", got, err)
	}
}
