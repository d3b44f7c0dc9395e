package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscheck/report/review"
	"crosscheck/report/review/reviewtest"
)

func opened(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	reviewtest.TestStore(t, func(t *testing.T) review.Store { return opened(t, filepath.Join(t.TempDir(), "ledger.db")) })
}

// TestReopen keeps what was there, in a folder whose name needs escaping.
func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b?c#d%20.db")
	s := opened(t, path)
	if _, err := s.Append(t.Context(), review.Entry{Event: reviewtest.Verdict("e1", "ada", "p1", review.Unclear)}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n := len(reviewtest.All(t, opened(t, path), 0)); n != 1 {
		t.Errorf("%d events, want 1", n)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v, want one that only the owner reads", info.Mode(), err)
	}
}

// TestTwoProcesses lets two stores write to one file.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	a, b := opened(t, path), opened(t, path)
	for i := range 20 {
		for name, s := range map[string]*Store{"a": a, "b": b} {
			id := fmt.Sprint(name, i)
			if _, err := s.Append(t.Context(), review.Entry{Event: reviewtest.Verdict(id, name, id, review.Unclear)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n := len(reviewtest.All(t, a, 0)); n != 40 {
		t.Errorf("%d events, want 40", n)
	}
	if _, err := b.Append(t.Context(), review.Entry{Event: reviewtest.Verdict("x", "b", "a1", review.Unclear)}); !errors.Is(err, review.ErrStale) {
		t.Errorf("err = %v, want ErrStale", err)
	}
}

// TestOnlyGrows tries to change the ledger behind the store's back.
func TestOnlyGrows(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "ledger.db"))
	for _, id := range []string{"e1", "e2"} {
		if _, err := s.Append(t.Context(), review.Entry{Event: reviewtest.Verdict(id, "ada", id, review.Unclear)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, statement := range []string{"UPDATE event SET who = 'ben'", "DELETE FROM event", "INSERT OR REPLACE INTO event SELECT * FROM event"} {
		if _, err := s.write.Exec(statement); err == nil {
			t.Errorf("%s: done", statement)
		}
	}
	// Whoever takes the trigger away first is found out.
	if _, err := s.write.Exec(`DROP TRIGGER event_never_changed; UPDATE event SET body = replace(body, 'ada', 'ben') WHERE seq = 1`); err != nil {
		t.Fatal(err)
	}
	if _, err := review.Verify(s.Events(t.Context(), 0)); err == nil || !strings.Contains(err.Error(), "event 1") {
		t.Errorf("err = %v, want one that names event 1", err)
	}
}

// TestMigrate begins at every earlier version with events in it, and goes on to
// one that does not exist yet.
func TestMigrate(t *testing.T) {
	future := append(append([]string{}, migrations...), "ALTER TABLE event ADD COLUMN note TEXT")
	for from := 1; from <= len(migrations); from++ {
		t.Run(fmt.Sprint("from ", from), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "ledger.db")
			old, err := open(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := migrate(t.Context(), old.write, migrations[:from]); err != nil {
				t.Fatal(err)
			}
			if got := version(t, old.write); got != from {
				t.Fatalf("version %d, want %d", got, from)
			}
			old.Gatherer = review.Gather(old.commit)
			if _, err := old.Append(t.Context(), review.Entry{Event: reviewtest.Verdict("e1", "ada", "p1", review.Unclear)}); err != nil {
				t.Fatal(err)
			}
			old.Close()
			s := opened(t, path)
			if n := len(reviewtest.All(t, s, 0)); n != 1 || version(t, s.write) != len(migrations) {
				t.Errorf("%d events at version %d", n, version(t, s.write))
			}
			if err := migrate(t.Context(), s.write, future); err != nil {
				t.Error(err)
			}
			if err := migrate(t.Context(), s.write, migrations); !errors.Is(err, ErrNewer) {
				t.Errorf("err = %v, want ErrNewer", err)
			}
		})
	}
}

func version(t *testing.T, db *sql.DB) (v int) {
	t.Helper()
	if err := db.QueryRow("PRAGMA user_version").Scan(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestBrokenMigration leaves the file as it was.
func TestBrokenMigration(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "ledger.db"))
	bad := append(append([]string{}, migrations...), "CREATE TABLE half (x); SELECT nonsense FROM nowhere")
	if err := migrate(t.Context(), s.write, bad); err == nil {
		t.Fatal("no error")
	}
	var tables int
	if err := s.write.QueryRow("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").Scan(&tables); err != nil || tables != 0 {
		t.Errorf("%d tables are left of it, %v", tables, err)
	}
	if got := version(t, s.write); got != len(migrations) {
		t.Errorf("version %d, want %d", got, len(migrations))
	}
}

// TestRefuses opens what is no ledger.
func TestRefuses(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "article.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is an article. ", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", source(other))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE recipes (name TEXT)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for _, path := range []string{text, other, filepath.Join(dir, "no", "folder.db")} {
		if s, err := Open(t.Context(), path); err == nil {
			s.Close()
			t.Errorf("%s was opened", path)
		} else if !strings.Contains(err.Error(), path) {
			t.Errorf("%v does not name %s", err, path)
		}
	}
	if _, err := OpenOnly(t.Context(), filepath.Join(dir, "missing.db")); err == nil {
		t.Error("a missing ledger was opened")
	}
}

func Example() {
	dir, err := os.MkdirTemp("", "ledger")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	s, err := Open(context.Background(), filepath.Join(dir, "decisions.db"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	_, err = s.Append(context.Background(), review.Entry{Event: reviewtest.Verdict("e1", "ada", "p1", review.SameMeaning)})
	fmt.Println(err)
	for e, err := range s.Events(context.Background(), 0) {
		fmt.Println(e.Seq, e.Who, e.Verdict, err)
	}
	// Output:
	// <nil>
	// 1 ada same-meaning <nil>
}
