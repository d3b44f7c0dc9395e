package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"crosscheck/report/review"
)

// commit writes what several ask for in one transaction, as [review.Gather] wants
// it.
func (s *Store) commit(ctx context.Context, group [][]review.Entry) ([]review.Answer, error) {
	answers, err := s.commitAll(ctx, group)
	if err != nil {
		return nil, fmt.Errorf("writing to the ledger: %w", err)
	}
	return answers, nil
}

func (s *Store) commitAll(ctx context.Context, group [][]review.Entry) ([]review.Answer, error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	answers := make([]review.Answer, len(group))
	for i, entries := range group {
		all, fresh, err := review.Admit(kept{ctx, tx}, entries)
		if err != nil {
			answers[i].Err = err
			continue
		}
		for _, e := range fresh {
			if err := insert(ctx, tx, e); err != nil {
				return nil, err
			}
		}
		answers[i].Events = all
	}
	return answers, tx.Commit()
}

func insert(ctx context.Context, tx *sql.Tx, e review.Event) error {
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO event (seq, id, at, who, action, subject, stream, of, body, sum)
		VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?)`,
		e.Seq, e.ID, e.At.Format("2006-01-02T15:04:05.000Z"), e.Who, e.Action, e.Subject, e.Stream(), e.Of, string(body), e.Sum)
	return err
}

// kept looks things up within a transaction.
type kept struct {
	ctx context.Context
	tx  *sql.Tx
}

var _ review.Kept = kept{}

// ByID is the event with the ID.
func (k kept) ByID(id string) (review.Event, bool, error) {
	return k.one("SELECT body FROM event WHERE id = ?", id)
}

// LastOf is the last event of the stream.
func (k kept) LastOf(stream string) (review.Event, bool, error) {
	return k.one("SELECT body FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1", stream)
}

// Tail is the last event of all.
func (k kept) Tail() (review.Event, error) {
	e, _, err := k.one("SELECT body FROM event ORDER BY seq DESC LIMIT 1")
	return e, err
}

func (k kept) one(query string, args ...any) (review.Event, bool, error) {
	e, err := scan(k.tx.QueryRowContext(k.ctx, query, args...))
	if errors.Is(err, sql.ErrNoRows) {
		return e, false, nil
	}
	return e, err == nil, err
}
