package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare/eval"
)

const evalTopicsLong = `topics groups the articles of FILE into stories, as a run does, and compares them
with the stories that people put them in. FILE is JSON Lines ("-" is standard
input), an article a line:

  id, body           its ID and its text
  story              the event it is about: any name, the same for all its articles
  title, outlet, date, url
                     as "crosscheck report" reads them; they may be missing

A row without id or story, and one whose id was there before, is named in a
warning and left out. One without a body is named, too, and counts as an article
that stands alone.

  B-cubed            of the articles that stand in an article's story, how many
                     belong there (P), and of those that belong there, how many
                     stand there (R); the mean over all articles
  adjusted Rand index
                     of the pairs of articles, how many are rightly together or
                     apart, beyond what chance gives: 0 is chance, 1 perfect
  pairs completeness, reduction ratio
                     of the pairs of one story, how many are compared at all; and
                     of all pairs, how many are not

--errors shows the N worst of the stories that were split and of those that were
merged, with the articles of each part. It quotes their titles.`

const evalTopicsExample = `  crosscheck eval topics stories.jsonl
  crosscheck eval topics --format json stories.jsonl > scores.json
  crosscheck eval topics --errors 5 stories.jsonl`

// topicsHint says what a gold looks like.
const topicsHint = `each line of FILE is an object with "id", "story" and "body": "crosscheck eval topics --help" says more`

func (a *app) evalTopicsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "topics FILE",
		Short:   "Score the grouping of articles into stories",
		Long:    evalTopicsLong,
		Example: evalTopicsExample,
	}
	format := formatFlag(c, "text", "json")
	examples := c.Flags().Int("errors", -1, "also show the `N` worst stories that were split, and that were merged")
	c.Flags().Lookup("errors").DefValue = "0" // which help does not print
	c.RunE = func(c *cobra.Command, args []string) error {
		if *examples < 0 && c.Flags().Changed("errors") {
			return misuse("--errors 3 shows the three worst of each sort", "--errors %d is less than 0", *examples)
		}
		if len(args) != 1 {
			return misuse(`name a file, or "-" for standard input: crosscheck eval topics stories.jsonl`,
				"eval topics takes one file, but was given %d", len(args))
		}
		return a.evalTopics(args[0], format.value, *examples)
	}
	return c
}

func (a *app) evalTopics(path, format string, examples int) error {
	gold, err := a.readTopics(path)
	if err != nil {
		return err
	}
	table, err := eval.RunTopics(gold, examples)
	if err != nil {
		return err
	}
	return a.printTable(format, table, func(b *strings.Builder) { topicsText(b, table) })
}

// readTopics reads a gold from a file, or from standard input.
func (a *app) readTopics(path string) (gold eval.TopicGold, err error) {
	err = a.withFile(path, topicsHint, func(in io.Reader) (err error) {
		var warnings []claims.Warning
		gold, warnings, err = eval.ReadTopics(path, in)
		for _, w := range warnings {
			a.console.warn(w)
		}
		return err
	})
	return gold, err
}

// topicsText is the table to read.
func topicsText(b *strings.Builder, t eval.TopicTable) {
	fmt.Fprintf(b, "%s, %s marked, %d found\n\n", plural(t.Articles, "article", "articles"), plural(t.Marked, "story", "stories"), t.Found)
	fmt.Fprintf(b, "%-22s %8s %6s %6s\n", "", "P", "R", "F1")
	fmt.Fprintf(b, "%-22s %8.3f %6.3f %6.3f\n\n", "B-cubed", t.BCubed.Precision, t.BCubed.Recall, t.BCubed.F1)
	fmt.Fprintf(b, "%-38s %6.3f\n", "adjusted Rand index", t.ARI)
	if k := t.Blocking; k != nil {
		printShare(b, "pairs completeness", k.Completeness)
		printShare(b, "reduction ratio", k.Reduction)
	}
	if m := t.Mistakes; m != nil {
		mistakesText(b, "stories that were split", "story", "found as", m.Split)
		mistakesText(b, "stories that were merged", "found", "story", m.Merged)
	}
}
