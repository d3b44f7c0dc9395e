package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/rule"
)

const lexiconCheckLong = `check reads a newsroom's files and runs the tests of their entries: it asks the
judge, with all of the files added to its lexicon, of each two sentences whether
they oppose each other. A test that fails is named with its place, and makes the
exit code 2.`

func (a *app) lexiconCheckCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "check FILE...",
		Short:   "Read a newsroom's files and run their tests",
		Long:    lexiconCheckLong,
		Example: "  crosscheck lexicon check ours.yaml",
	}
	c.RunE = func(c *cobra.Command, paths []string) error {
		if len(paths) == 0 {
			return misuse("name files: crosscheck lexicon check ours.yaml", "lexicon check takes files, but was given none")
		}
		return a.checkLexicon(c.Context(), paths)
	}
	return c
}

// checkLexicon reads the files and runs their tests.
func (a *app) checkLexicon(ctx context.Context, paths []string) error {
	own := make([]lexicon.Additions, len(paths))
	for i, path := range paths {
		var err error
		if own[i], err = a.readLexicon(path); err != nil {
			return err
		}
	}
	judge := rule.NewWith(a.lexicon)
	failed := 0
	for i, path := range paths {
		tests := own[i].Trials()
		faults, err := failures(ctx, judge, path, tests)
		if err != nil {
			return err
		}
		failed += len(faults)
		fmt.Fprintf(a.stdout, "%s: %s, %s, %d failed\n%s", printable(path), count(own[i].Len(), "entry", "entries"), count(len(tests), "test", "tests"), len(faults), strings.Join(faults, ""))
	}
	if failed > 0 {
		return withHint(errors.New(count(failed, "test", "tests")+" failed"), `"crosscheck lexicon show WORD" says what is known of a word`)
	}
	return nil
}

// failures are the tests that fail, a line each.
func failures(ctx context.Context, judge compare.Judge, path string, tests []lexicon.Test) ([]string, error) {
	pairs := make([]compare.Pair, len(tests))
	for i, t := range tests {
		pairs[i] = bare(strings.ToValidUTF8(t.A, "\ufffd"), strings.ToValidUTF8(t.B, "\ufffd"))
	}
	verdicts, err := judgeAll(ctx, judge, pairs)
	if err != nil {
		return nil, err
	}
	var out []string
	for i, v := range verdicts {
		t := tests[i]
		if (v.Label == compare.Contradiction) == t.Opposed {
			continue
		}
		want := map[bool]string{true: "not found opposed", false: "found opposed"}[t.Opposed]
		out = append(out, printable(fmt.Sprintf("%s:%d:%d: “%s” / “%s” are %s: %s. %s", path, t.Line, t.Column, t.A, t.B, want, headline(v), why(v)))+"\n")
	}
	return out, nil
}

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
