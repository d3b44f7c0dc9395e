package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/jackc/pgx/v5"
)

//go:embed migrations/*.sql
var files embed.FS

// migrations are the steps of the schema, the first makes version 1 of a database
// without one. A step that was released is never changed, and takes nothing away
// that the version before it reads or writes: while processes are started anew one
// after another, old and new ones run side by side.
var migrations = steps(files)

func steps(files fs.FS) []string {
	names, _ := fs.Glob(files, "migrations/*.sql") // the pattern is sound
	slices.Sort(names)
	var out []string
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err == nil {
			out = append(out, string(text))
		}
	}
	return out
}

// ErrNewer says that a newer program has had the database.
var ErrNewer = errors.New("the ledger was made by a newer version of crosscheck")

// asker asks the database: a pool or a transaction.
type asker interface {
	QueryRow(ctx context.Context, query string, args ...any) pgx.Row
}

// version is the schema's version, 0 where there is none.
func version(ctx context.Context, db asker) (v int, err error) {
	var schema, table bool
	err = db.QueryRow(ctx, `SELECT to_regnamespace('crosscheck') IS NOT NULL,
		EXISTS (SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = 'crosscheck' AND tablename = 'version')`).Scan(&schema, &table)
	switch {
	case err != nil || !schema:
		return 0, err
	case !table:
		return 0, fmt.Errorf("the database has a schema \"crosscheck\" that is not ours\nhint: name another database")
	}
	return v, db.QueryRow(ctx, "SELECT number FROM crosscheck.version").Scan(&v)
}

// known refuses a version that is not among the steps.
func known(v int, steps []string) error {
	switch {
	case v > len(steps):
		return fmt.Errorf("%w (version %d, this one knows %d)\nhint: use the newer version", ErrNewer, v, len(steps))
	case v < len(steps):
		return fmt.Errorf("the database is at version %d, and this program wants %d\nhint: have the owner run \"crosscheck db migrate\"", v, len(steps))
	}
	return nil
}

// migrate brings the schema from whatever version it is to the last one, in one
// transaction. Of several processes that begin at once, one does so.
func (s *Store) migrate(ctx context.Context, steps []string) error {
	v, err := version(ctx, s.pool)
	if err != nil || v >= len(steps) {
		return errors.Join(err, known(max(v, len(steps)), steps))
	}
	tx, err := s.pool.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(context.WithoutCancel(ctx))
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", turn); err != nil {
		return err
	}
	if v, err = version(ctx, tx); err != nil || v >= len(steps) {
		return errors.Join(err, known(max(v, len(steps)), steps))
	}
	for i, step := range steps[v:] {
		if _, err := tx.Exec(ctx, step); err != nil {
			return fmt.Errorf("bringing it to version %d: %w", v+i+1, err)
		}
	}
	if _, err := tx.Exec(ctx, "INSERT INTO crosscheck.version (number) VALUES ($1) ON CONFLICT (one) DO UPDATE SET number = excluded.number", len(steps)); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// Alone calls f while nobody else brings this database up to date, and nobody
// writes to the ledger.
func (s *Store) Alone(ctx context.Context, f func(context.Context) error) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", turn); err != nil {
			return err
		}
		return f(ctx)
	})
}
