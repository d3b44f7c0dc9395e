package main

import (
	"fmt"
	"runtime/debug"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Say which version this is, and which judge it holds",
		Long:    "version says which build this is and which judge decides, to be named beside a finding.",
		Example: "  crosscheck version",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			judge, err := a.judge()
			if err != nil {
				return err
			}
			info, _ := debug.ReadBuildInfo()
			w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
			for _, line := range versionLines(info) {
				fmt.Fprintf(w, "%s\t%s\n", line[0], line[1])
			}
			fmt.Fprintf(w, "judge\t%s\n", judge.Name())
			return w.Flush()
		},
	}
}

// versionLines are the facts that the build recorded; info may be nil.
func versionLines(info *debug.BuildInfo) [][2]string {
	if info == nil {
		return [][2]string{{"crosscheck", "unknown"}}
	}
	version := info.Main.Version
	if version == "" {
		version = "(devel)"
	}
	lines := [][2]string{{"crosscheck", version}}
	if c := commit(info); c != "" {
		lines = append(lines, [2]string{"commit", c})
	}
	return append(lines, [2]string{"go", info.GoVersion})
}

// commit is the version control's revision and its time, "" where the build
// knows none.
func commit(info *debug.BuildInfo) string {
	known := map[string]string{}
	for _, s := range info.Settings {
		known[s.Key] = s.Value
	}
	parts := []string{known["vcs.revision"], known["vcs.time"]}
	if known["vcs.modified"] == "true" {
		parts = append(parts, "modified")
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// noArguments refuses arguments to a command that takes none.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse("leave it out", "%s takes no argument, but was given %q", c.Name(), args[0])
	}
	return nil
}
