package crate_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/docket/dockettest"
	"crosscheck/report/review"
	"crosscheck/report/review/crate"
	"crosscheck/report/review/people"
	"crosscheck/report/review/postgres"
	"crosscheck/report/review/postgrestest"
	"crosscheck/report/review/reviewtest"
	"crosscheck/report/review/sqlite"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Main(m)) }

// desk is a store of everything.
type desk interface {
	review.Store
	people.Records
	crate.Store
}

func inFile(t testing.TB) desk {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"))
	return opened(t, s, err)
}

func inServer(t testing.TB) desk {
	s, err := postgres.Open(t.Context(), postgrestest.New(t))
	return opened(t, s, err)
}

func opened(t testing.TB, s desk, err error) desk {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// furnish puts odd things into a desk.
func furnish(t testing.TB, s desk, events int) {
	t.Helper()
	var entries []review.Entry
	for i := range events {
		e := reviewtest.Verdict(fmt.Sprint("e", i), "ada", fmt.Sprintf("p%d\x00%c'\\", i, 'a'+i%26), review.Superseded)
		e.Why, e.At = "“Ünïcode” \x00 \\ \n\t 🜁", reviewtest.Noon.Add(time.Duration(i)*time.Second+789*time.Millisecond)
		e.Expires = e.At.Add(time.Hour)
		entries = append(entries, review.Entry{Event: e})
	}
	undo := review.Event{ID: "u", At: reviewtest.Noon, Who: "ada", Action: review.Undo, Subject: entries[0].Subject, Of: "e0"}
	if _, err := s.Append(t.Context(), append(entries, review.Entry{Event: undo, After: "e0"})...); err != nil {
		t.Fatal(err)
	}
	var gate docket.Store
	switch s := s.(type) {
	case *sqlite.Store:
		gate = s.Docket()
	case *postgres.Store:
		gate = s.Docket()
	}
	if _, err := gate.Append(t.Context(), dockettest.Check("c\\1", "d1", "s1"), "", dockettest.Message("m1")); err != nil {
		t.Fatal(err)
	}
	if _, err := gate.Secret(t.Context(), []byte("\x00secret")); err != nil {
		t.Fatal(err)
	}
	for key, value := range map[string]string{"é\\": "\x00\xff", "Z": "", "a": "{}", "é": "1"} {
		if err := s.Put(t.Context(), "odd", key, []byte(value)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestMove takes a desk from a file to a server, on to another, and back.
func TestMove(t *testing.T) {
	first := inFile(t)
	furnish(t, first, 1500)
	want := counts(t, first)
	from := first
	for _, to := range []desk{inServer(t), inServer(t), inFile(t)} {
		got, err := crate.Move(t.Context(), from, to)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(want, counts(t, to)); diff != "" {
			t.Errorf("asked again (-want +got):\n%s", diff)
		}
		if n, err := review.Verify(to.Events(t.Context(), 0)); n != 1501 || err != nil {
			t.Errorf("verified %d events: %v", n, err)
		}
		from = to
	}
	if diff := cmp.Diff(reviewtest.All(t, first, 0), reviewtest.All(t, from, 0)); diff != "" {
		t.Errorf("the way there and back (-first +last):\n%s", diff)
	}
	// Life goes on there.
	if _, err := from.Append(t.Context(), review.Entry{Event: reviewtest.Verdict("new", "ben", "new", review.Unclear)}); err != nil {
		t.Error(err)
	}
	if n, err := review.Verify(from.Events(t.Context(), 0)); n != 1502 || err != nil {
		t.Errorf("verified %d events: %v", n, err)
	}
}

func counts(t testing.TB, s desk) (out []crate.Count) {
	t.Helper()
	err := s.Look(t.Context(), func(shelf crate.Shelf) error {
		for _, table := range crate.Tables() {
			c, err := crate.Sum(t.Context(), shelf, table)
			if err != nil {
				return err
			}
			out = append(out, c)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestFull leaves what is there alone.
func TestFull(t *testing.T) {
	from := inFile(t)
	furnish(t, from, 2)
	for name, to := range map[string]desk{"file": inFile(t), "server": inServer(t)} {
		if err := to.Put(t.Context(), "account", "ada", []byte("{}")); err != nil {
			t.Fatal(err)
		}
		if _, err := crate.Move(t.Context(), from, to); !errors.Is(err, crate.ErrFull) || !strings.Contains(err.Error(), "record") {
			t.Errorf("%s: %v, want ErrFull", name, err)
		}
		if n := len(reviewtest.All(t, to, 0)); n != 0 {
			t.Errorf("%s: %d events arrived, though the rest could not", name, n)
		}
	}
}

// changing shows other rows than its store has.
type changing struct{ desk }

func (c changing) Fill(ctx context.Context, f func(crate.Space) error) error {
	return c.desk.Fill(ctx, func(s crate.Space) error { return f(shrinking{s}) })
}

type shrinking struct{ crate.Space }

func (s shrinking) Rows(ctx context.Context, t crate.Table) iter.Seq2[crate.Row, error] {
	return func(yield func(crate.Row, error) bool) {
		first := true
		for row, err := range s.Space.Rows(ctx, t) {
			if !first && !yield(row, err) {
				return
			}
			first = false
		}
	}
}

// TestLoss keeps nothing where something was lost on the way.
func TestLoss(t *testing.T) {
	from := inFile(t)
	furnish(t, from, 3)
	for name, to := range map[string]desk{"file": inFile(t), "server": inServer(t)} {
		if _, err := crate.Move(t.Context(), from, changing{to}); err == nil || !strings.Contains(err.Error(), "4 rows") {
			t.Errorf("%s: %v, want one that tells of 4 rows", name, err)
		}
		if n := len(reviewtest.All(t, to, 0)); n != 0 {
			t.Errorf("%s: %d events were kept", name, n)
		}
	}
}

func Example() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "crate")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	var stores []desk
	for _, name := range []string{"old.db", "new.db"} {
		s, err := sqlite.Open(ctx, filepath.Join(folder, name))
		if err != nil {
			fmt.Println(err)
			return
		}
		defer s.Close()
		stores = append(stores, s)
	}
	_, err = stores[0].Append(ctx, review.Entry{Event: reviewtest.Verdict("e1", "ada", "p1", review.SameMeaning)})
	fmt.Println(err)
	counts, err := crate.Move(ctx, stores[0], stores[1])
	for _, c := range counts {
		fmt.Println(c.Table, c.Rows, c.Sum[:8])
	}
	fmt.Println(err)
	_, err = crate.Move(ctx, stores[0], stores[1])
	fmt.Println(err)
	// Output:
	// <nil>
	// event 1 14b5a94c
	// record 0 e3b0c442
	// gate_entry 0 e3b0c442
	// gate_message 0 e3b0c442
	// gate_secret 0 e3b0c442
	// <nil>
	// copying the table event: it is not empty
}
