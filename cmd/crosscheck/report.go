package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/report"
)

const reportLong = `report reads articles, compares what they say, and prints the statements that
oppose each other, the surest first.

A PATH is a file, a folder (every article in it and below) or "-" for standard
input. What cannot be read, and an article that is not in English, is named in
a warning; the rest of the run goes on.

A file named with -o is complete or is not there: it is written beside its
place and then renamed.`

const reportExample = `  crosscheck report articles/
  crosscheck report monday.txt tuesday.html -o findings.html -o findings.json
  crosscheck report --format json articles/ > findings.json`

func (a *app) reportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "report PATH...",
		Short:   "Rank the statements that oppose each other",
		Long:    reportLong,
		Example: reportExample,
		Args:    needPaths,
	}
	format := formatFlag(c, report.Names()...)
	a.namesFlag(c)
	format.alias = extensions()
	files := c.Flags().StringArrayP("out", "o", nil, "also write `FILE`, in the format of its extension (may be repeated)")
	c.RunE = func(c *cobra.Command, paths []string) error {
		return a.report(c.Context(), paths, format.value, *files)
	}
	return c
}

// extensions are the files' extensions as words for their formats: "md".
func extensions() map[string]string {
	alias := map[string]string{}
	for _, f := range report.Formats() {
		for _, ext := range f.Extensions {
			alias[strings.TrimPrefix(ext, ".")] = f.Name
		}
	}
	return alias
}

// report is the main job. Whatever can be refused is refused before it starts.
func (a *app) report(ctx context.Context, paths []string, format string, names []string) error {
	screen, err := report.ByName(format, report.Options{Width: a.columns, Color: a.colour})
	if err != nil {
		return err
	}
	out, err := planFiles(names, paths, report.ByFile)
	if err != nil {
		return err
	}
	r, err := a.compare(ctx, paths, out)
	if err != nil {
		return err
	}
	if err := a.write(ctx, out, r); err != nil {
		return err
	}
	a.console.quiet()
	return screen.Write(a.stdout, r)
}

// compare runs the pipeline. The report carries the warnings of the reading,
// too.
func (a *app) compare(ctx context.Context, paths []string, out files) (*compare.Report, error) {
	articles, unread, err := a.readArticles(ctx, paths, out.include)
	if err != nil {
		return nil, err
	}
	r, err := check.Run(ctx, articles, check.Options{Judge: a.judge(), Names: a.names, Progress: a.progress})
	if err != nil {
		return nil, err
	}
	for _, w := range r.Warnings {
		a.console.warn(w)
	}
	r.Warnings = append(append([]claims.Warning{}, unread...), r.Warnings...)
	return r, nil
}
