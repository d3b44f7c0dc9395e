package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"crosscheck/report/review/people"
)

var _ people.Records = (*Store)(nil)

// Put keeps a record in the place of the one before.
func (s *Store) Put(ctx context.Context, kind, key string, value []byte) error {
	_, err := s.write.ExecContext(ctx, `INSERT INTO record (kind, key, body) VALUES (?, ?, ?)
		ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body`, kind, key, value)
	return err
}

// Get is a record.
func (s *Store) Get(ctx context.Context, kind, key string) (value []byte, ok bool, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT body FROM record WHERE kind = ? AND key = ?", kind, key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return value, err == nil, err
}

// List is every record of a kind, by key.
func (s *Store) List(ctx context.Context, kind string) (values [][]byte, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT body FROM record WHERE kind = ? ORDER BY key", kind)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var v []byte
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return values, rows.Err()
}

// Delete removes a record.
func (s *Store) Delete(ctx context.Context, kind, key string) error {
	_, err := s.write.ExecContext(ctx, "DELETE FROM record WHERE kind = ? AND key = ?", kind, key)
	return err
}
