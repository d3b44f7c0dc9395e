package main

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"crosscheck/compare/lexicon"
)

// lexiconFlag adds --lexicon, whose files are read before the command runs, into
// a.lexicon.
func (a *app) lexiconFlag(c *cobra.Command) {
	paths := c.Flags().StringArray("lexicon", nil, "also know the opposites and reversers of `FILE`, in YAML (may be repeated)")
	readFirst(c, paths, func(path string) error {
		_, err := a.readLexicon(path)
		return err
	})
}

// readLexicon adds one file to the lexicon. A later file may take back what an
// earlier one says.
func (a *app) readLexicon(path string) (lexicon.Additions, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return lexicon.Additions{}, misuse("name a YAML file that can be read", "--lexicon: %w", err)
	}
	own, err := lexicon.ParseAdditions(path, data)
	if err != nil {
		return own, lexiconHint(err)
	}
	with, err := cmp.Or(a.lexicon, lexicon.Default()).With(own)
	if err != nil {
		return own, lexiconHint(err)
	}
	a.lexicon = with
	a.named += fmt.Sprintf(" lexicon %x", sha256.Sum256(data))
	return own, nil
}

// lexiconHint says what to do about a fault in a file.
func lexiconHint(err error) error {
	if e, ok := errors.AsType[*lexicon.FileError](err); ok {
		return misuse(e.Hint, "--lexicon: %w", e)
	}
	return fmt.Errorf("--lexicon: %w", err)
}

const lexiconLong = `lexicon works on what the judge knows of words: which oppose each other, which
turn off what they govern ("halt", "frozen"), which say that something goes on.

A newsroom adds to it with a file of its own, which "report", "judge" and the
measures take with --lexicon FILE:

  opposites:                     # what cannot both be said of one thing
    - words: [moored, adrift]
      test:
        - opposed: ["The barge is moored.", "The barge is adrift."]
    - a: [dry, alcohol-free]     # any of a opposes any of b
      b: [licensed, serve drink]
      weak: true                 # often true of two parts or moments of one thing
  same:                          # words for one thing
    - words: [harbour board, port authority]
  reversers:                     # turn off their object, subject, noun, clause,
    - words: [mothball, lay up]  # or what they are "of"
      turns: [object]
  keepers:                       # say that something goes on
    - words: [soldier on]
  denials:                       # say that their clause or object is untrue
    - words: [pooh-pooh]
  remove:                        # opposites that are none here
    - words: [urban, rural]

A word is a dictionary form, in small letters, and stands for all its forms;
"=moored" stands for that form alone; several words are a phrase. Any entry may
have tests: two sentences that the judge must find opposed, or unopposed.`

const lexiconExample = `  crosscheck lexicon check ours.yaml
  crosscheck lexicon show frozen
  crosscheck lexicon schema > lexicon.schema.json
  crosscheck report --lexicon ours.yaml articles/`

func (a *app) lexiconCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "lexicon",
		Short:   "Show and check what words do to one another",
		Long:    lexiconLong,
		Example: lexiconExample,
	}
	c.AddCommand(a.lexiconCheckCommand(), a.lexiconShowCommand(), a.lexiconSchemaCommand())
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		hint := `"crosscheck lexicon --help" lists what can be done`
		if like := nearest(args[0], []string{"check", "show", "schema"}); like != "" {
			hint = `did you mean "` + like + `"? ` + hint
		}
		return misuse(hint, "lexicon: unknown command %q", args[0])
	}
	return c
}

func (a *app) lexiconSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of a newsroom's file",
		Long:    "schema prints the JSON Schema of the file, with which an editor checks it as it is written.",
		Example: "  crosscheck lexicon schema > lexicon.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := a.stdout.Write(lexicon.Schema())
			return err
		},
	}
}
