package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/extract"
)

// TestBundle takes claims of every kind, and speakers that several share, through a
// bundle and back.
func TestBundle(t *testing.T) {
	for _, a := range read(t, "../../testdata/articles") {
		want, list := extract.Claims(a), extract.Claims(a)
		same := map[*claims.Speaker]bool{}
		for i := range list {
			same[list[i].Speaker] = true
		}
		b := newBundle(&a, list)
		for range 2 { // a bundle may be opened twice
			got, err := b.claims(&a)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: -want +got\n%s", a.ID, diff)
			}
			for i := range got {
				if !same[got[i].Speaker] {
					t.Errorf("%s: claim %d has a copy of its speaker", a.ID, i)
				}
			}
		}
	}
}

func TestBundleOfNothing(t *testing.T) {
	a := claims.Article{ID: "a"}
	if got, err := newBundle(&a, nil).claims(&a); err != nil || len(got) > 0 {
		t.Errorf("got %v, error %v", got, err)
	}
}

// TestBundleKeepsText is about a claim whose text is not what its spans cover.
func TestBundleKeepsText(t *testing.T) {
	a := claims.Article{ID: "a", Outlet: "The Quay", Text: "The ferry is late."}
	one := claims.Claim{ID: "c", Article: "a", Outlet: "The Quay", Content: []claims.Span{{Start: 4, End: 9}}, Text: "ferries"}
	got, err := newBundle(&a, []claims.Claim{one}).claims(&a)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]claims.Claim{one}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
