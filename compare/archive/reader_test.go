package archive

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
)

// lookUp judges a draft against the archive in a folder.
func lookUp(dir string, draft claims.Article) (*compare.Report, error) {
	r, err := OpenReader(context.Background(), Folder(dir), "test")
	if err != nil {
		return nil, err
	}
	defer r.Close()
	near, err := r.Near(context.Background(), []claims.Article{draft}, nil, check.Options{})
	if err != nil {
		return nil, err
	}
	return check.Against(context.Background(), near, check.Options{})
}

// TestReader: an archive that is read while another run has it open is as it was
// written; what was added later is seen by who opens it then.
func TestReader(t *testing.T) {
	list := newsroom(t)
	dir := t.TempDir()
	add(t, dir, list[1:4], false)
	writer, err := Open(context.Background(), Folder(dir), "test")
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	r, err := OpenReader(context.Background(), Folder(dir), "test")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.Len() != 3 || r.Stale() {
		t.Errorf("%d articles, stale %t", r.Len(), r.Stale())
	}
	before, err := r.Near(t.Context(), list[:1], nil, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := writer.Add(t.Context(), list[4:], false, check.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	after, err := r.Near(t.Context(), list[:1], nil, check.Options{})
	if diff := gocmp.Diff(before.Sheets, after.Sheets); diff != "" || err != nil || !r.Stale() || r.Len() != 3 {
		t.Errorf("%v, stale %t: what was opened has changed\n%s", err, r.Stale(), diff)
	}
	if _, err := OpenReader(context.Background(), Folder(dir), "another"); !errors.Is(err, ErrOther) {
		t.Errorf("made otherwise: %v", err)
	}
	if made, err := Made(t.Context(), Folder(dir)); made != "test" || err != nil {
		t.Errorf("made by %q, %v", made, err)
	}
}

// TestReaderIsMemory: a folder tells what articles in memory do, to several at
// once.
func TestReaderIsMemory(t *testing.T) {
	list := newsroom(t)
	dir := t.TempDir()
	for _, day := range atRandom(list[1:], 3, 7) {
		add(t, dir, day, false)
	}
	held, err := check.Hold(t.Context(), list[1:], check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	draft := list[0]
	draft.ID = "draft"
	near, err := held.Near(t.Context(), []claims.Article{draft}, nil, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := check.Against(t.Context(), near, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got, err := lookUp(dir, draft)
			if err != nil {
				t.Error(err)
				return
			}
			if diff := gocmp.Diff(want.Findings, got.Findings); diff != "" || len(want.Articles) != len(got.Articles) {
				t.Errorf("%d articles and %d: -memory +folder\n%s", len(want.Articles), len(got.Articles), diff)
			}
		})
	}
	wg.Wait()
}

// TestRecent: what was asked for last is kept, and not more than there is room for.
func TestRecent(t *testing.T) {
	var r recent
	for i := range int32(5 * keptSheets) {
		r.put(i, check.Sheet{Article: claims.Article{Line: int(i)}})
		if s, ok := r.get(0); !ok || s.Article.Line != 0 {
			t.Fatalf("after %d: what is always asked for is gone", i)
		}
	}
	n := 0
	for i := range int32(5 * keptSheets) {
		if _, ok := r.young[i]; ok {
			n++
		}
		if _, ok := r.old[i]; ok {
			n++
		}
	}
	if n < keptSheets || n > 2*keptSheets+1 {
		t.Errorf("%d sheets are kept", n)
	}
}

// TestReaderDamaged: whatever byte is changed and wherever a file ends, a reader
// tells so or needs it not.
func TestReaderDamaged(t *testing.T) {
	list := newsroom(t)
	dir := t.TempDir()
	add(t, dir, list[1:4], false)
	want, err := lookUp(dir, list[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{stateName, sheetsName} {
		whole, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewPCG(3, 4))
		for n := range 60 {
			bad := slices.Clone(whole)
			if n%2 == 0 {
				bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
			} else {
				bad = bad[:r.IntN(len(bad))]
			}
			if err := os.WriteFile(filepath.Join(dir, name), bad, 0o666); err != nil {
				t.Fatal(err)
			}
			got, err := lookUp(dir, list[0])
			if err != nil {
				if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrOther) {
					t.Errorf("%s, change %d: %v", name, n, err)
				}
			} else if diff := gocmp.Diff(want.Findings, got.Findings); diff != "" {
				t.Errorf("%s, change %d was not seen: %s", name, n, diff)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, name), whole, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
