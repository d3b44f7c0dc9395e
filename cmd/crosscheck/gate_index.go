package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"crosscheck/compare/check"
)

const indexLong = `index keeps what is known of articles in a folder, so that "crosscheck gate
--against DIR" reads them no more. Run it again with what is new: an article that
is known is passed over, one that comes with other content under the same ID
takes the place of what was there. A run that ends in the middle leaves the
folder as it was.

It is the folder that "crosscheck topics --state" keeps, too. It is bound to this
program: another version makes it again from the articles. In the place of a
folder --db names a PostgreSQL database; there "crosscheck worker" does the same
with what "crosscheck ingest" takes in.`

func (a *app) indexCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "index PATH... --db DIR",
		Short: "Keep an archive for the gate",
		Long:  indexLong,
		Example: "  crosscheck index archive.jsonl.gz --db news/\n  crosscheck index today.jsonl --db news/\n  crosscheck gate draft.md --against news/\n" +
			"  crosscheck index today.jsonl --db postgres://feeder@db.example/newsroom",
		Args: needPaths,
	}
	a.namesFlag(c)
	at := c.Flags().String("db", "", "the folder `DIR` that keeps it, made where it is missing; or a database: postgres://USER@HOST/NAME")
	c.RunE = func(c *cobra.Command, paths []string) error {
		if *at == "" {
			return misuse("name a folder: --db news/", "no folder was named")
		}
		return a.index(c.Context(), paths, *at)
	}
	return c
}

// index adds articles to an archive.
func (a *app) index(ctx context.Context, paths []string, at string) error {
	store, done, err := a.openArchive(ctx, at)
	if err != nil {
		return err
	}
	defer done()
	articles, warnings, err := a.readArticles(ctx, paths, func(string) bool { return false })
	if err != nil {
		return err
	}
	got, err := store.Add(ctx, articles, false, check.Options{Names: a.names, Progress: a.progress}, nil)
	if err != nil {
		return placeHint(err, at)
	}
	a.warnAll(got.Report.Warnings)
	note := fmt.Sprintf("%s: %d new, %d known, %d replaced; holds %s", storeName(at), len(got.Sheets)-got.Replaced, got.Known, got.Replaced, plural(store.Len(), "article", "articles"))
	if n := leftOut(articles, warnings); n > 0 { // said now or never: the archive does not know of them
		note += fmt.Sprintf("; %s could not be read", plural(n, "part", "parts"))
	}
	a.console.note(note)
	return nil
}
