// Package sqlite keeps a ledger of decisions in one file on disk.
//
//  1. [Open] opens or makes the file and brings its schema up to date
//     (migrate.go);
//  2. a [review.Gatherer] writes (writer.go): what arrives while it waits for the
//     disk goes into one transaction;
//  3. readers read beside it, in write-ahead mode.
//
// What was confirmed is on the disk: every transaction is synced. It knows
// nothing of what events mean.
package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite", without cgo

	"crosscheck/report/review"
)

// busy is how long a connection waits for another process: far longer than any
// of our transactions takes.
const busy = "10000" // milliseconds

// Store is a ledger on disk. It is safe for concurrent use, and several
// processes may have the same file open.
type Store struct {
	read             *sql.DB
	write            *sql.DB // one connection
	*review.Gatherer         // Append
}

var _ review.Store = (*Store)(nil)

// Open opens the ledger in the file, and makes it where there is none.
func Open(ctx context.Context, path string) (*Store, error) {
	s, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the ledger %s: %w", path, err)
	}
	if err := migrate(ctx, s.write, migrations); err != nil {
		s.read.Close()
		s.write.Close()
		return nil, fmt.Errorf("opening the ledger %s: %w", path, err)
	}
	s.Gatherer = review.Gather(s.commit)
	return s, nil
}

// OpenOnly opens the ledger in the file, which must be there.
func OpenOnly(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("opening the ledger: %w\nhint: \"crosscheck review\" makes one", err)
	}
	return Open(ctx, path)
}

func open(path string) (*Store, error) {
	if err := ownFile(path); err != nil {
		return nil, err
	}
	s := &Store{}
	var err error
	if s.write, err = sql.Open("sqlite", source(path)); err != nil {
		return nil, err
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open("sqlite", source(path)); err != nil {
		s.write.Close()
		return nil, err
	}
	s.read.SetMaxOpenConns(4) // a refresh reads next to nothing
	return s, nil
}

// ownFile makes the file so that only its owner can read it: what a newsroom
// doubts is its own affair.
func ownFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// source is the data source name: write-ahead log, every commit synced, foreign
// keys, and transactions that take the lock when they begin.
func source(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	options := url.Values{
		"_pragma": {"busy_timeout(" + busy + ")", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "trusted_schema(0)"},
		"_txlock": {"immediate"},
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: options.Encode()}).String()
}

// Events yields the events after the one numbered seq.
func (s *Store) Events(ctx context.Context, seq int64) iter.Seq2[review.Event, error] {
	return func(yield func(review.Event, error) bool) {
		rows, err := s.read.QueryContext(ctx, "SELECT body FROM event WHERE seq > ? ORDER BY seq", seq)
		if err != nil {
			yield(review.Event{}, fmt.Errorf("reading the ledger: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			e, err := scan(rows)
			if !yield(e, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(review.Event{}, fmt.Errorf("reading the ledger: %w", err))
		}
	}
}

// scan reads an event from a row that holds its body.
func scan(row interface{ Scan(...any) error }) (review.Event, error) {
	var body []byte
	var e review.Event
	if err := row.Scan(&body); err != nil {
		return e, err
	}
	if err := json.Unmarshal(body, &e); err != nil {
		return e, fmt.Errorf("reading the ledger: %w", err)
	}
	return e, nil
}

// Close finishes what was accepted and closes the file.
func (s *Store) Close() error {
	if !s.Gatherer.Close() {
		return nil
	}
	return errors.Join(s.read.Close(), s.write.Close())
}
