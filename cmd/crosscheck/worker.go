package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/report/feed"
)

const workerLong = `worker reads the articles that "crosscheck ingest" puts into the queue of a
PostgreSQL database, finds their claims, and keeps both in its tables. Any number
may run, on any machine; each may be killed at any time, and nothing is lost or
kept twice. What fails is tried again, later and later, six times in all.

What was read is added to the archive in the same database, which "crosscheck gate
--against" looks drafts up in: by one of the workers, every --index TIME or less
often where it takes long, as each time all that is known is written anew. One that
another version made is made anew.

Ctrl-C ends it when it has finished what it began. With --until-empty it ends
when nothing is left to do.`

const workerExample = `  crosscheck worker --db postgres://feeder@db.example/newsroom
  crosscheck worker --until-empty --names names.yaml --db postgres://feeder@db.example/newsroom`

func (a *app) workerCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "worker --db DATABASE",
		Short:   "Read the articles of the queue, and find their claims",
		Long:    workerLong,
		Example: workerExample,
		Args:    cobra.NoArgs,
	}
	a.namesFlag(c)
	var db string
	feedFlag(c, &db)
	empty := c.Flags().Bool("until-empty", false, "end when nothing is left to do")
	rescue := c.Flags().Duration("rescue", feed.Rescue, "after what `TIME` to take over from a worker that was killed")
	index := c.Flags().Duration("index", time.Minute, "add what was read to the archive every `TIME`; 0 leaves that to others")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if *index < 0 {
			return misuse("0 leaves the archive to other workers", "--index %v makes no sense", *index)
		}
		return a.work(c.Context(), db, *empty, *rescue, *index)
	}
	return c
}

func (a *app) work(ctx context.Context, db string, empty bool, rescue, index time.Duration) error {
	q, err := openFeed(ctx, db)
	if err != nil {
		return err
	}
	defer q.Close()
	a.finish.Store(int64(farewell + time.Second))
	opt := feed.Options{Names: a.names, Rescue: rescue, Warned: a.console.warn, Failed: func(f feed.Failure, again bool) {
		reason := f.Reason
		if again {
			reason += "; it will be tried again"
		}
		a.console.warn(claims.Warning{Path: f.Path, Line: f.Line, Reason: reason})
	}}
	if index > 0 {
		if opt.Index, err = a.indexing(db, index); err != nil {
			return err
		}
	}
	if empty {
		return q.WorkOff(ctx, opt)
	}
	return q.Work(ctx, opt)
}

// indexing is how a worker keeps the archive.
func (a *app) indexing(db string, every time.Duration) (*feed.Indexing, error) {
	made, err := a.made()
	return &feed.Indexing{Made: made, Every: every, Told: func(got feed.Indexed, err error) {
		if err != nil {
			a.console.warn(claims.Warning{Path: storeName(db), Reason: err.Error()})
			return
		}
		a.console.note(fmt.Sprintf("archive: %d new, %d known, %d replaced; holds %s", got.New, got.Known, got.Replaced, plural(got.Holds, "article", "articles")))
	}}, err
}
