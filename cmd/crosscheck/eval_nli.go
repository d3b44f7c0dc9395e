package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare/eval"
)

const evalNLILong = `nli judges pairs of statements that people labelled and compares. Each FILE is
JSON Lines ("-" is standard input), a pair a line:

  id, premise, hypothesis
  label    entailment, neutral or contradiction
  tag      what the pair is about: any name; it may be missing

A row that lacks one of the first three or its label, has the id of a row before
it, or is not UTF-8, is named in a warning and left out.

  accuracy  the label is right; "of two" where a file has two labels only: the
            judge's choice between these
  P, R, F1  of the pairs called contradictions, how many are (P); of the
            contradictions, how many are called so (R)
  AP        average precision: how well the judge's contradiction score puts
            contradictions above other pairs; pairs of one score come in together
  ECE       expected calibration error: how far, band by band of that score, its
            mean lies from the share of contradictions

The calibration table has the bands of all files. The mean counts each file the
same. Tags of fewer than 20 rows are left to --format json.

--errors also tells how often each rule and guard is right, and shows the N worst
mistakes of each sort. It quotes the pairs.`

const evalNLIExample = `  crosscheck eval nli mnli.jsonl rte.jsonl
  crosscheck eval nli --format json mnli.jsonl > scores.json
  crosscheck eval nli --errors 10 rte.jsonl`

// nliHint says what a file of pairs looks like.
const nliHint = `each line of FILE is an object with "id", "premise", "hypothesis" and "label": "crosscheck eval nli --help" says more`

func (a *app) evalNLICommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "nli FILE...",
		Short:   "Score the judge on labelled pairs of statements",
		Long:    evalNLILong,
		Example: evalNLIExample,
	}
	format := formatFlag(c, "text", "json")
	a.judgeFlag(c)
	a.lexiconFlag(c)
	examples := errorsFlag(c, "also show the `N` worst false alarms and misses of each file")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := examples.check(); err != nil {
			return err
		}
		if len(args) == 0 {
			return misuse(`name files, or "-" for standard input: crosscheck eval nli pairs.jsonl`, "eval nli takes files, but was given none")
		}
		return a.evalNLI(c.Context(), args, format.value, examples.value)
	}
	return c
}

func (a *app) evalNLI(ctx context.Context, paths []string, format string, examples int) error {
	judge, err := a.judge()
	if err != nil {
		return err
	}
	n := eval.NLI{Judge: judge, Examples: examples, Warn: a.console.warn, Progress: func(rows int) { a.progress("judging pairs", rows, 0) }}
	for _, path := range paths {
		if err := a.withFile(path, nliHint, func(in io.Reader) error { return n.Add(ctx, path, in) }); err != nil {
			return err
		}
	}
	table := n.Table()
	if table.Macro.Sets == 0 {
		return withHint(errors.New("no row could be used"), "%s", nliHint)
	}
	for _, s := range table.Sets {
		if s.Rows == 0 {
			a.console.warn(claims.Warning{Path: s.Name, Reason: "has no row that can be used"})
		}
	}
	return a.printTable(format, table, func(b *strings.Builder) { nliText(b, table) })
}

// leastTagged is how many rows a tag needs to be a line of the text.
const leastTagged = 20

// nliText is the table to read.
func nliText(b *strings.Builder, t eval.NLITable) {
	width := nliWidth(t)
	fmt.Fprintf(b, "judge %s\n\n%-*s %7s %7s %9s %7s %7s %6s %6s %6s %6s\n", printable(t.Judge), width,
		"", "rows", "contr.", "accuracy", "of two", "P", "R", "F1", "AP", "ECE")
	for _, s := range t.Sets {
		fmt.Fprintf(b, "%s %6s\n", nliLine(printable(s.Name), width, s.NLIScores), decimal(s.Calibration.Error, s.Rows))
		nliTagsText(b, s.Tags, width)
	}
	if m := t.Macro; m.Sets > 1 {
		fmt.Fprintf(b, "%-*s %7s %7s %9.3f %7s %7.3f %6.3f %6.3f %6.3f %6.3f\n", width, fmt.Sprintf("mean of %d files", m.Sets),
			"", "", m.Accuracy, "", m.Precision, m.Recall, m.F1, m.AveragePrecision, m.ExpectedCalibrationError)
	}
	calibrationText(b, t.Calibration)
	for _, s := range t.Sets {
		nliMistakesText(b, s)
	}
}

// nliTagsText are the lines of the tags that have rows enough.
func nliTagsText(b *strings.Builder, tags []eval.NLITag, width int) {
	small := 0
	for _, tag := range tags {
		if tag.Rows < leastTagged {
			small++
			continue
		}
		fmt.Fprintln(b, nliLine("  "+printable(tag.Tag), width, tag.NLIScores))
	}
	if small > 0 {
		fmt.Fprintf(b, "  and %s of fewer than %d rows\n", plural(small, "tag", "tags"), leastTagged)
	}
}

// widestName is how wide the first column may be; a longer name pushes its
// figures to the right.
const widestName = 40

// nliWidth is how wide the first column is.
func nliWidth(t eval.NLITable) int {
	width := len("mean of 00 files")
	for _, s := range t.Sets {
		width = max(width, utf8.RuneCountInString(s.Name))
		for _, tag := range s.Tags {
			if tag.Rows >= leastTagged {
				width = max(width, utf8.RuneCountInString(tag.Tag)+2)
			}
		}
	}
	return min(width, widestName)
}

// nliLine is one line of the table.
func nliLine(name string, width int, s eval.NLIScores) string {
	two := "-"
	if s.TwoWay != nil {
		two = decimal(s.TwoWay.Value, s.TwoWay.Of)
	}
	return fmt.Sprintf("%-*s %7d %7d %9s %7s %s %6s", width, name, s.Rows, s.Contradiction.Gold, decimal(s.Accuracy.Value, s.Rows), two,
		ratios(s.Contradiction), decimal(s.AveragePrecision, s.Contradiction.Gold))
}

// calibrationText is the calibration table, empty bands left out.
func calibrationText(b *strings.Builder, c eval.Calibration) {
	fmt.Fprintf(b, "\n%-12s %7s %7s %15s\n", "score", "pairs", "mean", "contradictions")
	for _, band := range c.Bands {
		if band.Share.Of > 0 {
			fmt.Fprintf(b, "%.1f to %.1f   %7d %7.3f %15.3f\n", band.From, band.To, band.Share.Of, band.Mean, band.Share.Value)
		}
	}
	fmt.Fprintf(b, "expected calibration error %.3f\n", c.Error)
}
