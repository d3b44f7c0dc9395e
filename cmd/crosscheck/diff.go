package main

import (
	"context"

	"github.com/spf13/cobra"

	"crosscheck/compare"
	"crosscheck/report"
)

const diffLong = `diff compares two articles on the same story: what both say, what one says
alone, where they contradict each other, and what they quote in different words.

Two claims count as one where the judge says that one follows from the other, or
where one outlet printed the other's text. That errs towards telling them apart.`

const diffExample = `  crosscheck diff post.txt courier.html
  crosscheck diff --format json post.txt courier.html`

func (a *app) diffCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "diff ARTICLE ARTICLE",
		Short:   "Compare two articles on the same story",
		Long:    diffLong,
		Example: diffExample,
		Args: func(c *cobra.Command, paths []string) error {
			if len(paths) != 2 {
				return misuse("crosscheck diff post.txt courier.html", "diff compares two articles, but was given %d", len(paths))
			}
			return nil
		},
	}
	format := formatFlag(c, "text", "json")
	a.judgeFlag(c)
	a.namesFlag(c)
	a.lexiconFlag(c)
	c.RunE = func(c *cobra.Command, paths []string) error {
		return a.diff(c.Context(), paths, format.value)
	}
	return c
}

// diff compares the articles of two files.
func (a *app) diff(ctx context.Context, paths []string, format string) error {
	r, err := a.compare(ctx, paths, 0, nil)
	if err != nil {
		return err
	}
	if len(r.Articles) != 2 {
		return misuse("name two files with an article each", "diff compares two articles, but read %d", len(r.Articles))
	}
	if r.Articles[0].Path != paths[0] { // the report has them by date
		r.Articles[0], r.Articles[1] = r.Articles[1], r.Articles[0]
	}
	alike, err := a.alike(ctx, r)
	if err != nil {
		return err
	}
	c, err := report.FillComparison(r, alike)
	if err != nil {
		return err
	}
	a.console.quiet()
	if format == "json" {
		return c.JSON(a.stdout)
	}
	return c.Text(a.stdout, report.Options{Width: a.columns, Color: a.colour})
}

// alike are the pairs of claims that say the same, the first article's first,
// in its order: copies of one text, and claims about one thing of which the judge
// says that one follows from the other. A claim is in one pair, with the claim that
// is most like it.
func (a *app) alike(ctx context.Context, r *compare.Report) ([][2]string, error) {
	l := newLikeness(r)
	judge, err := a.judge()
	if err != nil {
		return nil, err
	}
	verdicts, err := judge.Judge(ctx, l.pairs)
	if err != nil {
		return nil, err
	}
	for i, v := range verdicts {
		if v.Label == compare.Entailment && l.ofOneThing(i) {
			l.link(l.asked[i][0], l.asked[i][1], v.Scores.Entailment)
		}
	}
	return l.best(), nil
}
