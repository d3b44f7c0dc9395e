package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare/eval"
)

const evalFNCLong = `fnc finds, among headlines and bodies of articles, the bodies that disagree with
a headline: the stance task of the Fake News Challenge. DIR holds two files:

  *bodies*.csv   columns "Body ID" and "articleBody"
  *stances*.csv  columns "Headline", "Body ID" and "Stance": unrelated, discuss,
                 agree or disagree

Where there are several, the last by name is read. A row that lacks something is
named in a warning and left out.

A body is related where it holds 22 % of the headline's weight in rare words. The
headline is then judged against the three sentences of the body that hold most of
it, and "disagree" is said in three ways:

  verdict    one of the sentences is called a contradiction
  threshold  the highest contradiction score of the three, from a threshold on
  head       gradient-boosted trees over the scores, what the body shares of the
             headline, and refuting words ("hoax", "denies") in both, from a
             threshold on

Thresholds and head are fitted by cross-validation over bodies: what is said of a
body comes from a fit that has not seen it. They are let go at the end. All pairs
count, those that were taken as unrelated as well. AP is average precision, among
all pairs and among those marked as related.

--errors shows the N worst mistakes of the head. It quotes the texts.`

const evalFNCExample = `  crosscheck eval fnc fnc-1
  crosscheck eval fnc --format json fnc-1 > scores.json
  crosscheck eval fnc --errors 5 fnc-1`

// fncHint says what a folder of stances looks like.
const fncHint = `DIR holds bodies.csv ("Body ID", "articleBody") and stances.csv ("Headline", "Body ID", "Stance")`

func (a *app) evalFNCCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "fnc DIR",
		Short:   "Score the judge on headlines that a body disagrees with",
		Long:    evalFNCLong,
		Example: evalFNCExample,
	}
	format := formatFlag(c, "text", "json")
	a.judgeFlag(c)
	examples := errorsFlag(c, "also show the `N` worst false alarms and misses")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := examples.check(); err != nil {
			return err
		}
		if len(args) != 1 {
			return misuse(fncHint+": crosscheck eval fnc fnc-1", "eval fnc takes one folder, but was given %d", len(args))
		}
		return a.evalFNC(c.Context(), args[0], format.value, examples.value)
	}
	return c
}

func (a *app) evalFNC(ctx context.Context, dir, format string, examples int) error {
	stances, warnings, err := eval.ReadStancePairs(dir)
	for _, w := range warnings {
		a.console.warn(w)
	}
	if err != nil {
		return withHint(err, "%s", fncHint)
	}
	judge, err := a.judge()
	if err != nil {
		return err
	}
	f := eval.FNC{Judge: judge, Examples: examples, Progress: func(done, total int) { a.progress("judging headlines", done, total) }}
	table, err := f.Run(ctx, stances)
	if err != nil {
		return err
	}
	return a.printTable(format, table, func(b *strings.Builder) { fncText(b, table) })
}

// fncText is the table to read.
func fncText(b *strings.Builder, t eval.FNCTable) {
	fmt.Fprintf(b, "judge %s\n\n%s, %s, of which %d disagree\n\n", printable(t.Judge),
		plural(t.Bodies, "body", "bodies"), plural(t.Pairs, "pair", "pairs"), t.Disagree)
	printShare(b, "rightly taken as related or not", t.Related)
	printGroups(b, "taken as related, by stance", t.Kept)
	fmt.Fprintf(b, "\n%-12s %7s %7s  %7s %6s %6s  %6s  %7s\n", "disagree", "said", "right", "P", "R", "F1", "AP", "related")
	for _, s := range t.Scores {
		d := s.Disagree
		fmt.Fprintf(b, "%-12s %7d %7d  %s  %6s  %7s\n", s.Name, d.Claimed, d.Right, ratios(d),
			decimal(s.AveragePrecision, d.Gold), decimal(s.AmongRelated, d.Gold))
	}
	fmt.Fprintf(b, "threshold and head by cross-validation over bodies, %d folds\n", t.Folds)
	if m := t.Mistakes; m != nil {
		fncList(b, "false alarms of the head, the highest scores", m.FalseAlarms)
		fncList(b, "misses of the head, the lowest scores", m.Misses)
	}
}

func fncList(b *strings.Builder, heading string, list []eval.FNCMistake) {
	if len(list) > 0 {
		fmt.Fprintln(b, "\n"+heading)
	}
	for _, m := range list {
		fmt.Fprintf(b, "\n  %.3f  %s  (line %d, body %s)\n         H  %s\n", m.Score, m.Gold, m.Line, printable(m.Body), printable(m.Headline))
		for _, s := range m.Sentences {
			fmt.Fprintf(b, "  %.3f  B  %s\n", s.Score, printable(s.Text))
			reasonText(b, "", s.Rule, s.Guard, "")
		}
	}
}
