package feed

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"crosscheck/claims"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
	"crosscheck/report/review/postgres"
)

// Index is the archive of a database, held open to add what workers read. One
// process has it at a time. It is not safe for concurrent use, and must be closed.
type Index struct {
	store   *postgres.Store
	place   *postgres.Archive
	archive *archive.Archive
	opt     check.Options
}

// OpenIndex opens the archive, to add to it. made is as [archive.Open] has it: what
// was made otherwise is made anew, which is told by anew. The error is
// [archive.ErrBusy] where another process has it.
func OpenIndex(ctx context.Context, s *postgres.Store, made string, opt check.Options) (x *Index, anew bool, err error) {
	x = &Index{store: s, place: s.Archive(), opt: opt}
	x.archive, err = archive.Open(ctx, x.place, made)
	if anew = errors.Is(err, archive.ErrOther) || errors.Is(err, archive.ErrDamaged); anew {
		x.place = s.NewArchive()
		x.archive, err = archive.Open(ctx, x.place, made)
	}
	if err != nil {
		return nil, false, err
	}
	return x, anew, nil
}

// Close lets another process have it.
func (x *Index) Close() error { return x.archive.Close() }

// Indexed is what came of adding to an index.
type Indexed struct {
	New, Known, Replaced int // articles that were added, were there, or took another's place
	Holds                int // articles in the index now
}

// batch is how many articles are added at once: a run over so many takes 1 GB of
// memory, and a new state is written after each.
const batch = 5000

// Add adds the articles that were read since, in the order in which they came, so
// that of one ID the last counts. On an error the archive is as it was after the
// last batch, and x must be closed.
func (x *Index) Add(ctx context.Context) (Indexed, error) {
	got := Indexed{}
	for {
		keys, list, err := x.fresh(ctx)
		if err != nil || len(list) == 0 {
			got.Holds = x.archive.Len()
			return got, err
		}
		added, err := x.archive.Add(ctx, list, false, x.opt, nil)
		if err != nil {
			return got, err
		}
		got.New += len(added.Sheets) - added.Replaced
		got.Known += added.Known
		got.Replaced += added.Replaced
		if _, err := x.store.Pool().Exec(ctx, "UPDATE crosscheck.article SET shelved = $1 WHERE key = ANY($2)", x.place.Generation(), keys); err != nil {
			return got, fmt.Errorf("noting what is in the archive: %w", postgres.Hinted(err))
		}
	}
}

// fresh are the next articles that are not in the archive, with their keys.
func (x *Index) fresh(ctx context.Context) (keys [][]byte, list []claims.Article, err error) {
	rows, err := x.store.Pool().Query(ctx, `SELECT key, body FROM crosscheck.article
		WHERE body IS NOT NULL AND shelved IS DISTINCT FROM $1 ORDER BY came, key LIMIT $2`, x.place.Generation(), batch)
	if err != nil {
		return nil, nil, postgres.Hinted(err)
	}
	list, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (claims.Article, error) {
		var key []byte
		a, err := bodyOf(row, &key)
		keys = append(keys, key)
		return a, err
	})
	return keys, list, postgres.Hinted(err)
}

// Indexing is how a worker adds what it and others have read to the index.
type Indexing struct {
	Made  string        // as [OpenIndex] has it
	Every time.Duration // how long to wait at least between two rounds; 0 for no index
	// Told is told what came of a round that added anything, or why one failed.
	Told func(Indexed, error)
}

// calm is how many times as long as a round took a worker waits before the next:
// each writes all of what is known anew.
const calm = 9

// indexing adds to the index, round after round, until the context ends. Of several
// workers one does so; the others take over when it ends.
func (f *Feed) indexing(ctx context.Context, opt Options) {
	for ctx.Err() == nil {
		if err := f.rounds(ctx, opt); err != nil && ctx.Err() == nil && !errors.Is(err, archive.ErrBusy) {
			opt.Index.Told(Indexed{}, err)
		}
		wait(ctx, opt.Index.Every)
	}
}

// rounds adds to the index until something fails.
func (f *Feed) rounds(ctx context.Context, opt Options) error {
	x, err := f.openIndex(ctx, opt)
	if err != nil {
		return err
	}
	defer x.Close()
	for {
		begin := time.Now()
		if err := opt.round(ctx, x); err != nil {
			return err
		}
		wait(ctx, max(opt.Index.Every, calm*time.Since(begin)))
	}
}

// lastRound adds what is left, where no other worker does so.
func (f *Feed) lastRound(ctx context.Context, opt Options) error {
	x, err := f.openIndex(ctx, opt)
	if errors.Is(err, archive.ErrBusy) {
		return nil
	}
	if err != nil {
		return err
	}
	defer x.Close()
	return opt.round(ctx, x)
}

// openIndex opens the index, and tells where it is made anew.
func (f *Feed) openIndex(ctx context.Context, opt Options) (*Index, error) {
	x, anew, err := OpenIndex(ctx, f.store, opt.Index.Made, check.Options{Names: opt.Names})
	if anew && err == nil {
		opt.Index.Told(Indexed{}, ErrAnew)
	}
	return x, err
}

// ErrAnew says that an archive is of no use to this program.
var ErrAnew = errors.New("the archive in the database was made by another version, or with other names: it is made anew")

// round adds what is new, and tells of it.
func (o Options) round(ctx context.Context, x *Index) error {
	got, err := x.Add(ctx)
	if err == nil && got.New+got.Replaced > 0 {
		o.Index.Told(got, nil)
	}
	return err
}

// wait waits, or for the context's end.
func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
