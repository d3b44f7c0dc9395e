package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/report/feed"
	"crosscheck/report/review/crate"
	"crosscheck/report/review/postgres"
)

const dbLong = `db looks after the store of a desk: a file, or a PostgreSQL database that is
named as postgres://USER@HOST:PORT/DATABASE. A password is best left to
PGPASSWORD, ~/.pgpass or a service file; it is never printed.

  copy     move a newsroom from a file to PostgreSQL, or back, with nothing lost
  check    check that nothing in it was changed
  migrate  bring a PostgreSQL database up to date, and say who may do what

Several "crosscheck serve" on one PostgreSQL database are one desk.`

const dbExample = `  crosscheck db copy desk.db postgres://desk@db.example/newsroom
  crosscheck db check postgres://desk@db.example/newsroom
  crosscheck db migrate postgres://owner@db.example/newsroom --writer desk --reader press`

func (a *app) dbCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "db",
		Short:   "Copy, check and prepare the store of a desk",
		Long:    dbLong,
		Example: dbExample,
	}
	c.AddCommand(a.dbCopyCommand(), a.dbCheckCommand(), a.dbMigrateCommand())
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		return misuse(`"crosscheck db --help" lists what can be done`, "db: unknown command %q", args[0])
	}
	return c
}

// needStores wants so many stores.
func needStores(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return misuse(`"`+c.CommandPath()+` --help" shows an example`, "%s takes %s, but was given %d", c.Name(), plural(n, "store", "stores"), len(args))
		}
		return nil
	}
}

func (a *app) dbCopyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "copy FROM TO",
		Short: "Copy everything to a store that is empty",
		Long: `copy copies decisions, accounts, sessions, tokens and the gate's log to a store
that is empty: all of it, or nothing. Before TO keeps anything it is read back,
and its sums are compared with what was read from FROM. FROM is not changed; stop
its desk first, or what is decided meanwhile stays behind. The articles of
"crosscheck ingest" stay where they are.

Where one of the two is a folder, the archive of "crosscheck index" is copied.`,
		Example: "  crosscheck db copy desk.db postgres://owner@db.example/newsroom\n  crosscheck db copy postgres://owner@db.example/newsroom desk.db\n  crosscheck db copy news/ postgres://owner@db.example/newsroom",
		Args:    needStores(2),
		RunE: func(c *cobra.Command, args []string) error {
			if namesFolder(args[0]) || namesFolder(args[1]) {
				return a.dbCopyArchive(c.Context(), args[0], args[1])
			}
			return a.dbCopy(c.Context(), args[0], args[1])
		},
	}
}

func (a *app) dbCopy(ctx context.Context, from, to string) error {
	source, err := openStoreOnly(ctx, from)
	if err != nil {
		return err
	}
	defer source.Close()
	if err := checkStore(ctx, source); err != nil {
		return changedHint(from, err, "go back to a copy that verifies")
	}
	target, err := openStore(ctx, to)
	if err != nil {
		return err
	}
	defer target.Close()
	counts, err := crate.Move(ctx, source, target)
	if err != nil {
		return withHint(fmt.Errorf("%s: %w", storeName(to), err), "nothing was copied; name a new file, or an empty database")
	}
	if s, ok := source.(*postgres.Store); ok {
		if n, err := s.Articles(ctx); err == nil && n > 0 { // else the role does not see them
			a.console.note(plural(n, "article", "articles") + ` of "crosscheck ingest" stay behind: take them in again where they are wanted`)
		}
	}
	return a.tellCounts(counts, fmt.Sprintf("%s is now in %s", storeName(from), storeName(to)))
}

// tellCounts prints a line for each table, and a last one.
func (a *app) tellCounts(counts []crate.Count, last string) error {
	var out strings.Builder
	for _, c := range counts {
		fmt.Fprintf(&out, "%-14s %8d  sha256 %s\n", c.Table, c.Rows, c.Sum)
	}
	_, err := fmt.Fprintf(a.stdout, "%s%s\n", &out, printable(last))
	return err
}

func (a *app) dbMigrateCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "migrate DATABASE",
		Short: "Bring a PostgreSQL database up to date, as its owner",
		Long: `migrate makes or brings up to date the tables, in the schema "crosscheck", as
the role that shall own them. Processes of the version before may go on running.

--writer gives a role what a desk needs: it adds decisions, and can neither change
nor remove one, nor any table. --reader gives a role what "report --db" and
"decisions export" need: it sees decisions, and no account. --feeder gives one what
ingest and worker need: it sees articles, and nothing of the desk. Make the roles
first: CREATE ROLE desk LOGIN.`,
		Example: "  crosscheck db migrate postgres://owner@db.example/newsroom --writer desk --reader press",
		Args:    needStores(1),
	}
	writers := c.Flags().StringArray("writer", nil, "a `ROLE` that desks run as (may be repeated)")
	readers := c.Flags().StringArray("reader", nil, "a `ROLE` that only reads decisions (may be repeated)")
	feeders := c.Flags().StringArray("feeder", nil, "a `ROLE` that ingest and workers run as (may be repeated)")
	c.RunE = func(c *cobra.Command, args []string) error {
		return a.dbMigrate(c.Context(), args[0], map[postgres.Right][]string{postgres.Writer: *writers, postgres.Reader: *readers, postgres.Feeder: *feeders})
	}
	return c
}

func (a *app) dbMigrate(ctx context.Context, address string, roles map[postgres.Right][]string) error {
	if !postgres.Is(address) {
		return misuse("name it as postgres://USER@HOST/DATABASE; a file is brought up to date when it is opened", "%s is no PostgreSQL database", address)
	}
	s, err := postgres.Open(ctx, address)
	if err != nil {
		return err
	}
	defer s.Close()
	q, err := feed.Open(ctx, address) // makes the queue's tables
	if err != nil {
		return err
	}
	defer q.Close()
	var given []string
	for _, right := range []postgres.Right{postgres.Writer, postgres.Reader, postgres.Feeder} {
		for _, role := range roles[right] {
			if err := s.Grant(ctx, role, right); err != nil {
				return roleHint(err, role)
			}
			given = append(given, role+" "+may[right])
		}
	}
	if len(given) > 0 {
		if _, err := fmt.Fprintln(a.stdout, printable(strings.Join(given, ", "))); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(a.stdout, "%s is up to date\n", printable(storeName(address)))
	return err
}

// may is what a right allows, in words.
var may = map[postgres.Right]string{
	postgres.Writer: "may write",
	postgres.Reader: "may read",
	postgres.Feeder: "may take articles in",
}

// undefinedObject is the SQLSTATE of a role that is not there (PostgreSQL's
// documentation, appendix A).
const undefinedObject = "42704"

// roleHint says what to do where a role cannot be given a right.
func roleHint(err error, role string) error {
	type stated interface {
		error
		SQLState() string
	}
	if e, ok := errors.AsType[stated](err); ok && e.SQLState() == undefinedObject {
		return withHint(err, "make the role first: CREATE ROLE %s LOGIN", role)
	}
	return err
}
