package feed

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/entity"
	"crosscheck/claims/extract"
	"crosscheck/report/review/postgres"
)

// Options tune a worker. The zero value is ready.
type Options struct {
	Names *entity.Gazetteer // nil is entity.Default()
	// Rescue is after how long a job is given to another worker, whose worker was
	// killed; 0 is [Rescue].
	Rescue time.Duration
	// Failed is told of each job that failed, and whether it will be tried again, of
	// one at a time; nil tells nobody.
	Failed func(f Failure, again bool)
	// Warned is told what was warned of in reading an article that was kept all the
	// same, of one at a time; nil tells nobody.
	Warned func(w claims.Warning)
	Index  *Indexing // nil for no index
}

// Rescue is when another worker takes over, unless [Options.Rescue] says
// otherwise: far longer than the longest article takes.
const Rescue = 2 * time.Minute

// River's figures, and why not its defaults: it asks for jobs as often as it may
// and for as many as there is room for. With 100 ms and a job for each processor
// that would be 20 articles a second on two.
const (
	room = 64 // jobs that a worker has under way, most of them waiting for a processor
	pace = 20 * time.Millisecond
)

// farewell is how long a worker that is asked to end may take for what it has
// begun.
const farewell = 7 * time.Second

// Work does jobs until the context ends, and finishes what it has begun.
func (f *Feed) Work(ctx context.Context, opt Options) error {
	client, err := f.worker(opt)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("beginning to work: %w", postgres.Hinted(err))
	}
	var indexing sync.WaitGroup
	if opt.Index != nil {
		indexing.Go(func() { f.indexing(ctx, opt) })
	}
	<-ctx.Done()
	indexing.Wait()
	return stop(ctx, client.Stop, client.StopAndCancel)
}

// WorkOff does jobs until none is left that could be done, adds what was read to the
// index, and returns.
func (f *Feed) WorkOff(outer context.Context, opt Options) error {
	ctx, cancel := context.WithCancel(outer)
	defer cancel()
	ended := make(chan error, 1)
	go func() {
		err := f.untilEmpty(ctx)
		cancel()
		ended <- err
	}()
	last := opt
	opt.Index = nil
	err := f.Work(ctx, opt)
	cancel()
	if empty := <-ended; !errors.Is(empty, context.Canceled) {
		err = errors.Join(err, empty)
	}
	if err == nil && outer.Err() == nil && last.Index != nil {
		err = f.lastRound(outer, last)
	}
	return err
}

// untilEmpty waits until no job is left.
func (f *Feed) untilEmpty(ctx context.Context) error {
	for {
		n, err := f.Waiting(ctx)
		if err != nil || n == 0 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// Waiting is how many jobs are neither done nor given up.
func (f *Feed) Waiting(ctx context.Context) (n int, err error) {
	err = f.pool.QueryRow(ctx, `SELECT count(*) FROM crosscheck.river_job WHERE kind = $1 AND state NOT IN ('completed', 'cancelled', 'discarded')`,
		job{}.Kind()).Scan(&n)
	return n, postgres.Hinted(err)
}

// stop ends a worker, breaking off what does not end by itself: others take it up.
func stop(ctx context.Context, soft, hard func(context.Context) error) error {
	ctx = context.WithoutCancel(ctx)
	patient, cancel := context.WithTimeout(ctx, farewell)
	defer cancel()
	err := soft(patient)
	if !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	last, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return hard(last)
}

// worker is River's client for doing jobs.
func (f *Feed) worker(opt Options) (*riverClient, error) {
	if opt.Rescue <= 0 {
		opt.Rescue = Rescue
	}
	if opt.Failed == nil {
		opt.Failed = func(Failure, bool) {}
	}
	if opt.Warned == nil {
		opt.Warned = func(claims.Warning) {}
	}
	workers := river.NewWorkers()
	if err := river.AddWorkerSafely(workers, &reader{
		pool: f.pool, failed: opt.Failed, warned: opt.Warned, finder: extract.Finder{Names: opt.Names}, busy: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}); err != nil {
		return nil, err
	}
	return river.NewClient(riverpgxv5.New(f.pool), &river.Config{
		Schema:                      schema,
		Logger:                      silent,
		Workers:                     workers,
		Queues:                      map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: room}},
		FetchCooldown:               pace,
		FetchPollInterval:           time.Second,
		JobTimeout:                  opt.Rescue * 3 / 4,
		RescueStuckJobsAfter:        opt.Rescue,
		ErrorHandler:                teller(opt.Failed),
		CompletedJobRetentionPeriod: time.Hour,
		CancelledJobRetentionPeriod: -1, // for good: somebody has to look
		DiscardedJobRetentionPeriod: -1,
		ReindexerSchedule:           river.NeverSchedule(), // only an owner could
	})
}

// teller tells of jobs in which something broke; see [reader.Work] for others.
type teller func(Failure, bool)

// HandleError does nothing more.
func (t teller) HandleError(context.Context, *rivertype.JobRow, error) *river.ErrorHandlerResult {
	return nil
}

// HandlePanic tells of a panic, which River has caught.
func (t teller) HandlePanic(_ context.Context, row *rivertype.JobRow, value any, _ string) *river.ErrorHandlerResult {
	t(failure(row, article.Raw{}, fmt.Sprint("panic: ", value)), row.Attempt < row.MaxAttempts)
	return nil
}
