package feed

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
	"crosscheck/report/review/postgrestest"
)

// articlesOf are the articles of the database.
func articlesOf(t *testing.T, f *Feed) (list []claims.Article, warnings []claims.Warning) {
	t.Helper()
	if err := Articles(t.Context(), f.store, func(a claims.Article) error {
		list = append(list, a)
		return nil
	}, func(w claims.Warning) { warnings = append(warnings, w) }); err != nil {
		t.Fatal(err)
	}
	return list, warnings
}

// topicsOf are the topics of the archive of the database, once everything is in it.
func topicsOf(t *testing.T, f *Feed) *check.Added {
	t.Helper()
	var x *Index
	for begin := time.Now(); x == nil; time.Sleep(50 * time.Millisecond) { // a worker that was killed has the lock until the server knows
		var err error
		if x, _, err = OpenIndex(t.Context(), f.store, "test", check.Options{}); err != nil && (!errors.Is(err, archive.ErrBusy) || time.Since(begin) > 10*time.Second) {
			t.Fatal(err)
		}
	}
	defer x.Close()
	if _, err := x.Add(t.Context()); err != nil {
		t.Fatal(err)
	}
	all, err := x.archive.Add(t.Context(), nil, true, check.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// sameTopics holds the archive of the database against one run over its articles.
func sameTopics(t *testing.T, f *Feed) {
	t.Helper()
	list, _ := articlesOf(t, f)
	want, err := check.Topics(t.Context(), list, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := topicsOf(t, f).Report
	if len(got.Articles) != len(want.Articles) || len(want.Articles) == 0 {
		t.Errorf("%d articles in the archive, %d in the database", len(got.Articles), len(want.Articles))
	}
	if diff := cmp.Diff(want.Topics, got.Topics); diff != "" {
		t.Errorf("topics: -one run +archive\n%.2000s", diff)
	}
}

// work has all that waits read, and added to the index.
func work(t *testing.T, f *Feed) (told []Indexed) {
	t.Helper()
	opt := Options{Index: &Indexing{Made: "test", Every: time.Minute, Told: func(got Indexed, err error) {
		if err != nil {
			t.Error(err)
		}
		told = append(told, got)
	}}}
	if err := f.WorkOff(t.Context(), opt); err != nil {
		t.Fatal(err)
	}
	return told
}

// TestIndex: what is read is in the archive when the worker ends, and what comes
// again is not added twice; a text that comes under an ID that is there takes the
// place of what was.
func TestIndex(t *testing.T) {
	f := opened(t, postgrestest.New(t))
	take(t, f, news(t, 40))
	if diff := cmp.Diff([]Indexed{{New: 40, Holds: 40}}, work(t, f)); diff != "" {
		t.Errorf("-want +told\n%s", diff)
	}
	sameTopics(t, f)
	later := filepath.Join(t.TempDir(), "later.jsonl")
	if err := os.WriteFile(later, []byte(`{"id": "pier-3", "outlet": "Coast Courier", "date": "2031-05-02", "title": "Correction", "body": "“Pier 3 is not safe for any visitor,” said Mara Lind, the harbour master, who corrected herself."}
{"id": "pier-99", "outlet": "Harbour Post", "date": "2031-05-02", "title": "A new pier", "body": "Tom Okoye, an inspector, said on Friday that a new pier had been opened."}
`), 0o600); err != nil {
		t.Fatal(err)
	}
	take(t, f, later)
	if diff := cmp.Diff([]Indexed{{New: 1, Replaced: 1, Holds: 41}}, work(t, f)); diff != "" {
		t.Errorf("-want +told\n%s", diff)
	}
	if told := work(t, f); len(told) > 0 {
		t.Errorf("nothing came, and %v was added", told)
	}
	list, warnings := articlesOf(t, f)
	if len(list) != 42 || len(warnings) != 1 {
		t.Errorf("%d articles, %v: want both texts of pier-3, one under another ID", len(list), warnings)
	}
}

// TestIndexAnew: an archive that another program made is made anew, of all
// articles, and who has it open can go on reading.
func TestIndexAnew(t *testing.T) {
	f := opened(t, postgrestest.New(t))
	take(t, f, news(t, 12))
	work(t, f)
	reader, err := archive.OpenReader(t.Context(), f.store.Archive(), "test")
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	x, anew, err := OpenIndex(t.Context(), f.store, "another version", check.Options{})
	if err != nil || !anew {
		t.Fatal(anew, err)
	}
	defer x.Close()
	if got, err := x.Add(t.Context()); err != nil || got != (Indexed{New: 12, Holds: 12}) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := reader.Sheet(3); err != nil || !reader.Stale() {
		t.Errorf("who reads what was before: %v, stale %t", err, reader.Stale())
	}
	if _, _, err := OpenIndex(t.Context(), f.store, "test", check.Options{}); !errors.Is(err, archive.ErrBusy) {
		t.Errorf("two at once: %v", err)
	}
}
