package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice is a flag that takes one of a few words.
type choice struct {
	value string
	among []string
	alias map[string]string // other words for some of them; nil for none
}

// String is the chosen word.
func (c *choice) String() string { return c.value }

// Type is what help prints for the value.
func (c *choice) Type() string { return strings.Join(c.among, "|") }

// Set refuses a word that is not on offer.
func (c *choice) Set(s string) error {
	if other, ok := c.alias[s]; ok {
		s = other
	}
	if !slices.Contains(c.among, s) {
		return fmt.Errorf("it must be one of %s", strings.Join(c.among, ", "))
	}
	c.value = s
	return nil
}

// formatFlag adds --format, whose default is the first of among.
func formatFlag(c *cobra.Command, among ...string) *choice {
	f := &choice{value: among[0], among: among}
	c.Flags().Var(f, "format", "what to print on standard output")
	complete := cobra.FixedCompletions(among, cobra.ShellCompDirectiveNoFileComp)
	if err := c.RegisterFlagCompletionFunc("format", complete); err != nil {
		panic(err) // a second --format on one command: a mistake of ours
	}
	return f
}
