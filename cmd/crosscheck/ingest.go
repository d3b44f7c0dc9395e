package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/report/feed"
	"crosscheck/report/review/postgres"
)

const ingestLong = `ingest puts articles into the queue of a PostgreSQL database, where any number
of "crosscheck worker" read them and find their claims. What is there already, by
content and file name, is passed over, so that the same folder can be named again.

--watch goes on and takes files as they appear in a folder, or change; Ctrl-C
ends it. --listen does so for what programs send: POST /v1/articles, a body of
articles as application/jsonl, text/html, text/markdown or text/plain; ?name= is
the file's name. It knows no passwords, and listens on this machine alone: put a
proxy before it that does. What a worker could not read, or failed at six times, is listed by
--failed and read again with --replay, or --replay=KEY,KEY for some of it.`

const ingestExample = `  crosscheck ingest articles/ --db postgres://feeder@db.example/newsroom
  crosscheck ingest --watch incoming/ --db postgres://feeder@db.example/newsroom
  crosscheck ingest --listen 127.0.0.1:8090 --db postgres://feeder@db.example/newsroom
  crosscheck ingest --failed --db postgres://feeder@db.example/newsroom
  crosscheck ingest --replay --db postgres://feeder@db.example/newsroom`

// ingestFlags are what the flags of ingest say.
type ingestFlags struct {
	db     string
	watch  string
	listen string
	every  time.Duration
	failed bool
	replay string // keys, or everything
}

// everything is what --replay has read again where it names no key.
const everything = "all"

func (a *app) ingestCommand() *cobra.Command {
	f := ingestFlags{}
	c := &cobra.Command{
		Use:     "ingest PATH... | ingest --watch DIR | ingest --listen HOST:PORT | ingest --failed | ingest --replay",
		Short:   "Put articles into the queue of a database",
		Long:    ingestLong,
		Example: ingestExample,
		Args: func(c *cobra.Command, paths []string) error {
			if f.watch != "" || f.listen != "" || f.failed || f.replay != "" {
				return nil
			}
			return needPaths(c, paths)
		},
	}
	feedFlag(c, &f.db)
	c.Flags().StringVar(&f.watch, "watch", "", "go on, and take what appears in the folder `DIR`")
	c.Flags().DurationVar(&f.every, "every", 2*time.Second, "how often --watch looks: a `TIME`")
	c.Flags().StringVar(&f.listen, "listen", "", "go on, and take what is sent to `HOST:PORT`, on this machine")
	c.Flags().BoolVar(&f.failed, "failed", false, "list the articles that could not be read")
	c.Flags().StringVar(&f.replay, "replay", "", "have these failed articles read again: `KEYS` of --failed, with commas; all unless given")
	c.Flags().Lookup("replay").NoOptDefVal = everything
	c.RunE = func(c *cobra.Command, paths []string) error { return a.ingest(c.Context(), paths, f) }
	return c
}

// feedFlag adds --db, which must name a PostgreSQL database.
func feedFlag(c *cobra.Command, db *string) {
	c.Flags().StringVar(db, "db", "", "the `DATABASE`: postgres://USER@HOST:PORT/NAME")
}

// openFeed opens the feed that --db names.
func openFeed(ctx context.Context, db string) (*feed.Feed, error) {
	if !postgres.Is(db) {
		return nil, misuse("name it: --db postgres://USER@HOST/NAME; a folder on one machine needs no queue: crosscheck report FOLDER", "the queue is in a PostgreSQL database, and none was named")
	}
	return feed.Open(ctx, db)
}

func (a *app) ingest(ctx context.Context, paths []string, f ingestFlags) error {
	q, err := openFeed(ctx, f.db)
	if err != nil {
		return err
	}
	defer q.Close()
	switch {
	case f.failed:
		return a.listFailed(ctx, q)
	case f.replay != "":
		return a.replay(ctx, q, f.replay)
	case f.listen != "":
		return a.ingestOver(ctx, q, f.listen)
	case f.watch != "":
		return q.Watch(ctx, f.watch, f.every, func(t feed.Taken) { a.console.note(takenText(t)) }, a.console.warn)
	}
	done, err := q.TakePaths(ctx, paths, a.stdin, a.console.warn)
	if err != nil {
		return err
	}
	if done.Parts == 0 {
		return nothingRead(ctx, paths)
	}
	a.console.note(takenText(done))
	return nil
}

// takenText says what became of paths.
func takenText(t feed.Taken) string {
	return fmt.Sprintf("%s, %d of them new", plural(t.Parts, "article", "articles"), t.Fresh)
}

// listFailed prints a line for each failed article.
func (a *app) listFailed(ctx context.Context, q *feed.Feed) error {
	list, err := q.Failed(ctx)
	if err != nil {
		return err
	}
	var out strings.Builder
	for _, x := range list {
		at := x.Path
		if x.Line > 0 {
			at = fmt.Sprintf("%s:%d", x.Path, x.Line)
		}
		fmt.Fprintf(&out, "%.12s  %s  %s  %s: %s\n", x.Key, x.At.UTC().Format("2006-01-02 15:04"), plural(x.Tries, "try", "tries"), printable(at), printable(x.Reason))
	}
	_, err = fmt.Fprint(a.stdout, &out)
	return err
}

// replay has failed articles read again.
func (a *app) replay(ctx context.Context, q *feed.Feed, keys string) error {
	var some []string
	if keys != everything {
		some = strings.Split(keys, ",")
	}
	n, err := q.Replay(ctx, some...)
	if err != nil {
		return err
	}
	if n == 0 && len(some) > 0 {
		return misuse("crosscheck ingest --failed lists them, each with its key", "no failed article has a key that begins with %s", strings.Join(some, " or "))
	}
	a.console.note(plural(n, "article", "articles") + " will be read again")
	return nil
}
