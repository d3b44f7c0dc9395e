package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"crosscheck/report/review"
)

// queued is how many requests may wait for the writer before the next one
// blocks, and batch how many go into one transaction: more than a desk of fifty
// people ever has under way.
const queued, batch = 256, 256

// request is one Append on its way.
type request struct {
	entries []review.Entry
	reply   chan<- reply // holds one
}

type reply struct {
	events []review.Event
	err    error
}

var errClosed = errors.New("the ledger is closed")

// Append adds the entries, all or none.
func (s *Store) Append(ctx context.Context, entries ...review.Entry) ([]review.Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	answer := make(chan reply, 1)
	s.mu.RLock()
	if s.ended {
		s.mu.RUnlock()
		return nil, errClosed
	}
	s.queue <- request{entries, answer}
	s.mu.RUnlock()
	// What is in the queue is written, whether somebody waits or not: a caller
	// who went away must not leave it open whether his decision counts.
	r := <-answer
	return r.events, r.err
}

// writer writes until the queue is closed and empty.
func (s *Store) writer() {
	defer close(s.done)
	for first := range s.queue {
		group := []request{first}
		for len(group) < batch {
			next, ok := poll(s.queue)
			if !ok {
				break
			}
			group = append(group, next)
		}
		replies, err := s.commit(context.Background(), group)
		for i, r := range group {
			if err != nil {
				r.reply <- reply{nil, fmt.Errorf("writing to the ledger: %w", err)}
				continue
			}
			r.reply <- replies[i]
		}
	}
}

// poll is the next request that is there already.
func poll(queue <-chan request) (request, bool) {
	select {
	case r, ok := <-queue:
		return r, ok
	default:
		return request{}, false
	}
}

// commit writes the requests in one transaction. A request that is refused
// leaves the others alone; an error is about all of them.
func (s *Store) commit(ctx context.Context, group []request) ([]reply, error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	replies := make([]reply, len(group))
	for i, r := range group {
		all, fresh, err := review.Admit(kept{ctx, tx}, r.entries)
		if err != nil {
			replies[i].err = err
			continue
		}
		for _, e := range fresh {
			if err := insert(ctx, tx, e); err != nil {
				return nil, err
			}
		}
		replies[i].events = all
	}
	return replies, tx.Commit()
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
