package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare/eval"
)

const evalLong = `eval measures crosscheck against what people marked by hand, and prints a table
or JSON.

  attribution  who said what: a corpus in the layout of PolNeAR
  decisions    the judges, by what people decided at the review desk
  findings     what a report should show: pairs marked in several stories
  fnc          which bodies disagree with a headline: the Fake News Challenge
  news         what is flagged within one article, and should not be
  nli          contradiction or not: pairs of statements with their label
  topics       which articles are about one event: articles with their story

The exit code says whether the measuring worked, not whether the figures are
good.`

const evalExample = `  crosscheck eval attribution polnear/dev
  crosscheck eval decisions --db desk.db
  crosscheck eval findings gold.json articles.jsonl
  crosscheck eval news corpus.jsonl.gz
  crosscheck eval nli pairs.jsonl
  crosscheck eval topics stories.jsonl`

func (a *app) evalCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "eval",
		Short:   "Measure the results against what people marked by hand",
		Long:    evalLong,
		Example: evalExample,
	}
	c.AddCommand(a.evalAttributionCommand(), a.evalDecisionsCommand(), a.evalFindingsCommand(), a.evalFNCCommand(), a.evalNewsCommand(),
		a.evalNLICommand(), a.evalTopicsCommand())
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		hint := `"crosscheck eval --help" lists what can be measured`
		var known []string
		for _, one := range c.Commands() {
			known = append(known, one.Name())
		}
		if like := nearest(args[0], known); like != "" {
			hint = `did you mean "` + like + `"? ` + hint
		}
		return misuse(hint, "eval: unknown measure %q", args[0])
	}
	return c
}

// printTable prints a table as text, or as JSON where that is the format.
func (a *app) printTable(format string, table any, text func(b *strings.Builder)) error {
	a.console.quiet()
	var b strings.Builder
	if format == "json" {
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(table); err != nil {
			return fmt.Errorf("writing the table: %w", err)
		}
	} else {
		text(&b)
	}
	_, err := a.stdout.Write([]byte(b.String()))
	return err
}

// printShare prints a line such as "source right      0.902  1073 of 1190".
func printShare(b *strings.Builder, label string, s eval.Share) {
	fmt.Fprintf(b, "%-38s %6s  %d of %d\n", printable(label), decimal(s.Value, s.Of), s.Count, s.Of)
}

// decimal is a ratio with three places, "-" where it is one of nothing.
func decimal(value float64, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", value)
}

// plural is a count with its noun: "1 text", "2 texts".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
