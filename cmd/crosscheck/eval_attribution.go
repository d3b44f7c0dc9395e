package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/claims/extract"
	"crosscheck/compare/eval"
)

const evalAttributionLong = `attribution finds the claims of the texts in DIR/text and compares them with
what people marked in them, in DIR/attributions: files NAME.ann or
NAME_ANNOTATOR.ann in the standoff format of BRAT, as PolNeAR has them. Where
several people marked a text, each of their files counts by itself.

A content is found where the letters and digits that it shares with a claim are
at least .3 (or .8) of those that either has; each claim serves one content, the
most alike first. "direct" content stands in quotation marks, "mixed" in part.

  spans     content span by span: each contiguous stretch by itself, as marked
            in the first annotation file of each text; "whole quotations" are
            those that are one quotation from mark to mark
  contents  content as a whole, however many stretches it has, in each
            annotation file
  cues      cues by themselves, found where they overlap
  source    of the contents found at .3: whether the source overlaps
  cue       the same for the cue

--errors tells the errors apart by their shape, with N examples of each; 0 counts
them only. The examples quote the texts.

Claims in the outlet's own voice do not count, and neither does what one speaker
says that another said: PolNeAR gives each word to one attribution at most.`

const evalAttributionExample = `  crosscheck eval attribution polnear/dev
  crosscheck eval attribution --format json polnear/dev > scores.json
  crosscheck eval attribution --errors 3 polnear/dev`

// layoutHint says what a corpus looks like.
const layoutHint = `DIR holds text/NAME.txt and attributions/NAME.ann or NAME_ANNOTATOR.ann`

func (a *app) evalAttributionCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "attribution DIR",
		Short:   "Score who said what against a corpus in PolNeAR's layout",
		Long:    evalAttributionLong,
		Example: evalAttributionExample,
	}
	format := formatFlag(c, "text", "json")
	a.namesFlag(c)
	examples := c.Flags().Int("errors", -1, "also count the shapes of the errors, with `N` examples of each")
	c.Flags().Lookup("errors").DefValue = "0" // which help does not print
	c.RunE = func(c *cobra.Command, args []string) error {
		if *examples < 0 && c.Flags().Changed("errors") {
			return misuse("--errors 0 counts the shapes of the errors, --errors 3 shows three of each", "--errors %d is less than 0", *examples)
		}
		if len(args) != 1 {
			return misuse(layoutHint+": crosscheck eval attribution polnear/dev",
				"eval attribution takes one folder, but was given %d", len(args))
		}
		return a.evalAttribution(c.Context(), args[0], format.value, *examples)
	}
	return c
}

func (a *app) evalAttribution(ctx context.Context, dir, format string, examples int) error {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return misuse("name the folder of a corpus: "+layoutHint, "there is no folder %s", dir)
	}
	texts, warnings, err := eval.ReadPolNeAR(dir)
	if err != nil {
		return withHint(err, "%s", layoutHint)
	}
	for _, w := range warnings {
		a.console.warn(w)
	}
	if len(texts) == 0 {
		return withHint(fmt.Errorf("no annotated text was found in %s", filepath.Clean(dir)), "%s", layoutHint)
	}
	found, err := eval.Extract(ctx, extract.Finder{Names: a.names}, texts)
	if err != nil {
		return err
	}
	table := eval.Score(texts, found)
	if examples >= 0 {
		table.Errors = eval.Shapes(texts, found, examples)
	}
	return a.printTable(format, table, func(b *strings.Builder) { attributionText(b, table) })
}

// attributionText is the table to read.
func attributionText(b *strings.Builder, t eval.Table) {
	fmt.Fprintf(b, "%s, %s\n\n", plural(t.Texts, "text", "texts"), plural(t.Annotations, "annotation file", "annotation files"))
	fmt.Fprintf(b, "%25s%17s %.1f %19s %.1f\n", "", "IoU >=", eval.LooseIoU, "IoU >=", eval.StrictIoU)
	printRows(b, "spans", t.Spans)
	printRows(b, "contents", t.Content)
	fmt.Fprintf(b, "%-8s %7d %7d  %s   where they overlap\n\n", "cues", t.Cue.Gold, t.Cue.Claimed, ratios(t.Cue))
	printShare(b, fmt.Sprintf("direct spans found at IoU >= %.1f", eval.DirectIoU), t.DirectSpans)
	printShare(b, fmt.Sprintf("whole quotations found at IoU >= %.1f", eval.DirectIoU), t.Quotations)
	printShare(b, fmt.Sprintf("direct contents found at IoU >= %.1f", eval.DirectIoU), t.DirectFound)
	printShare(b, "source right, given the content", t.SourceRight)
	printShare(b, "cue right, given the content", t.CueRight)
	printShare(b, "direct claims without a speaker", t.Unknown)
	errorsText(b, t.Errors)
}

func printRows(b *strings.Builder, what string, rows []eval.Row) {
	fmt.Fprintf(b, "%-8s %7s %7s  %7s %6s %6s   %7s %6s %6s\n", what, "gold", "claims", "P", "R", "F1", "P", "R", "F1")
	for _, r := range rows {
		fmt.Fprintf(b, "%-8s %7d %7d  %s   %s\n", r.Kind, r.Loose.Gold, r.Loose.Claimed, ratios(r.Loose), ratios(r.Strict))
	}
	b.WriteByte('\n')
}

func ratios(p eval.PRF) string {
	return fmt.Sprintf("%7s %6s %6s", decimal(p.Precision, p.Claimed), decimal(p.Recall, p.Gold), decimal(p.F1, p.Claimed+p.Gold))
}
