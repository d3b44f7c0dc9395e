package article

import (
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/datatest"
)

// TestCorpus reads the first 2,000 articles of the article-bias corpus (Baly
// and others 2020): none may be taken for another language than English, and
// next to no text may be lost.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 2,000 articles")
	}
	path := datatest.Path(t, "data", "corpus", "allsides.jsonl.gz")
	n, all, lost := 0, 0, 0
	stop := errStop{}
	err := Walk(t.Context(), []string{path}, nil, func(a claims.Article) error {
		if a.Language != "en" {
			t.Errorf("%s: language %q of %q", a.ID, a.Language, clip(a.Text, 100))
		}
		for _, b := range a.Blocks {
			all += b.Len()
			if b.Kind == claims.Boilerplate || b.Kind == claims.Caption {
				lost += b.Len()
			}
		}
		if n++; n == 2000 {
			return stop
		}
		return nil
	}, func(claims.Warning) {})
	if err != stop {
		t.Fatal(err)
	}
	// It was 1.7 % of every seventeenth article's; of those lines a random few
	// hundred were looked at, not all.
	if lost*100 > 4*all {
		t.Errorf("%d of %d bytes are boilerplate or captions", lost, all)
	}
}

type errStop struct{}

func (errStop) Error() string { return "enough read" }

// TestSeeds reads the real articles: what each names as its outlet, and where
// the headline is known to be missing.
func TestSeeds(t *testing.T) {
	dir := datatest.Path(t, "seeds")
	var outlets []string
	err := Walk(t.Context(), []string{dir}, nil, func(a claims.Article) error {
		if why := sound(a); why != "" {
			t.Errorf("%s: %s", a.Path, why)
		}
		if a.Origin.Outlet == claims.FromPage {
			outlets = append(outlets, a.Outlet)
		}
		if a.Language != "en" {
			t.Errorf("%s: language %q", a.Path, a.Language)
		}
		return nil
	}, func(w claims.Warning) { t.Errorf("warning %v", w) })
	if err != nil {
		t.Fatal(err)
	}
	if len(outlets) != 4 {
		t.Errorf("outlets found on the page: %q", outlets)
	}
}
