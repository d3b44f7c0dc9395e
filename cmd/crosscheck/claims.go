package main

import (
	"context"

	"github.com/spf13/cobra"

	"crosscheck/compare/check"
	"crosscheck/report"
)

const claimsLong = `claims lists who said what: each claim with its speaker, its kind and the
article it is from. Nothing is compared.

A PATH is a file, a folder (every article in it and below) or "-" for standard
input. With -v the table says where outlet, title and date were found: in the
metadata, on the page, or in the name of the folder or the file. With another
format that goes to standard error.`

const claimsExample = `  crosscheck claims articles/monday.txt
  crosscheck claims -v articles/
  crosscheck claims --format jsonl articles/ > claims.jsonl`

func (a *app) claimsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "claims PATH...",
		Short:   "List who said what",
		Long:    claimsLong,
		Example: claimsExample,
		Args:    needPaths,
	}
	format := formatFlag(c, report.ListNames()...)
	verbose := c.Flags().BoolP("verbose", "v", false, "say where outlet, title and date were found")
	c.RunE = func(c *cobra.Command, paths []string) error {
		return a.claims(c.Context(), paths, format.value, *verbose)
	}
	return c
}

func (a *app) claims(ctx context.Context, paths []string, format string, verbose bool) error {
	list, err := report.ListerByName(format, report.Options{Width: a.columns, Color: a.colour, Verbose: verbose})
	if err != nil {
		return err
	}
	articles, _, err := a.readArticles(ctx, paths, func(string) bool { return false })
	if err != nil {
		return err
	}
	articles, foreign := check.English(articles)
	for _, w := range foreign {
		a.console.warn(w)
	}
	found, err := check.Extract(ctx, articles, a.progress)
	if err != nil {
		return err
	}
	a.console.quiet()
	if verbose && format != "table" {
		a.console.origins(articles) // the rows themselves have no room for it
	}
	return list.List(a.stdout, articles, found)
}
