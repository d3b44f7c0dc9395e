package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/report/review"
)

const evalDecisionsLong = `decisions measures the judges by what people decided at the review desk: how
often a finding was right, by relation, type, judge, rule and score; whether the
scores mean what they say; and from which score on findings would be right 80, 90
or 95 times of 100. The thresholds are proposals: nothing is changed.

A finding is right where the verdict is contradiction or dispute. Pairs that
people hold to be unclear do not count. What people saw was flagged: nothing is
told of what the judges missed.`

const evalDecisionsExample = `  crosscheck eval decisions --db desk.db
  crosscheck eval decisions decisions.jsonl --format json > measure.json`

func (a *app) evalDecisionsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "decisions --db FILE | decisions DECISIONS...",
		Short:   "Score the judges against what people decided",
		Long:    evalDecisionsLong,
		Example: evalDecisionsExample,
	}
	format := formatFlag(c, "text", "json")
	db := ledgerFlag(c)
	c.RunE = func(c *cobra.Command, files []string) error {
		return a.evalDecisions(c.Context(), decided{db: *db, files: files}, format.value)
	}
	return c
}

func (a *app) evalDecisions(ctx context.Context, from decided, format string) error {
	state, err := a.state(ctx, from)
	if err != nil {
		return err
	}
	if state == nil {
		return misuse("name a ledger with --db, or exported decisions", "eval decisions: no decisions were named")
	}
	list, unclear := state.Judged()
	if len(list) == 0 {
		return withHint(errors.New("nobody has decided on a finding yet"), `"crosscheck review" opens the desk`)
	}
	m := review.NewMeasure(list, unclear)
	return a.printTable(format, m, func(b *strings.Builder) { decisionsText(b, m) })
}

// decisionsText is the measure to read.
func decisionsText(b *strings.Builder, m review.Measure) {
	fmt.Fprintf(b, "%s decided, %d unclear\n\n", plural(m.Pairs, "pair", "pairs"), m.Unclear)
	fmt.Fprintf(b, "%-38s %6s  %-13s %s\n", "", "right", "95 of 100", "of")
	printPrecision(b, m.All)
	for _, g := range []struct {
		heading string
		list    []review.Precision
	}{{"by relation", m.Relations}, {"by type", m.Types}, {"by judge", m.Judges}, {"by rule", m.Rules}} {
		fmt.Fprintln(b, "\n"+g.heading)
		for _, p := range g.list {
			p.Name = "  " + p.Name
			printPrecision(b, p)
		}
	}
	printCurve(b, m)
	printThresholds(b, m.Thresholds)
}

func printPrecision(b *strings.Builder, p review.Precision) {
	fmt.Fprintf(b, "%-38s %6s  %.3f - %.3f %d\n", printable(p.Name), decimal(p.Value, p.Of), p.Low, p.High, p.Of)
}

// curveCells is how wide the calibration curve is drawn.
const curveCells = 40

// printCurve draws how often findings of a score are right, with a mark where a
// calibrated judge's would end.
func printCurve(b *strings.Builder, m review.Measure) {
	fmt.Fprintf(b, "\nby score: # is how often they are right, | the score itself\n")
	for _, band := range m.Bands {
		line := []rune(strings.Repeat("#", int(math.Round(band.Value*curveCells))) + strings.Repeat(" ", curveCells+1))
		line = line[:curveCells+1]
		line[int(math.Round(band.Mean*curveCells))] = '|'
		fmt.Fprintf(b, "  %s  %s %6s  %d\n", band.Name, string(line), decimal(band.Value, band.Of), band.Of)
	}
	fmt.Fprintf(b, "  Brier score %.3f, expected calibration error %.3f; 0 is best\n", m.Brier, m.ECE)
}

func printThresholds(b *strings.Builder, list []review.Threshold) {
	if len(list) == 0 {
		fmt.Fprintln(b, "\nNo threshold can be proposed: too few decisions, or too few of them right.")
		return
	}
	fmt.Fprintln(b, "\nproposed thresholds; nothing is changed")
	for _, t := range list {
		kind := t.Type
		if kind == "" {
			kind = "all types"
		}
		fmt.Fprintf(b, "  %-14s right %2.0f of 100 from %.3f on: %d of %d, and %.0f of 100 right ones kept\n",
			printable(kind), 100*t.Target, t.Score, t.Right, t.Of, 100*t.Kept)
	}
}
