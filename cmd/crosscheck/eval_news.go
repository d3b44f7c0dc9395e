package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare/eval"
)

const evalNewsLong = `news judges pairs of sentences from within one article. An article is taken to
agree with itself, so nearly all that is flagged is a false alarm: the share is
what a newsroom will see. FILE is articles as JSON Lines ("-" is standard input),
as "crosscheck report" reads them.

The sample is drawn by a hash of each row: it depends on the articles and on
--seed, not on their order. Two thirds of its pairs share a fifth of their topic
words or more, as do the pairs that a report compares. A row that is no article
is named in a warning and left out.

--recall-of FILE (may be repeated) judges labelled pairs first, as "crosscheck
eval nli" reads them, and tells how many of the news pairs are flagged at the
scores that find .10, .25 and .50 of their contradictions: a judge that flags
little because it finds little shows there.

--errors shows the N flagged pairs with the highest scores. It quotes them.`

const evalNewsExample = `  crosscheck eval news corpus.jsonl.gz
  crosscheck eval news --pairs 20000 --recall-of mnli.jsonl corpus.jsonl.gz
  crosscheck eval news --errors 20 --seed 7 corpus.jsonl.gz`

// newsHint says what a file of articles looks like.
const newsHint = `each line of FILE is an article as an object with "id", "title" and "body"`

// usualPairs is how many pairs are drawn: about as many as the first study had,
// so that the shares compare.
const usualPairs = 5000

func (a *app) evalNewsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "news FILE",
		Short:   "Count the pairs of sentences of one article that are flagged",
		Long:    evalNewsLong,
		Example: evalNewsExample,
	}
	var n eval.News
	format := formatFlag(c, "text", "json")
	a.judgeFlag(c)
	c.Flags().IntVar(&n.Pairs, "pairs", usualPairs, "how many pairs to draw")
	c.Flags().Uint64Var(&n.Seed, "seed", 1, "which sample to draw: any number")
	labelled := c.Flags().StringArray("recall-of", nil, "also measure at the scores that find shares of the contradictions of `FILE`")
	examples := errorsFlag(c, "also show the `N` flagged pairs with the highest scores")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := examples.check(); err != nil {
			return err
		}
		if n.Pairs < 1 {
			return misuse("leave it out for 5000", "--pairs %d is less than 1", n.Pairs)
		}
		if len(args) != 1 {
			return misuse(`name a file, or "-" for standard input: crosscheck eval news corpus.jsonl`,
				"eval news takes one file, but was given %d", len(args))
		}
		n.Examples = examples.value
		return a.evalNews(c.Context(), n, args[0], *labelled, format.value)
	}
	return c
}

func (a *app) evalNews(ctx context.Context, n eval.News, path string, labelled []string, format string) error {
	judge, err := a.judge()
	if err != nil {
		return err
	}
	n.Judge, n.Warn = judge, a.console.warn
	n.Progress = func(done, total int) { a.progress("judging sentences", done, total) }
	if len(labelled) > 0 {
		n.Labelled = &eval.NLI{Judge: n.Judge, Examples: -1, Warn: n.Warn, Progress: func(rows int) { a.progress("judging pairs", rows, 0) }}
	}
	for _, file := range labelled {
		if err := a.withFile(file, nliHint, func(in io.Reader) error { return n.Labelled.Add(ctx, file, in) }); err != nil {
			return err
		}
	}
	var table eval.NewsTable
	err = a.withFile(path, newsHint, func(in io.Reader) (err error) {
		table, err = n.Run(ctx, path, in)
		return err
	})
	if err != nil {
		return err
	}
	if len(labelled) > 0 && len(table.AtRecall) == 0 {
		return misuse(nliHint, "--recall-of: there is no contradiction among the labelled pairs")
	}
	return a.printTable(format, table, func(b *strings.Builder) { newsText(b, table) })
}

// newsText is the table to read.
func newsText(b *strings.Builder, t eval.NewsTable) {
	fmt.Fprintf(b, "judge %s\n\n%s from %s, seed %d\n\n", printable(t.Judge), plural(t.Pairs, "pair", "pairs"), plural(t.Articles, "article", "articles"), t.Seed)
	newsShare(b, "flagged", t.Flagged)
	newsShare(b, "flagged of those that overlap", t.FlaggedOverlapping)
	printGroups(b, "flagged, by type", t.Types)
	printGroups(b, "flagged, by rule", t.Rules)
	printGroups(b, "held back, by guard", t.Guards)
	if len(t.AtRecall) > 0 {
		fmt.Fprintf(b, "\n%-16s %7s %9s %7s %9s\n", "labelled pairs: R", "P", "score", "flagged", "")
	}
	for _, r := range t.AtRecall {
		fmt.Fprintf(b, "%.2f, so %.3f   %8.3f %9.4f %6.2f %%  %d of %d\n", r.Aim, r.Recall, r.Precision, r.Threshold, 100*r.Flagged.Value, r.Flagged.Count, r.Flagged.Of)
	}
	if len(t.Examples) > 0 {
		fmt.Fprintln(b, "\nflagged, the highest scores")
	}
	for _, x := range t.Examples {
		fmt.Fprintf(b, "\n  %.3f  line %d, article %s\n         A  %s\n         B  %s\n", x.Score, x.Line, printable(x.Article), printable(x.A), printable(x.B))
		reasonText(b, string(x.Type), x.Rule, "", x.Why)
	}
}

// newsShare prints a share that is small: "flagged   0.06 %  3 of 5000".
func newsShare(b *strings.Builder, label string, s eval.Share) {
	fmt.Fprintf(b, "%-38s %6.2f %%  %d of %d\n", label, 100*s.Value, s.Count, s.Of)
}
