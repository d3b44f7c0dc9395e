package postgres

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"crosscheck/report/review/crate"
)

var _ crate.Store = (*Store)(nil)

// Look calls f with all tables as of one moment.
func (s *Store) Look(ctx context.Context, f func(crate.Shelf) error) error {
	options := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	return pgx.BeginTxFunc(ctx, s.pool, options, func(tx pgx.Tx) error { return f(shelf{tx}) })
}

// Fill keeps what f puts, or nothing. It holds the writers' lock.
func (s *Store) Fill(ctx context.Context, f func(crate.Space) error) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", turn); err != nil {
			return err
		}
		return f(shelf{tx})
	})
}

// shelf is the tables within a transaction.
type shelf struct{ tx pgx.Tx }

// Rows yields the rows of a table.
func (s shelf) Rows(ctx context.Context, t crate.Table) iter.Seq2[crate.Row, error] {
	return func(yield func(crate.Row, error) bool) {
		names := columns(t)
		rows, err := s.tx.Query(ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY %s",
			strings.Join(names, ", "), table(t), strings.Join(names[:t.Key], ", ")))
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := rows.Values()
			if err == nil {
				row, err = plain(t, row)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// plain are the values of a row as [crate.Kind] has them.
func plain(t crate.Table, row crate.Row) (crate.Row, error) {
	for i, v := range row {
		switch v := v.(type) {
		case string:
			if !raw(t, i) {
				row[i] = read.Replace(v)
			}
		case time.Time:
			row[i] = v.UTC().Format(crate.Clock)
		}
	}
	return row, nil
}

// native are the values of a row as the columns have them.
func native(t crate.Table, row crate.Row) ([]any, error) {
	out := make([]any, len(row))
	for i, v := range row {
		out[i] = v
		text, ok := v.(string)
		switch {
		case !ok || raw(t, i):
		case t.Columns[i].Kind == crate.Time:
			at, err := time.Parse(crate.Clock, text)
			if err != nil {
				return nil, err
			}
			out[i] = at
		default:
			out[i] = lookup(text)
		}
	}
	return out, nil
}

// raw reports whether a column is JSON, in which no character has to be spelt
// otherwise.
func raw(t crate.Table, i int) bool { return t.Columns[i].Name == "body" }

// Put adds rows to an empty table.
func (s shelf) Put(ctx context.Context, t crate.Table, rows iter.Seq2[crate.Row, error]) error {
	var full bool
	if err := s.tx.QueryRow(ctx, "SELECT EXISTS (SELECT 1 FROM "+table(t)+")").Scan(&full); err != nil {
		return err
	}
	if full {
		return crate.ErrFull
	}
	next, stop := iter.Pull2(rows)
	defer stop()
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	_, err := s.tx.CopyFrom(ctx, pgx.Identifier{schema, t.Name}, names, pgx.CopyFromFunc(func() ([]any, error) {
		row, err, more := next()
		if err != nil || !more {
			return nil, err
		}
		return native(t, row)
	}))
	return err
}

// schema is where all our tables are.
const schema = "crosscheck"

func table(t crate.Table) string { return pgx.Identifier{schema, t.Name}.Sanitize() }

// columns are the columns' names, in quotes.
func columns(t crate.Table) []string {
	var out []string
	for _, c := range t.Columns {
		out = append(out, pgx.Identifier{c.Name}.Sanitize())
	}
	return out
}
