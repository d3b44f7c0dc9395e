package main

import (
	"bytes"
	"context"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func TestNearest(t *testing.T) {
	known := []string{"report", "claims", "judge", "help"}
	for word, want := range map[string]string{
		"reprot": "report", "claim": "claims", "jugde": "judge", "x": "", "zz": "", "publish": "", "": "",
	} {
		if got := nearest(word, known); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestEveryCommandExplainsItself walks the tree, so that a new command cannot
// be forgotten.
func TestEveryCommandExplainsItself(t *testing.T) {
	root := newApp(strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}).root()
	root.InitDefaultHelpCmd()
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		if c.Short == "" || c.Long == "" || !strings.HasPrefix(c.Example, "  ") || !strings.Contains(c.Example, c.CommandPath()) {
			t.Errorf("%s lacks a line, a text or an example", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(root)
}

// TestEveryFlagRefusesInOurWords gives each flag that takes no text a value that
// it cannot take, so that a flag of a new type gets words of its own.
func TestEveryFlagRefusesInOurWords(t *testing.T) {
	root := newApp(strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{}).root()
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() == "string" || f.Value.Type() == "stringArray" {
				return
			}
			want := "--" + f.Name + ` cannot be "no such value": it must be `
			if err := c.ParseFlags([]string{"--" + f.Name + "=no such value"}); err == nil || !strings.HasPrefix(flagError(c, err).Error(), want) {
				t.Errorf("%s --%s: %v, want %s", c.CommandPath(), f.Name, err, want)
			}
		})
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(root)
}

// TestEveryCommandHasHelp asks for it in both ways, and wants one answer.
func TestEveryCommandHasHelp(t *testing.T) {
	for _, name := range []string{"report", "claims", "topics", "judge", "lexicon", "gate", "policy", "index", "model", "version", "completion", "help", "eval"} {
		flag, command := said(t, name, "--help"), said(t, "help", name)
		if diff := cmp.Diff(flag, command); diff != "" {
			t.Errorf("%s --help and help %s differ:\n%s", name, name, diff)
		}
		if !strings.Contains(flag, "\nExamples:\n  ") {
			t.Errorf("%s --help shows no example:\n%s", name, flag)
		}
	}
}

// said is what a command line that succeeds prints.
func said(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if err := run(context.Background(), strings.NewReader(""), &stdout, &stderr, args); err != nil || stderr.Len() > 0 {
		t.Errorf("%q: error %v, on stderr %q", args, err, stderr.String())
	}
	return stdout.String()
}

func TestVersionLines(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26", Main: debug.Module{Version: "v1.2.3"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.time", Value: "2026-01-02T03:04:05Z"}, {Key: "vcs.modified", Value: "true"},
	}}
	want := [][2]string{{"crosscheck", "v1.2.3"}, {"commit", "abc 2026-01-02T03:04:05Z modified"}, {"go", "go1.26"}}
	if diff := cmp.Diff(want, versionLines(info)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = [][2]string{{"crosscheck", "(devel)"}, {"go", "go1.26"}}
	if diff := cmp.Diff(want, versionLines(&debug.BuildInfo{GoVersion: "go1.26"})); diff != "" {
		t.Errorf("outside version control (-want +got):\n%s", diff)
	}
}
