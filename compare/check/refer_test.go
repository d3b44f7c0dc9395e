package check

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
)

func ExampleAgainst() {
	archive, _ := article.Parse("post/monday.txt", []byte("Ferry sold\n\n\"The old ferry was sold in March,\" said Anna Lind, the mayor of Marlbeck.\n"))
	draft, _ := article.Parse("echo/tuesday.txt", []byte("Ferry stays\n\n\"The old ferry was not sold in March,\" said Peter Voss, the harbour master of Marlbeck.\n"))
	ctx := context.Background()
	held, err := Hold(ctx, archive, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	near, err := held.Near(ctx, draft, nil, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := Against(ctx, near, Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range report.Findings {
		fmt.Println(f.Relation, f.Why)
	}
	// Output: dispute One side says “not … sold”, the other says “sold”.
}

// TestNearPassesOver: a draft is not held against what is its own, and what two
// archives have counts once.
func TestNearPassesOver(t *testing.T) {
	list := read(t, filepath.Join(datatest.Root(t), "testdata", "articles"))
	held, err := Hold(t.Context(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	draft := list[0]
	draft.ID = "draft"
	look := func(own func(*Known) bool) *Near {
		n, err := held.Near(t.Context(), []claims.Article{draft}, own, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	has := func(n *Near) bool {
		return slices.ContainsFunc(n.Sheets, func(s Sheet) bool { return s.Article.ID == list[0].ID })
	}
	all, some := look(nil), look(func(k *Known) bool { return k.ID == list[0].ID })
	if !has(all) || has(some) || some.Own != 1 || all.Own != 0 {
		t.Errorf("its own: %t, and passed over %t, %d", has(all), has(some), some.Own)
	}
	once := len(all.Sheets)
	before, err := Against(t.Context(), all, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all.Join(look(nil))
	after, err := Against(t.Context(), all, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before.Findings, after.Findings); diff != "" || len(all.Sheets) != once {
		t.Errorf("%d articles, and twice %d: -once +twice\n%s", once, len(all.Sheets), diff)
	}
}
