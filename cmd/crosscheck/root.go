package main

import (
	"context"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"

	"crosscheck/claims/entity"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// app is what a subcommand can touch.
type app struct {
	stdin   io.Reader
	stdout  io.Writer
	console *console
	judge   func() (compare.Judge, error) // of --judge; made when first asked for
	model   published                     // of --model and what goes with it
	names   *entity.Gazetteer             // of --names; nil for the embedded ones alone
	named   string                        // the sums of the files of --names and --lexicon
	lexicon *lexicon.Lexicon              // of --lexicon; nil for the embedded one alone
	columns int                           // of the terminal that stdout is, 0 where it is none
	colour  bool                          // colour what is printed
	finish  atomic.Int64                  // nanoseconds that an interrupted command may take to end; 0 is grace
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *app {
	a := &app{
		stdin:   stdin,
		stdout:  stdout,
		console: newConsole(stderr),
		columns: width(stdout),
		colour:  colourful(isTerminal(stdout), os.Getenv),
	}
	a.judge = a.judgeNamed(judges[0].name)
	return a
}

// root is the command line as a tree. A new subcommand is a file and a line here.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "crosscheck",
		Short:         "Find the statements in news articles that oppose each other",
		Long:          rootLong,
		Example:       rootExample,
		SilenceErrors: true, // exit prints them, once
		SilenceUsage:  true,
	}
	root.CompletionOptions.DisableDefaultCmd = true // completion.go has one with examples
	root.AddCommand(a.reportCommand(), a.diffCommand(), a.claimsCommand(), a.topicsCommand(), a.judgeCommand(), a.gateCommand(), a.policyCommand(), a.indexCommand(), a.lexiconCommand(), a.modelCommand(), a.reviewCommand(), a.serveCommand(), a.accountsCommand(), a.decisionsCommand(), a.dbCommand(), a.ingestCommand(), a.workerCommand(), a.evalCommand(), a.versionCommand(), a.completionCommand())
	root.SetHelpCommand(helpCommand())
	root.SetFlagErrorFunc(flagError)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.console.w)
	return root
}

const rootLong = `crosscheck reads news articles of several outlets, extracts who said what,
groups the claims by topic, and flags the statements that oppose each other.

It needs no network and no key. Exit codes: 0 done, 1 the gate holds a draft,
2 the tool could not do its job.`

const rootExample = `  crosscheck report articles/
  crosscheck claims articles/monday.txt
  crosscheck topics articles/
  crosscheck judge "The bridge is open." "The bridge is closed."`

// execute runs the command line.
func (a *app) execute(ctx context.Context, args []string) error {
	defer a.console.quiet()
	root := a.root()
	root.InitDefaultHelpCmd()
	if err := refuseUnknown(root, args); err != nil {
		return err
	}
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take os.Args
	return root.ExecuteContext(ctx)
}

// refuseUnknown looks the subcommand up before cobra does, whose message would
// be of another shape. Cobra's own hidden commands are let through.
func refuseUnknown(root *cobra.Command, args []string) error {
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		return nil
	}
	_, rest, err := root.Find(args)
	if err == nil {
		return nil
	}
	for _, arg := range rest {
		if !strings.HasPrefix(arg, "-") {
			return unknownCommand(root, arg)
		}
	}
	return err
}

func unknownCommand(root *cobra.Command, name string) error {
	var known []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			known = append(known, c.Name())
		}
	}
	hint := `"crosscheck --help" lists the commands`
	if like := nearest(name, known); like != "" {
		hint = `did you mean "` + like + `"? ` + hint
	}
	return misuse(hint, "unknown command %q", name)
}

// farthest is the edit distance up to which a word is taken for a slip of the
// fingers: cobra's own default.
const farthest = 2

// nearest is the known word that is most like the given one, "" where none is
// near, or where it is as far off as it is long.
func nearest(word string, known []string) string {
	best, at := "", min(farthest, len(word)-1)+1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(word, k); d < at {
			best, at = k, d
		}
	}
	return best
}
