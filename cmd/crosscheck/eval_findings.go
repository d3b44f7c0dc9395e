package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare/eval"
)

const evalFindingsLong = `findings runs the whole pipeline on each story of a gold by itself and compares
what it flags with what an editor marked. GOLD is a JSON object:

  pairs       what a report should show: "story", "a", "b", "strength" (3 plain
              to 1 borderline) and "matter", which several pairs may share
  negatives   what it should not: "story", "a", "b" and "reason"
  statements  "story", a side's own fields, "speaker" and "kind"

A side ("a", "b") names its "article" by ID and repeats its words as "text";
"field" ("title" or "body") and "start" tell which place is meant where the
words stand there twice. ARTICLES are files as "crosscheck report" reads them.

A pair may also have a "relation" and a "type". A matter is found when the two
sides of one finding lie where one of its pairs has them. Of a story the ten
findings with the highest scores count. Strengths are cumulative: "2 and above"
counts matters with a pair of strength 2 or 3; so do the lists by relation and by
type, in which a matter may stand several times.

--min-score measures another bar than the report's: it counts whatever the judge
gives a contradiction score of S or more, unless a guard holds it back.

--errors shows the N plainest matters that were missed, with the guard that set
one of their pairs aside, and the N highest-scored of the findings that tell a
hard negative, and of those that tell nothing that was marked. It quotes them.`

const evalFindingsExample = `  crosscheck eval findings gold.json articles.jsonl
  crosscheck eval findings --format json gold.json articles.jsonl > scores.json
  crosscheck eval findings --min-score .3 --errors 10 gold.json articles.jsonl`

func (a *app) evalFindingsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "findings GOLD ARTICLES...",
		Short:   "Score the findings against pairs that an editor marked",
		Long:    evalFindingsLong,
		Example: evalFindingsExample,
	}
	format := formatFlag(c, "text", "json")
	a.judgeFlag(c)
	a.askedFlags(c)
	a.namesFlag(c)
	a.lexiconFlag(c)
	least := c.Flags().Float64("min-score", 0, "measure at the bar `S`, in [0, 1] (default: the judge's own)")
	examples := errorsFlag(c, "also show the `N` worst of what was missed and what was flagged")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := examples.check(); err != nil {
			return err
		}
		if c.Flags().Changed("min-score") && !(*least > 0 && *least <= 1) {
			return misuse("--min-score .3 counts what the judge gives a score of .3 or more", "--min-score %v is not above 0 and up to 1", *least)
		}
		if len(args) < 2 {
			return misuse("name the gold and its articles: crosscheck eval findings gold.json articles.jsonl",
				"eval findings takes a gold and articles, but was given %d of them", len(args))
		}
		return a.evalFindings(c.Context(), args[0], args[1:], findingsFlags{format.value, *least, examples.value})
	}
	return c
}

// findingsFlags is what else the command line says.
type findingsFlags struct {
	format   string
	least    float64 // 0 for the judge's own bar
	examples int     // -1 for none
}

func (a *app) evalFindings(ctx context.Context, goldPath string, paths []string, by findingsFlags) error {
	gold, err := readStories(goldPath)
	if err != nil {
		return err
	}
	articles, _, err := a.readArticles(ctx, paths, func(string) bool { return false })
	if err != nil {
		return err
	}
	for _, w := range gold.Check(goldPath, articles) {
		a.console.warn(w)
	}
	opt, err := a.opinions()
	if err != nil {
		return err
	}
	if by.least > 0 {
		opt = atBar(opt, by.least)
	}
	reports, err := eval.RunStories(ctx, gold, articles, opt)
	if err != nil {
		return err
	}
	if len(reports) == 0 {
		return withHint(errors.New("no article belongs to a story of the gold"),
			`the IDs of the articles are those that the gold has in "article"`)
	}
	table := eval.ScoreStories(gold, reports, by.examples)
	return a.printTable(by.format, table, func(b *strings.Builder) { findingsText(b, table) })
}

func readStories(path string) (eval.Stories, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return eval.Stories{}, withHint(fmt.Errorf("reading the gold: %w", err), "name the gold's JSON file first, its articles behind it")
	}
	gold, err := eval.ReadStories(data)
	if err != nil {
		return gold, withHint(fmt.Errorf("%s: %w", path, err), `"crosscheck eval findings --help" says what it holds`)
	}
	return gold, nil
}

// findingsText is the table to read.
func findingsText(b *strings.Builder, t eval.StoryTable) {
	fmt.Fprintf(b, "%s, %s, %s: %.1f a story\n", plural(t.Stories, "story", "stories"), plural(t.Articles, "article", "articles"),
		plural(t.Findings, "finding", "findings"), t.PerStory)
	if t.Cut > 0 {
		fmt.Fprintf(b, "%s more left out: of a story the %d best count\n", plural(t.Cut, "finding", "findings"), eval.MostFindings)
	}
	b.WriteByte('\n')
	printShare(b, "findings that tell a marked pair", t.Marked)
	fmt.Fprintln(b, "\nmatters found")
	for _, l := range t.Matters {
		label := fmt.Sprintf("  strength %d and above", l.Strength)
		if l.Strength == 3 {
			label = "  strength 3"
		}
		printShare(b, label, l.Share)
	}
	printGroups(b, "matters of strength 2 and above found, by relation", t.Relations)
	printGroups(b, "matters of strength 2 and above found, by type", t.Types)
	printGroups(b, "hard negatives flagged", t.Negatives)
	printGroups(b, "statements with the right speaker", t.Statements)
	if m := t.Mistakes; m != nil {
		missedText(b, m.Missed)
		wrongText(b, "hard negatives flagged, the highest scores", m.Flagged)
		wrongText(b, "findings that tell nothing marked, the highest scores", m.Unmarked)
	}
}

// printGroups prints shares under a heading; nothing where there are none.
func printGroups(b *strings.Builder, heading string, groups []eval.Group) {
	if len(groups) == 0 {
		return
	}
	fmt.Fprintln(b, "\n"+heading)
	for _, g := range groups {
		printShare(b, "  "+g.Name, g.Share)
	}
}
