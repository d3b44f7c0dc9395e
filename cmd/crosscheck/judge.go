package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
)

const judgeLong = `judge says whether two statements contradict, and why. Quote each of them.

With --format jsonl and no statement it reads rows from standard input, one
JSON object a line with the fields "premise" and "hypothesis", and writes each
row with these fields set, in the order in which they came, as soon as they are
judged:

  label   entailment, neutral or contradiction
  scores  the weight of each label; they sum to 1
  why     one sentence

Every other field passes through untouched, byte for byte. A row that cannot be
judged is named in a warning, and answered in its place by a row with its "id",
where that can be read, its "line" and an "error"; blank lines are passed over.`

const judgeExample = `  crosscheck judge "The bridge is open." "The bridge is closed."
  crosscheck judge --format json "Ten were hurt." "Nobody was hurt."
  crosscheck judge --format jsonl < pairs.jsonl > judged.jsonl`

func (a *app) judgeCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               `judge "STATEMENT A" "STATEMENT B"`,
		Short:             "Say whether two statements contradict, and why",
		Long:              judgeLong,
		Example:           judgeExample,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	format := formatFlag(c, "text", "json", "jsonl")
	a.judgeFlag(c)
	a.lexiconFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) == 0 && format.value == "jsonl":
			return a.judgeRows(c.Context())
		case len(args) == 0:
			return misuse(`give two statements, or rows on standard input and --format jsonl`, "judge: no statement was given")
		case len(args) != 2:
			return misuse(`quote each statement: crosscheck judge "The bridge is open." "The bridge is closed."`,
				"judge takes two statements, but was given %d", len(args))
		}
		return a.judgeTwo(c.Context(), format.value, args[0], args[1])
	}
	return c
}

// judgeRows judges the rows on standard input.
func (a *app) judgeRows(ctx context.Context) error {
	judge, err := a.judge()
	if err != nil {
		return err
	}
	s := stream{judge: judge, in: a.stdin, out: a.stdout, warn: func(line int, reason string) {
		a.console.warn(claims.Warning{Path: "-", Line: line, Reason: reason})
	}}
	count, err := s.run(ctx)
	if err != nil {
		return err
	}
	if count.rows > 0 && count.broken == count.rows {
		return misuse(`each line is to be an object such as {"id": "1", "premise": "…", "hypothesis": "…"}`,
			"none of the %d rows could be judged", count.rows)
	}
	return nil
}

// judgeTwo judges one pair from the command line.
func (a *app) judgeTwo(ctx context.Context, format, premise, hypothesis string) error {
	premise, hypothesis = strings.ToValidUTF8(premise, "\ufffd"), strings.ToValidUTF8(hypothesis, "\ufffd")
	if strings.TrimSpace(premise) == "" || strings.TrimSpace(hypothesis) == "" {
		return misuse(`"crosscheck judge --help" shows an example`, "judge: a statement is empty")
	}
	judge, err := a.judge()
	if err != nil {
		return err
	}
	p := bare(premise, hypothesis)
	verdicts, err := judgeAll(ctx, judge, []compare.Pair{p})
	if err != nil {
		return err
	}
	if format == "text" {
		return a.printVerdict(judge.Name(), p, verdicts[0])
	}
	pair := []field{{"premise", encode(premise)}, {"hypothesis", encode(hypothesis)}}
	_, err = a.stdout.Write(append(empty.with(nil, append(pair, fields(verdicts[0])...)...), '\n'))
	return err
}
