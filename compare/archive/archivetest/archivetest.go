// Package archivetest says what every place for an archive must do, as a suite of
// tests that a place's own tests run:
//
//	archivetest.TestStore(t, func(t *testing.T) func() archive.Store {
//		dir := t.TempDir()
//		return func() archive.Store { return archive.Folder(dir) }
//	})
package archivetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
)

// TestStore runs the suite. place makes an empty place, and returns what opens it.
func TestStore(t *testing.T, place func(t *testing.T) func() archive.Store) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, func() archive.Store)
	}{
		{"keeps bytes", keepsBytes},
		{"all or nothing", allOrNothing},
		{"one adds", oneAdds},
		{"appends over what belongs to no state", appendsOver},
		{"a reader keeps what it opened", readerKeeps},
		{"day by day", dayByDay},
		{"refuses another's", refusesOther},
		{"copied there and back", copied},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, place(t)) })
	}
}

// locked opens a place to add.
func locked(t *testing.T, open func() archive.Store) archive.Store {
	t.Helper()
	s := open()
	if err := s.Lock(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// replace puts a state in the place of the one before.
func replace(t *testing.T, s archive.Store, state string) {
	t.Helper()
	if err := s.Replace(t.Context(), func(w archive.Writer) error {
		_, err := io.WriteString(w, state)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// stateOf is the state of a place; "" where there is none.
func stateOf(t *testing.T, s archive.Store) string {
	t.Helper()
	in, err := s.State(t.Context())
	if errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	data := make([]byte, in.Size())
	if _, err := in.ReadAt(data, 0); err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return string(data)
}

// sheetAt is the sheet at an offset; "" where none can be read.
func sheetAt(t *testing.T, s archive.Store, at int64, size int) string {
	t.Helper()
	stateOf(t, s)
	in, err := s.Sheets(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	data := make([]byte, size)
	if _, err := in.ReadAt(data, at); err != nil {
		return ""
	}
	return string(data)
}

// keepsBytes: what was kept is there for who opens the place later, whatever its
// length.
func keepsBytes(t *testing.T, open func() archive.Store) {
	s := locked(t, open)
	if got := stateOf(t, s); got != "" {
		t.Errorf("at first there is a state: %q", got)
	}
	if err := s.Append(t.Context(), 0, [][]byte{[]byte("one"), []byte("three")}); err != nil {
		t.Fatal(err)
	}
	long := string(bytes.Repeat([]byte("a state that is long\x00"), 200_000))
	if err := s.Replace(t.Context(), func(w archive.Writer) error { return outOfOrder(w, long) }); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Errorf("closed twice: %v", err)
	}
	again := locked(t, open)
	if got := stateOf(t, again); got != long {
		t.Errorf("a state of %d bytes comes back with %d", len(long), len(got))
	}
	if got := sheetAt(t, again, 3, 5); got != "three" {
		t.Errorf("the second sheet is %q", got)
	}
	if in, err := again.Sheets(t.Context()); err != nil || in.Size() != 8 {
		t.Errorf("the sheets end at %d, %v", in.Size(), err)
	}
}

// outOfOrder writes a text, its beginning at last.
func outOfOrder(w archive.Writer, text string) error {
	if _, err := w.Seek(5, io.SeekStart); err != nil {
		return err
	}
	if _, err := io.WriteString(w, text[5:]); err != nil {
		return err
	}
	if at, err := w.Seek(0, io.SeekCurrent); err != nil || at != int64(len(text)) {
		return fmt.Errorf("at %d, %w", at, err)
	}
	_, err := w.WriteAt([]byte(text[:5]), 0)
	return err
}

// allOrNothing: a state that could not be written whole, or whose writer was
// interrupted, changes nothing.
func allOrNothing(t *testing.T, open func() archive.Store) {
	s := locked(t, open)
	replace(t, s, "the first")
	broken := errors.New("broken")
	if err := s.Replace(t.Context(), func(w archive.Writer) error {
		_, err := io.WriteString(w, "half")
		return errors.Join(err, broken)
	}); !errors.Is(err, broken) {
		t.Errorf("the writer's error became %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if err := s.Replace(ctx, func(w archive.Writer) error {
		_, err := io.WriteString(w, "interrupted")
		cancel()
		return err
	}); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	s.Close()
	if got := stateOf(t, open()); got != "the first" {
		t.Errorf("the state is %q", got)
	}
}

// oneAdds: a second one is refused, and may when the first is done.
func oneAdds(t *testing.T, open func() archive.Store) {
	s := locked(t, open)
	replace(t, s, "state")
	second := open()
	if err := second.Lock(t.Context()); !errors.Is(err, archive.ErrBusy) {
		t.Errorf("two at once: %v", err)
	}
	second.Close()
	if got := stateOf(t, open()); got != "state" {
		t.Errorf("meanwhile one reads %q", got)
	}
	s.Close()
	replace(t, locked(t, open), "another")
}

// appendsOver: what was appended and belongs to no state is written over, and
// nothing before it.
func appendsOver(t *testing.T, open func() archive.Store) {
	s := locked(t, open)
	if err := s.Append(t.Context(), 0, [][]byte{[]byte("kept")}); err != nil {
		t.Fatal(err)
	}
	replace(t, s, "state")
	if err := s.Append(t.Context(), 4, [][]byte{[]byte("lost"), []byte("too")}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	again := locked(t, open)
	if err := again.Append(t.Context(), 4, [][]byte{[]byte("new one")}); err != nil {
		t.Fatal(err)
	}
	replace(t, again, "state 2")
	for at, want := range map[int64]string{0: "kept", 4: "new one"} {
		if got := sheetAt(t, open(), at, len(want)); got != want {
			t.Errorf("at %d: %q, want %q", at, got, want)
		}
	}
}

// readerKeeps: a state that is open stays as it is, and knows when it is old.
func readerKeeps(t *testing.T, open func() archive.Store) {
	s := locked(t, open)
	replace(t, s, "Monday's")
	reader := open()
	defer reader.Close()
	in, err := reader.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if in.Stale() {
		t.Error("stale at once")
	}
	replace(t, s, "Tuesday's")
	got := make([]byte, in.Size())
	if _, err := in.ReadAt(got, 0); err != nil && !errors.Is(err, io.EOF) || string(got) != "Monday's" {
		t.Errorf("it is %q, %v", got, err)
	}
	if !in.Stale() {
		t.Error("not stale")
	}
}

// days are two days of invented news, the first with a draft of a third.
func days(t *testing.T) (draft claims.Article, news [][]claims.Article) {
	t.Helper()
	one := func(name, text string) claims.Article {
		list, warnings := article.Parse(name, []byte(text))
		if len(list) != 1 {
			t.Fatal(warnings)
		}
		return list[0]
	}
	return one("post/draft.txt", "Marlbeck keeps its ferry\n\nThe mayor of Marlbeck, Ada Finch, said on Monday that the old ferry had been sold to the harbour trust.\n"),
		[][]claims.Article{
			{one("post/monday.txt", "Ferry sold\n\nThe mayor of Marlbeck, Ada Finch, said on Monday that the old ferry of the town had been sold to the harbour trust.\n")},
			{one("echo/tuesday.txt", "Ferry not sold\n\nThe harbour trust's director, Tom Reed, said that the old ferry of Marlbeck had not been sold to the harbour trust.\n")},
		}
}

// add opens an archive, adds articles and closes it.
func add(t *testing.T, s archive.Store, made string, articles []claims.Article, all bool) *check.Added {
	t.Helper()
	a, err := archive.Open(t.Context(), s, made)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	got, err := a.Add(t.Context(), articles, all, check.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// dayByDay: an archive that was filled day by day tells what one run finds, and
// what a draft is opposed by.
func dayByDay(t *testing.T, open func() archive.Store) {
	draft, news := days(t)
	for _, day := range news {
		add(t, open(), "test", day, false)
	}
	whole, err := check.Topics(t.Context(), append(news[0], news[1]...), check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := add(t, open(), "test", nil, true).Report
	if diff := cmp.Diff(whole.Topics, got.Topics); diff != "" || len(got.Topics) == 0 {
		t.Errorf("%d topics: -whole +day by day\n%s", len(got.Topics), diff)
	}
	r, err := archive.OpenReader(t.Context(), open(), "test")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	near, err := r.Near(t.Context(), []claims.Article{draft}, nil, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found, err := check.Against(t.Context(), near, check.Options{})
	if err != nil || len(found.Findings) == 0 || r.Len() != 2 {
		t.Errorf("%d articles, nothing opposes the draft: %+v, %v", r.Len(), found, err)
	}
}

// refusesOther: what another program made is refused.
func refusesOther(t *testing.T, open func() archive.Store) {
	_, news := days(t)
	add(t, open(), "test", news[0], false)
	if _, err := archive.Open(t.Context(), open(), "another"); !errors.Is(err, archive.ErrOther) {
		t.Errorf("to add: %v", err)
	}
	if _, err := archive.OpenReader(t.Context(), open(), "another"); !errors.Is(err, archive.ErrOther) {
		t.Errorf("to look up: %v", err)
	}
	add(t, open(), "test", news[1], false)
}

// copied: an archive that is copied to a folder and from there to another place is
// what it was, and nothing is copied over one.
func copied(t *testing.T, open func() archive.Store) {
	_, news := days(t)
	for _, day := range news {
		add(t, open(), "test", day, false)
	}
	want := add(t, open(), "test", nil, true).Report
	folder, last := t.TempDir(), t.TempDir()
	n, sum, err := archive.Copy(t.Context(), open(), archive.Folder(folder))
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if _, again, err := archive.Copy(t.Context(), archive.Folder(folder), archive.Folder(last)); err != nil || again != sum {
		t.Errorf("sums %s and %s, %v", sum, again, err)
	}
	if n, there, err := archive.Sum(t.Context(), archive.Folder(last)); n != 2 || there != sum || err != nil {
		t.Errorf("%d articles with the sum %s, want %s: %v", n, there, sum, err)
	}
	if diff := cmp.Diff(want, add(t, archive.Folder(last), "test", nil, true).Report); diff != "" {
		t.Errorf("-original +copy\n%.1000s", diff)
	}
	if _, _, err := archive.Copy(t.Context(), archive.Folder(folder), open()); !errors.Is(err, archive.ErrFull) {
		t.Errorf("copied over one: %v", err)
	}
}
