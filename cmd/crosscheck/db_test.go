package main

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/docket/dockettest"
	"crosscheck/report/review"
	"crosscheck/report/review/postgrestest"
	"crosscheck/report/review/reviewtest"
)

// withPostgres runs the tests, and stops the PostgreSQL that they started.
type withPostgres struct{ *testing.M }

func (m withPostgres) Run() int { return postgrestest.Main(m.M) }

// TestPostgresScripts runs the command against a PostgreSQL: each script has an
// empty database, at $POSTGRES as its owner, at $DESK, $PRESS and $FEEDER as others.
func TestPostgresScripts(t *testing.T) {
	address := postgrestest.New(t)
	postgrestest.Exec(t, address, "CREATE ROLE desk LOGIN", "CREATE ROLE press LOGIN", "CREATE ROLE feeder LOGIN")
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script/postgres",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			address, err := postgrestest.Make()
			env.Setenv("POSTGRES", address)
			env.Setenv("DESK", postgrestest.As(address, "desk"))
			env.Setenv("PRESS", postgrestest.As(address, "press"))
			env.Setenv("FEEDER", postgrestest.As(address, "feeder"))
			return errors.Join(err, scriptEnvironment(env))
		},
	})
}

// TestStoreName has no password in what is printed.
func TestStoreName(t *testing.T) {
	for db, want := range map[string]string{
		"desk.db": "desk.db",
		"postgres://ada:sesame@db.example/desk?sslmode=require": "postgres://ada@db.example/desk",
	} {
		if got := storeName(db); got != want {
			t.Errorf("%s: %s, want %s", db, got, want)
		}
	}
}

func TestOpenNothing(t *testing.T) {
	for _, db := range []string{t.TempDir() + "/no/desk.db", "postgres://ada:sesame@127.0.0.1:1/desk"} {
		if s, err := openStore(t.Context(), db); err == nil || s != nil {
			t.Errorf("%s: %v, %v", db, s, err)
		}
	}
	if _, err := os.Stat("desk.db"); err == nil {
		t.Error("a file was made")
	}
}

// TestCheckStore finds what was changed behind the store's back.
func TestCheckStore(t *testing.T) {
	db := postgrestest.New(t)
	s, err := openStore(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, id := range []string{"e1", "e2"} {
		if _, err := s.Append(t.Context(), review.Entry{Event: reviewtest.Verdict(id, "ada", id, review.Unclear)}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := gateLog(s).Append(t.Context(), dockettest.Check("c1", "d1", "s1"), docket.Whatever); err != nil {
		t.Fatal(err)
	}
	if err := checkStore(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ table, set, want string }{
		{"event", "who = 'ben'", `event 1: the column "who" is not what the event says`},
		{"event", "body = replace(body, 'ada', 'ben')", "event 1"},
		{"gate_entry", "body = replace(body, 'hold', 'publish')", "entry 1"},
	} {
		postgrestest.Exec(t, db, "BEGIN", "ALTER TABLE crosscheck."+c.table+" DISABLE TRIGGER USER", "CREATE TABLE was AS SELECT * FROM crosscheck."+c.table,
			"UPDATE crosscheck."+c.table+" SET "+c.set+" WHERE seq = 1", "COMMIT")
		if err := checkStore(t.Context(), s); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want one that tells %s", c.set, err, c.want)
		}
		postgrestest.Exec(t, db, "UPDATE crosscheck."+c.table+" AS now SET who = was.who, body = was.body FROM was WHERE now.seq = was.seq", "DROP TABLE was")
	}
	if err := checkStore(t.Context(), s); err != nil {
		t.Error(err)
	}
}
