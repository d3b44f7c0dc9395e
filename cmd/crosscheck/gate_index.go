package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"crosscheck/compare/archive"
	"crosscheck/compare/check"
)

const indexLong = `index keeps what is known of articles in a folder, so that "crosscheck gate
--against DIR" reads them no more. Run it again with what is new: an article that
is known is passed over, one that comes with other content under the same ID
takes the place of what was there. A run that ends in the middle leaves the
folder as it was.

It is the folder that "crosscheck topics --state" keeps, too. It is bound to this
program: another version makes it again from the articles.`

func (a *app) indexCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "index PATH... --db DIR",
		Short:   "Keep an archive for the gate",
		Long:    indexLong,
		Example: "  crosscheck index archive.jsonl.gz --db news/\n  crosscheck index today.jsonl --db news/\n  crosscheck gate draft.md --against news/",
		Args:    needPaths,
	}
	a.namesFlag(c)
	dir := c.Flags().String("db", "", "the folder `DIR` that keeps it, made where it is missing")
	c.RunE = func(c *cobra.Command, paths []string) error {
		if *dir == "" {
			return misuse("name a folder: --db news/", "no folder was named")
		}
		return a.index(c.Context(), paths, *dir)
	}
	return c
}

// index adds articles to the archive in a folder.
func (a *app) index(ctx context.Context, paths []string, dir string) error {
	made, err := a.made()
	if err != nil {
		return err
	}
	store, err := archive.Open(dir, made)
	if err != nil {
		return stateHint(err, dir)
	}
	defer store.Close()
	articles, _, err := a.readArticles(ctx, paths, func(string) bool { return false })
	if err != nil {
		return err
	}
	got, err := store.Add(ctx, articles, false, check.Options{Names: a.names, Progress: a.progress}, nil)
	if err != nil {
		return stateHint(err, dir)
	}
	a.warnAll(got.Report.Warnings)
	a.console.note(fmt.Sprintf("%s: %d new, %d known, %d replaced; holds %s", dir, len(got.Sheets)-got.Replaced, got.Known, got.Replaced, plural(store.Len(), "article", "articles")))
	return nil
}
