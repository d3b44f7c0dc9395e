package postgres

import (
	"errors"
	"io"
	"io/fs"
	"testing"

	"crosscheck/compare/archive"
	"crosscheck/compare/archive/archivetest"
	"crosscheck/report/review/postgrestest"
)

func TestArchive(t *testing.T) {
	archivetest.TestStore(t, func(t *testing.T) func() archive.Store {
		s := opened(t, postgrestest.New(t))
		return func() archive.Store { return s.Archive() }
	})
}

// put keeps one sheet and a state.
func put(t *testing.T, a *Archive, sheet, state string) error {
	t.Helper()
	if err := a.Append(t.Context(), 0, [][]byte{[]byte(sheet)}); err != nil {
		return err
	}
	return a.Replace(t.Context(), func(w archive.Writer) error {
		_, err := io.WriteString(w, state)
		return err
	})
}

// TestNewArchive: who reads what is there goes on while it is made anew, and
// until it is opened again; what was there before that is gone then.
func TestNewArchive(t *testing.T) {
	s := opened(t, postgrestest.New(t))
	var readers []archive.Bytes
	for i, text := range []string{"zero", "one", "two"} {
		a := s.NewArchive()
		if err := a.Lock(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := a.State(t.Context()); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("made anew, it has a state: %v", err)
		}
		if err := put(t, a, text, "state"); err != nil || a.Generation() != int64(i+1) {
			t.Fatal(err, a.Generation())
		}
		a.Close()
		r := s.Archive()
		if _, err := r.State(t.Context()); err != nil {
			t.Fatal(err)
		}
		sheets, err := r.Sheets(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		readers = append(readers, sheets)
	}
	for i, want := range []string{"", "one", "two"} {
		got := make([]byte, 3)
		if _, err := readers[i].ReadAt(got, 0); (err == nil) != (want != "") || err == nil && string(got) != want {
			t.Errorf("who opened number %d reads %q, %v", i, got, err)
		}
	}
}

// TestArchiveWithoutLock: who loses the connection that has the lock cannot write:
// another may have it by now.
func TestArchiveWithoutLock(t *testing.T) {
	s := opened(t, postgrestest.New(t))
	a := s.Archive()
	if err := put(t, a, "sheet", "state"); !errors.Is(err, errUnlocked) {
		t.Errorf("without a lock: %v", err)
	}
	if err := a.Lock(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.pool.Exec(t.Context(), "SELECT pg_terminate_backend($1, 10000)", a.lock.Conn().PgConn().PID()); err != nil {
		t.Fatal(err)
	}
	if err := put(t, a, "sheet", "state"); err == nil {
		t.Error("written without the connection that had the lock")
	}
	a.Close()
	again := s.Archive()
	if err := again.Lock(t.Context()); err != nil {
		t.Fatalf("the lock is not free: %v", err)
	}
	again.Close()
}
