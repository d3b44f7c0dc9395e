package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/report"
)

const claimsLong = `claims lists who said what: each claim with its speaker, its kind and the
article it is from. Nothing is compared.

A PATH is a file, a folder (every article in it and below) or "-" for standard
input. To check by eye what was found, --format text and --format html show the
whole articles, with source, cue and content of each claim marked in place.

With -v the table says where outlet, title and date were found: in the
metadata, on the page, or in the name of the folder or the file. With another
format that goes to standard error.

A file named with -o is complete or is not there: it is written beside its
place and then renamed.`

const claimsExample = `  crosscheck claims articles/monday.txt
  crosscheck claims articles/ -o claims.html
  crosscheck claims --format text articles/monday.txt
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
	a.namesFlag(c)
	format.alias = listExtensions()
	files := c.Flags().StringArrayP("out", "o", nil, "also write `FILE`, in the format of its extension (may be repeated)")
	verbose := c.Flags().BoolP("verbose", "v", false, "say where outlet, title and date were found")
	c.RunE = func(c *cobra.Command, paths []string) error {
		return a.claims(c.Context(), paths, format.value, *files, *verbose)
	}
	return c
}

// listExtensions are the files' extensions as words for their listings: "htm".
func listExtensions() map[string]string {
	alias := map[string]string{}
	for _, l := range report.Listings() {
		for _, ext := range l.Extensions {
			alias[strings.TrimPrefix(ext, ".")] = l.Name
		}
	}
	return alias
}

// listed writes the articles and claims of a report as a list.
type listed struct{ report.Lister }

var _ report.Writer = listed{}

func (l listed) Write(w io.Writer, r *compare.Report) error { return l.List(w, r.Articles, r.Claims) }

// listByFile returns the listing that a file's extension stands for.
func listByFile(path string, opt report.Options) (report.Writer, error) {
	l, err := report.ListerByFile(path, opt)
	return listed{l}, err
}

// claims lists claims. Whatever can be refused is refused before it starts.
func (a *app) claims(ctx context.Context, paths []string, format string, names []string, verbose bool) error {
	screen, err := report.ListerByName(format, report.Options{Width: a.columns, Color: a.colour, Verbose: verbose})
	if err != nil {
		return err
	}
	out, err := planFiles(names, paths, listByFile)
	if err != nil {
		return err
	}
	articles, found, err := a.extract(ctx, paths, out)
	if err != nil {
		return err
	}
	if err := a.write(ctx, out, &compare.Report{Articles: articles, Claims: found}); err != nil {
		return err
	}
	a.console.quiet()
	if verbose && format != "table" {
		a.console.origins(articles) // the rows themselves have no room for it
	}
	return screen.List(a.stdout, articles, found)
}

// extract reads the articles and finds their claims.
func (a *app) extract(ctx context.Context, paths []string, out files) ([]claims.Article, []claims.Claim, error) {
	articles, _, err := a.readArticles(ctx, paths, out.include)
	if err != nil {
		return nil, nil, err
	}
	articles, foreign := check.English(articles)
	for _, w := range foreign {
		a.console.warn(w)
	}
	found, err := check.Extract(ctx, articles, check.Options{Names: a.names, Progress: a.progress})
	return articles, found, err
}
