package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/report"
	"crosscheck/report/review"
)

const reportLong = `report reads articles, compares what they say, and prints the statements that
oppose each other, the surest first.

A PATH is a file, a folder (every article in it and below) or "-" for standard
input. What cannot be read, and an article that is not in English, is named in
a warning; the rest of the run goes on.

A file named with -o is complete or is not there: it is written beside its
place and then renamed.

The JSON keeps everything. --from makes any other format of a saved one, later
and elsewhere: no article is read again. --since holds the report against an
earlier one and says which findings are new, still open, or gone.

What people rejected with "crosscheck review" stays rejected: name their ledger
with --db, or exported decisions with --decisions. Such findings are set aside,
so that they are counted and not shown again.`

const reportExample = `  crosscheck report articles/
  crosscheck report monday.txt tuesday.html -o findings.html -o findings.json
  crosscheck report --format json articles/ > findings.json
  crosscheck report --from findings.json -o findings.html
  crosscheck report --since yesterday.json articles/ -o today.json`

// reportFlags are what the flags of report say.
type reportFlags struct {
	format  *choice
	files   []string
	from    string  // a saved report, "" where articles are read
	since   string  // an earlier report, "" where there is none
	least   float64 // the score from which on findings are shown; 0 is the judge's own bar
	decided         // what people decided before
}

func (a *app) reportCommand() *cobra.Command {
	f := reportFlags{}
	c := &cobra.Command{
		Use:     "report PATH... | report --from FILE",
		Short:   "Rank the statements that oppose each other",
		Long:    reportLong,
		Example: reportExample,
		Args: func(c *cobra.Command, paths []string) error {
			return f.needInput(c, paths)
		},
	}
	f.format = formatFlag(c, report.Names()...)
	a.namesFlag(c)
	a.lexiconFlag(c)
	a.judgeFlag(c)
	a.askedFlags(c)
	f.format.alias = extensions()
	c.Flags().StringArrayVarP(&f.files, "out", "o", nil, "also write `FILE`, in the format of its extension (may be repeated)")
	c.Flags().StringVar(&f.from, "from", "", "show the saved report `FILE` (JSON, \"-\" for standard input) instead of reading articles")
	decidedFlags(c, &f.decided)
	c.Flags().Float64Var(&f.least, "min-score", 0, "show findings from the score `S` on, in (0, 1]: a low one finds more and is right less often (default: the judge's own bar)")
	c.Flags().StringVar(&f.since, "since", "", "say what is new, still open or gone since the report `FILE` (JSON)")
	c.RunE = func(c *cobra.Command, paths []string) error {
		if c.Flags().Changed("min-score") && !(f.least > 0 && f.least <= 1) {
			return misuse("--min-score .3 shows findings that score .3 or more", "--min-score %v is not above 0 and up to 1", f.least)
		}
		return a.report(c.Context(), paths, f)
	}
	return c
}

// needInput wants articles or a saved report, and not both.
func (f *reportFlags) needInput(c *cobra.Command, paths []string) error {
	switch {
	case f.from == "":
		return needPaths(c, paths)
	case len(paths) > 0:
		return misuse("leave the articles out, or leave --from out", "report: --from shows a saved report, %s would not be read", paths[0])
	case f.from == "-" && f.since == "-":
		return misuse("name a file for one of them", "report: --from and --since cannot both be standard input")
	}
	return nil
}

// kept are the inputs that no output may replace. An earlier report is none of
// them: a job that runs every day may write where it reads.
func (f *reportFlags) kept(paths []string) []string {
	if f.from == "" || f.from == "-" {
		return paths
	}
	return append([]string{f.from}, paths...)
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
func (a *app) report(ctx context.Context, paths []string, f reportFlags) error {
	screen, err := report.ByName(f.format.value, report.Options{Width: a.columns, Color: a.colour})
	if err != nil {
		return err
	}
	out, err := planFiles(f.files, f.kept(paths), report.ByFile)
	if err != nil {
		return err
	}
	before, err := a.saved(f.since)
	if err != nil {
		return err
	}
	decisions, err := a.state(ctx, f.decided)
	if err != nil {
		return err
	}
	done, err := a.keepOpinions(ctx, f.db)
	if err != nil {
		return err
	}
	r, err := a.obtain(ctx, paths, f.from, f.least, out)
	done()
	if err != nil {
		return err
	}
	if decisions != nil {
		var done review.Applied
		r, done = decisions.Apply(r, time.Now())
		if before != nil {
			before, _ = decisions.Apply(before, time.Now())
		}
		if text := appliedText(done); text != "" {
			a.console.note("decisions: " + text)
		}
	}
	if before != nil {
		r.Since = report.Since(r, before, f.since)
	}
	if err := a.write(ctx, out, r); err != nil {
		return err
	}
	a.console.quiet()
	if err := screen.Write(a.stdout, r); err != nil {
		return err
	}
	if f.silent(r) {
		a.console.note("nothing is as sure as the judge wants it to be; --min-score .1 shows what is less so")
	}
	return nil
}

// silent reports whether a comparison of articles at the judge's own bar found nothing.
func (f *reportFlags) silent(r *compare.Report) bool {
	return f.from == "" && f.least == 0 && len(r.Findings) == 0 && len(r.Articles) > 1
}

// obtain reads the saved report, or makes one of the articles.
func (a *app) obtain(ctx context.Context, paths []string, from string, least float64, out files) (r *compare.Report, err error) {
	if from != "" {
		r, err = a.saved(from)
	} else {
		r, err = a.compare(ctx, paths, least, out)
	}
	if err == nil {
		r.Findings = slices.DeleteFunc(r.Findings, func(x compare.Finding) bool { return x.Score < least })
	}
	if err == nil && from == "" {
		r.Rules = check.RuleDocs(r)
	}
	return r, err
}

// saved reads a report in JSON, "-" from standard input. It is nil where none
// is named.
func (a *app) saved(name string) (*compare.Report, error) {
	if name == "" {
		return nil, nil
	}
	in := io.NopCloser(a.stdin)
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, misuse("name a report that was saved with -o report.json", "%w", err)
		}
		in = file
	}
	defer in.Close()
	r, err := report.ReadJSON(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// compare runs the pipeline. The report carries the warnings of the reading,
// too.
func (a *app) compare(ctx context.Context, paths []string, least float64, out files) (*compare.Report, error) {
	articles, unread, err := a.readArticles(ctx, paths, out.include)
	if err != nil {
		return nil, err
	}
	by, err := a.opinions()
	if err != nil {
		return nil, err
	}
	if least > 0 {
		by = lowerBar(by, least)
	}
	r, err := check.Run(ctx, articles, by)
	if err != nil {
		return nil, err
	}
	for _, w := range r.Warnings {
		a.console.warn(w)
	}
	r.Warnings = append(append([]claims.Warning{}, unread...), r.Warnings...)
	return r, nil
}
