package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"crosscheck/report/review/people"
)

var _ people.Records = (*Store)(nil)

// Put keeps a record in the place of the one before.
func (s *Store) Put(ctx context.Context, kind, key string, value []byte) error {
	return s.exec(ctx, `INSERT INTO crosscheck.record (kind, key, body) VALUES ($1, $2, $3)
		ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body`, lookup(kind), lookup(key), value)
}

// Get is a record.
func (s *Store) Get(ctx context.Context, kind, key string) (value []byte, ok bool, err error) {
	err = again(ctx, func() error {
		return s.pool.QueryRow(ctx, "SELECT body FROM crosscheck.record WHERE kind = $1 AND key = $2", lookup(kind), lookup(key)).Scan(&value)
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, false, nil
	}
	return value, err == nil, hinted(err)
}

// List is every record of a kind, by key.
func (s *Store) List(ctx context.Context, kind string) (values [][]byte, err error) {
	err = again(ctx, func() error {
		rows, err := s.pool.Query(ctx, "SELECT body FROM crosscheck.record WHERE kind = $1 ORDER BY key", lookup(kind))
		if err != nil {
			return err
		}
		values, err = pgx.CollectRows(rows, pgx.RowTo[[]byte])
		return err
	})
	return values, hinted(err)
}

// Delete removes a record.
func (s *Store) Delete(ctx context.Context, kind, key string) error {
	return s.exec(ctx, "DELETE FROM crosscheck.record WHERE kind = $1 AND key = $2", lookup(kind), lookup(key))
}

// exec runs a statement that may be run twice.
func (s *Store) exec(ctx context.Context, statement string, args ...any) error {
	return hinted(again(ctx, func() error {
		_, err := s.pool.Exec(ctx, statement, args...)
		return err
	}))
}
