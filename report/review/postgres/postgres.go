// Package postgres keeps a ledger of decisions, and the accounts of a desk, in a
// PostgreSQL database, where any number of processes on any number of machines
// write to it as one.
//
//  1. [Open] connects (address.go) and brings the schema up to date (migrate.go),
//     where the role may; else the owner does so, and [Store.Grant] says what
//     other roles may do (roles.go);
//  2. a [review.Gatherer] gathers what arrives in this process, and each of its
//     transactions holds a lock that the others wait for (writer.go), so that
//     events are numbered, chained and seen in one order;
//  3. what fails for want of a connection is tried again: an event is known by
//     its ID, and written once;
//  4. records.go keeps accounts, crate.go moves everything to another store;
//  5. [Archive] is a place for an archive of articles (archive.go).
//
// It knows nothing of what events mean. No password is in what it says.
package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"crosscheck/report/review"
)

// Store is a ledger in a database. It is safe for concurrent use.
type Store struct {
	*review.Gatherer // Append
	pool             *pgxpool.Pool
	name             string         // of the database, for people
	isolation        pgx.TxIsoLevel // of what is written; see commit
}

var _ review.Store = (*Store)(nil)

// Open opens the ledger in the database at the address, and makes it where there
// is none.
func Open(ctx context.Context, address string) (*Store, error) {
	s, err := connect(ctx, address)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx, migrations); err != nil {
		s.pool.Close()
		return nil, fmt.Errorf("opening the ledger %s: %w", s.name, hinted(err))
	}
	s.begin()
	return s, nil
}

// OpenOnly opens the ledger in the database, which must be there.
func OpenOnly(ctx context.Context, address string) (*Store, error) {
	s, err := connect(ctx, address)
	if err != nil {
		return nil, err
	}
	v, err := version(ctx, s.pool)
	if err == nil && v == 0 {
		err = fmt.Errorf("the database has no ledger\nhint: \"crosscheck db migrate\" makes one")
	}
	if err == nil {
		err = known(v, migrations)
	}
	if err != nil {
		s.pool.Close()
		return nil, fmt.Errorf("opening the ledger %s: %w", s.name, hinted(err))
	}
	s.begin()
	return s, nil
}

func (s *Store) begin() { s.Gatherer = review.Gather(s.commit) }

// page is how many events are asked for at once: no connection is held while
// somebody looks at them.
const page = 1000

// Events yields the events after the one numbered seq.
func (s *Store) Events(ctx context.Context, seq int64) iter.Seq2[review.Event, error] {
	return func(yield func(review.Event, error) bool) {
		for {
			events, err := s.page(ctx, seq)
			if err != nil {
				yield(review.Event{}, fmt.Errorf("reading the ledger: %w", err))
				return
			}
			for _, e := range events {
				if !yield(e, nil) {
					return
				}
			}
			if len(events) < page {
				return
			}
			seq = events[page-1].Seq
		}
	}
}

// page is the next events. What fails for want of a connection is tried again.
func (s *Store) page(ctx context.Context, seq int64) (events []review.Event, err error) {
	err = again(ctx, func() error {
		rows, err := s.pool.Query(ctx, "SELECT body FROM crosscheck.event WHERE seq > $1 ORDER BY seq LIMIT $2", seq, page)
		if err != nil {
			return err
		}
		events, err = pgx.CollectRows(rows, scan)
		return err
	})
	return events, err
}

// scan reads an event from a row that holds its body.
func scan(row pgx.CollectableRow) (e review.Event, err error) {
	var body []byte
	if err := row.Scan(&body); err != nil {
		return e, err
	}
	return e, json.Unmarshal(body, &e)
}

// Articles is how many articles package feed keeps in the same database.
func (s *Store) Articles(ctx context.Context) (n int, err error) {
	err = again(ctx, func() error {
		return s.pool.QueryRow(ctx, "SELECT count(*) FROM crosscheck.article").Scan(&n)
	})
	return n, hinted(err)
}

// Pool has the connections, for what else is kept in the same database. They
// are gone when the store is closed.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// Close finishes what was accepted and closes the connections.
func (s *Store) Close() error {
	if s.Gatherer.Close() {
		s.pool.Close()
	}
	return nil
}
