package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare/nli/hub"
)

const modelLong = `model lists, fetches and tries the cross-encoders that "--judge nli" runs: networks
that others have trained to say whether one sentence contradicts another.

  list   the models that we recommend, with licence and published figures
  pull   fetch one of them from the hub that publishes it
  check  try a model, of the list or not, on sentences whose answer is plain

Only pull uses the network, and only when it is called. A model's folder that was
copied by hand does as well: "check DIR", "--judge nli --model DIR".`

const modelExample = `  crosscheck model list
  crosscheck model pull nli-deberta-v3-base
  crosscheck model check nli-deberta-v3-base`

func (a *app) modelCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "model",
		Short:   "List, fetch and try cross-encoders",
		Long:    modelLong,
		Example: modelExample,
	}
	c.AddCommand(a.modelListCommand(), a.modelPullCommand(), a.modelCheckCommand())
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		hint := `"crosscheck model --help" lists what can be done`
		if like := nearest(args[0], []string{"list", "pull", "check"}); like != "" {
			hint = `did you mean "` + like + `"? ` + hint
		}
		return misuse(hint, "model: unknown command %q", args[0])
	}
	return c
}

// megabytes is a count of bytes in words: "739 MB", "875 B".
func megabytes(bytes int64) string {
	switch {
	case bytes < 1e3:
		return fmt.Sprintf("%d B", bytes)
	case bytes < 1e6:
		return fmt.Sprintf("%d kB", (bytes+500)/1e3)
	}
	return fmt.Sprintf("%d MB", (bytes+5e5)/1e6)
}

// modelHint puts the hint of an error about models into its own line.
func modelHint(err error) error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*hub.Error](err); ok && e.Hint != "" {
		return withHint(err, "%s", e.Hint)
	}
	if reason, hint, ok := strings.Cut(err.Error(), "; hint: "); ok {
		return hinted{err, reason, hint}
	}
	return err
}

// hinted is an error whose hint stood in its text, in a line of its own.
type hinted struct {
	error
	reason, hint string
}

func (h hinted) Error() string { return h.reason + "\nhint: " + h.hint }
func (h hinted) Unwrap() error { return h.error }

// modelNames completes the name of a model.
func modelNames(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, m := range hub.Models().Models {
		out = append(out, m.Name+"\t"+m.About)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// shown is a folder as it is told: below the one that the command runs in,
// relative to it.
func shown(dir string) string {
	if here, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(here, dir); err == nil && fs.ValidPath(filepath.ToSlash(rel)) {
			return printable(rel)
		}
	}
	return printable(dir)
}
