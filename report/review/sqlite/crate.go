package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"

	"crosscheck/report/review/crate"
)

var _ crate.Store = (*Store)(nil)

// Look calls f with all tables as of one moment.
func (s *Store) Look(ctx context.Context, f func(crate.Shelf) error) error {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return f(shelf{tx})
}

// Fill keeps what f puts, or nothing.
func (s *Store) Fill(ctx context.Context, f func(crate.Space) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(shelf{tx}); err != nil {
		return err
	}
	return tx.Commit()
}

// shelf is the tables within a transaction.
type shelf struct{ tx *sql.Tx }

// Rows yields the rows of a table.
func (s shelf) Rows(ctx context.Context, t crate.Table) iter.Seq2[crate.Row, error] {
	return func(yield func(crate.Row, error) bool) {
		names := columns(t)
		rows, err := s.tx.QueryContext(ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY %s",
			strings.Join(names, ", "), t.Name, strings.Join(names[:t.Key], ", ")))
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, into := make(crate.Row, len(names)), make([]any, len(names))
			for i := range row {
				into[i] = &row[i]
			}
			err := rows.Scan(into...)
			for i, v := range row {
				if b, ok := v.([]byte); ok && b == nil {
					row[i] = []byte{} // the driver's empty value, which is not none
				}
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

// Put adds rows to an empty table.
func (s shelf) Put(ctx context.Context, t crate.Table, rows iter.Seq2[crate.Row, error]) error {
	var full bool
	if err := s.tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+t.Name+")").Scan(&full); err != nil {
		return err
	}
	if full {
		return crate.ErrFull
	}
	insert, err := s.tx.PrepareContext(ctx, fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)",
		t.Name, strings.Join(columns(t), ", "), strings.Repeat(", ?", len(t.Columns)-1)))
	if err != nil {
		return err
	}
	defer insert.Close()
	for row, err := range rows {
		if err != nil {
			return err
		}
		if _, err := insert.ExecContext(ctx, row...); err != nil {
			return err
		}
	}
	return nil
}

// columns are the columns' names, in quotes.
func columns(t crate.Table) []string {
	var out []string
	for _, c := range t.Columns {
		out = append(out, `"`+c.Name+`"`)
	}
	return out
}
