package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"crosscheck/report/review"
	"crosscheck/report/review/people"
	"crosscheck/report/review/postgrestest"
	"crosscheck/report/review/reviewtest"
)

func opened(t testing.TB, address string) *Store {
	t.Helper()
	s, err := Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	for _, isolation := range []pgx.TxIsoLevel{"", pgx.Serializable} {
		t.Run("isolation "+string(isolation), func(t *testing.T) {
			reviewtest.TestStore(t, func(t *testing.T) review.Store {
				s := opened(t, postgrestest.New(t))
				s.isolation = isolation
				return s
			})
		})
	}
}

// TestWriters lets several stores write to one database at once: the suite's many
// writers, as processes.
func TestWriters(t *testing.T) {
	address := postgrestest.New(t)
	reviewtest.TestStore(t, func(t *testing.T) review.Store {
		postgrestest.Exec(t, address, "DROP SCHEMA IF EXISTS crosscheck CASCADE")
		p := &several{}
		for range 3 {
			p.stores = append(p.stores, opened(t, address))
		}
		return p
	})
}

// TestOldEvents reads more events than one page has.
func TestOldEvents(t *testing.T) {
	s := opened(t, postgrestest.New(t))
	var entries []review.Entry
	for i := range 2*page + 1 {
		id := fmt.Sprint("e", i)
		entries = append(entries, review.Entry{Event: reviewtest.Verdict(id, "ada", id, review.Unclear)})
	}
	if _, err := s.Append(t.Context(), entries...); err != nil {
		t.Fatal(err)
	}
	if n, err := review.Verify(s.Events(t.Context(), 0)); n != len(entries) || err != nil {
		t.Errorf("verified %d events: %v", n, err)
	}
}

// TestOddNames keeps names that PostgreSQL's texts cannot hold.
func TestOddNames(t *testing.T) {
	s := opened(t, postgrestest.New(t))
	for _, id := range []string{"a\x00b", `a\0b`, `a\\0b`, `\`, "‘’"} {
		e := review.Entry{Event: reviewtest.Verdict(id, "who "+id, "about "+id, review.Unclear)}
		if _, err := s.Append(t.Context(), e); err != nil {
			t.Errorf("%q: %v", id, err)
		}
		if got, err := s.Append(t.Context(), e); err != nil || got[0].ID != id {
			t.Errorf("%q the second time: %v, %v", id, got, err)
		}
		if read.Replace(lookup(id)) != id {
			t.Errorf("%q comes back as %q", id, read.Replace(lookup(id)))
		}
	}
	if n, err := review.Verify(s.Events(t.Context(), 0)); n != 5 || err != nil {
		t.Errorf("verified %d events: %v", n, err)
	}
}

// TestOnlyGrows tries to change the ledger behind the store's back, as its owner.
func TestOnlyGrows(t *testing.T) {
	s := opened(t, postgrestest.New(t))
	for _, id := range []string{"e1", "e2"} {
		if _, err := s.Append(t.Context(), review.Entry{Event: reviewtest.Verdict(id, "ada", id, review.Unclear)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, statement := range []string{"UPDATE crosscheck.event SET who = 'ben'", "DELETE FROM crosscheck.event", "TRUNCATE crosscheck.event",
		"INSERT INTO crosscheck.event SELECT * FROM crosscheck.event ON CONFLICT (seq) DO UPDATE SET who = 'ben'"} {
		if _, err := s.pool.Exec(t.Context(), statement); err == nil {
			t.Errorf("%s: done", statement)
		}
	}
	// Whoever takes the trigger away first is found out.
	if _, err := s.pool.Exec(t.Context(), `DROP TRIGGER event_only_grows ON crosscheck.event`); err != nil {
		t.Fatal(err)
	}
	if _, err := s.pool.Exec(t.Context(), `UPDATE crosscheck.event SET body = replace(body, 'ada', 'ben') WHERE seq = 1`); err != nil {
		t.Fatal(err)
	}
	if _, err := review.Verify(s.Events(t.Context(), 0)); err == nil || !strings.Contains(err.Error(), "event 1") {
		t.Errorf("err = %v, want one that names event 1", err)
	}
}

// TestRoles has the desk run as a role that can neither change nor remove an event
// nor make a table, and a report as one that sees no account.
func TestRoles(t *testing.T) {
	address := postgrestest.New(t)
	desk, press := fmt.Sprint("desk-", os.Getpid()), fmt.Sprint("press ", os.Getpid())
	postgrestest.Exec(t, address, fmt.Sprintf("CREATE ROLE %q LOGIN; CREATE ROLE %q LOGIN", desk, press))
	if _, err := Open(t.Context(), postgrestest.As(address, desk)); err == nil || !strings.Contains(err.Error(), "hint: the role may not") {
		t.Errorf("a role without rights: %v", err)
	}
	owner := opened(t, address)
	for role, right := range map[string]Right{desk: Writer, press: Reader} {
		if err := owner.Grant(t.Context(), role, right); err != nil {
			t.Fatal(err)
		}
	}
	s := opened(t, postgrestest.As(address, desk))
	if err := s.Grant(t.Context(), press, Writer); err == nil || !strings.Contains(err.Error(), "hint: connect as owner") {
		t.Errorf("a writer makes another writer: %v", err)
	}
	if _, err := s.Append(t.Context(), review.Entry{Event: reviewtest.Verdict("e1", "ada", "p1", review.Unclear)}); err != nil {
		t.Fatal(err)
	}
	if err := people.NewBook(s, time.Now).Add(t.Context(), "ada", "admin", "a long password of ada"); err != nil {
		t.Error(err)
	}
	for _, statement := range []string{"UPDATE crosscheck.event SET who = 'ben'", "DELETE FROM crosscheck.event", "TRUNCATE crosscheck.event",
		"DROP TABLE crosscheck.event", "ALTER TABLE crosscheck.event DISABLE TRIGGER ALL", "CREATE TABLE crosscheck.mine (x int)", "UPDATE crosscheck.version SET number = 9"} {
		if _, err := s.pool.Exec(t.Context(), statement); err == nil || !strings.Contains(err.Error(), "42501") {
			t.Errorf("%s: %v, want 42501, no right to", statement, err)
		}
	}
	r, err := OpenOnly(t.Context(), postgrestest.As(address, press))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if n := len(reviewtest.All(t, r, 0)); n != 1 {
		t.Errorf("the reader sees %d events, want 1", n)
	}
	if _, err := r.List(t.Context(), "account"); err == nil {
		t.Error("the reader sees accounts")
	}
	if _, err := r.Append(t.Context(), review.Entry{Event: reviewtest.Verdict("e2", "ada", "p2", review.Unclear)}); err == nil {
		t.Error("the reader writes")
	}
}

// TestMigrate begins at every earlier version with events in it, and goes on to
// one that does not exist yet.
func TestMigrate(t *testing.T) {
	future := append(append([]string{}, migrations...), "ALTER TABLE crosscheck.event ADD COLUMN note text")
	bad := append(append([]string{}, migrations...), "CREATE TABLE crosscheck.half (x int); SELECT nonsense FROM nowhere")
	for from := 1; from <= len(migrations); from++ {
		t.Run(fmt.Sprint("from ", from), func(t *testing.T) {
			address := postgrestest.New(t)
			old, err := connect(t.Context(), address)
			if err != nil {
				t.Fatal(err)
			}
			if err := old.migrate(t.Context(), migrations[:from]); err != nil {
				t.Fatal(err)
			}
			old.begin()
			if _, err := old.Append(t.Context(), review.Entry{Event: reviewtest.Verdict("e1", "ada", "p1", review.Unclear)}); err != nil {
				t.Fatal(err)
			}
			old.Close()
			s := opened(t, address)
			if v, err := version(t.Context(), s.pool); v != len(migrations) || err != nil || len(reviewtest.All(t, s, 0)) != 1 {
				t.Errorf("version %d, %v", v, err)
			}
			if err := s.migrate(t.Context(), bad); err == nil {
				t.Error("a broken step succeeds")
			}
			if err := s.migrate(t.Context(), migrations); err != nil {
				t.Errorf("after a broken step: %v", err)
			}
			if err := s.migrate(t.Context(), future); err != nil {
				t.Error(err)
			}
			if err := s.migrate(t.Context(), migrations); !errors.Is(err, ErrNewer) {
				t.Errorf("err = %v, want ErrNewer", err)
			}
		})
	}
}

// TestOpenAtOnce has several processes find an empty database.
func TestOpenAtOnce(t *testing.T) {
	address := postgrestest.New(t)
	errs := make(chan error)
	for range 5 {
		go func() {
			s, err := Open(context.Background(), address)
			if err == nil {
				err = s.Close()
			}
			errs <- err
		}()
	}
	for range 5 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

// TestRefuses opens what is no ledger, and says no password.
func TestRefuses(t *testing.T) {
	address := postgrestest.New(t)
	if s, err := OpenOnly(t.Context(), address); err == nil {
		s.Close()
		t.Error("a missing ledger was opened")
	}
	postgrestest.Exec(t, address, "CREATE SCHEMA crosscheck", "CREATE TABLE crosscheck.recipes (name text)")
	for _, address := range []string{
		address,
		strings.Replace(address, "/test", "/missing", 1),
		"postgres://ada:sesame@127.0.0.1:1/desk?connect_timeout=2",
		"postgres://ada:ses%ame@127.0.0.1:1/desk",
		"postgres://ada:ses/ame@127.0.0.1:1/desk",
		"postgres://ada:sesame@127.0.0.1:1/desk?sslmode=sesame",
		"postgres://ada@127.0.0.1:1/desk?password=sesame&connect_timeout=soon",
		"postgres://127.0.0.1:port/desk?password=sesame",
	} {
		s, err := Open(t.Context(), address)
		if err == nil {
			s.Close()
			t.Errorf("%s was opened", address)
			continue
		}
		if strings.Contains(err.Error(), "ame") && !strings.Contains(err.Error(), "name") || strings.Contains(err.Error(), "ses") && !strings.Contains(err.Error(), "database") {
			t.Errorf("%s is in: %v", address, err)
		}
		if strings.Contains(err.Error(), "sesame") || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestName(t *testing.T) {
	for address, want := range map[string]string{
		"postgres://ada:secret@db.example:5433/desk?sslmode=require": "postgres://ada@db.example:5433/desk",
		"postgres:///desk?host=/run/postgresql&password=secret":      "postgres:///desk",
		"postgresql://db.example/desk":                               "postgresql://db.example/desk",
		"postgres://ada:se%cret@db.example/desk":                     "postgres://…",
	} {
		if got := Name(address); got != want || !Is(address) {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
	if Is("desk.db") {
		t.Error("a file is taken for an address")
	}
}
