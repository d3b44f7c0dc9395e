// Package feed takes articles in as they come, in a PostgreSQL database: any
// number of processes put them into a queue, any number read them and find their
// claims, and each may be killed at any time.
//
//  1. [Feed.Take] keeps the parts of a file that hold one article each, and a job
//     for each that is new, in one transaction (take.go, paths.go, watch.go); a
//     part that was kept before is passed over;
//  2. [Feed.Work] does jobs: it reads the part, finds its claims and keeps both
//     with one statement (work.go, read.go), so that a job that is done twice
//     changes nothing;
//  3. what fails is tried again, later and later; what cannot be read, or has
//     failed too often, waits for somebody to look ([Feed.Failed]) and to have it
//     done again ([Feed.Replay]; failed.go);
//  4. of several workers one adds what was read to the archive in the same database
//     ([Index]; index.go), as a run on one machine adds to a folder;
//  5. [Articles] hands all that was read to whoever compares it (articles.go).
//
// The queue is River's (github.com/riverqueue/river), in the same database. The
// claims are those that a run on one machine finds in the same articles, before
// it joins a speaker with himself in other articles; no two statements are judged
// here.
package feed

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"crosscheck/report/review/postgres"
)

// schema is where all tables are, River's among them.
const schema = "crosscheck"

// Feed is the articles of a database. It is safe for concurrent use.
type Feed struct {
	store *postgres.Store
	pool  *pgxpool.Pool
	queue *river.Client[pgx.Tx] // puts jobs into the queue
}

// Open opens the feed in the database at an address, and makes it where there is
// none and the role may.
func Open(ctx context.Context, address string) (*Feed, error) {
	store, err := postgres.Open(ctx, address)
	if err != nil {
		return nil, err
	}
	f := &Feed{store: store, pool: store.Pool()}
	if err = f.migrate(ctx); err == nil {
		f.queue, err = river.NewClient(riverpgxv5.New(f.pool), &river.Config{Schema: schema, Logger: silent})
	}
	if err != nil {
		store.Close()
		return nil, fmt.Errorf("opening the queue in %s: %w", postgres.Name(address), postgres.Hinted(err))
	}
	return f, nil
}

// Close lets the database go.
func (f *Feed) Close() error { return f.store.Close() }

// silent is for River, whose words no reader of ours would understand: what fails
// is told by [Options.Failed].
var silent = slog.New(slog.DiscardHandler)

// migrate makes River's tables, or brings them up to date. Of several processes
// that begin at once, one does so.
func (f *Feed) migrate(ctx context.Context) error {
	m, err := rivermigrate.New(riverpgxv5.New(f.pool), &rivermigrate.Config{Schema: schema, Logger: silent})
	if err != nil {
		return err
	}
	if good, err := m.Validate(ctx, nil); err == nil && good.OK {
		return nil
	}
	return f.store.Alone(ctx, func(context.Context) error {
		if good, err := m.Validate(ctx, nil); err == nil && good.OK {
			return nil
		}
		_, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil)
		return err
	})
}
