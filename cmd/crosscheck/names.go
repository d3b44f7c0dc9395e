package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"crosscheck/claims/entity"
)

// namesFlag adds --names, whose files are read before the command runs, into
// a.names.
func (a *app) namesFlag(c *cobra.Command) {
	paths := c.Flags().StringArray("names", nil, "also know the people, bodies, places and roles of `FILE`, in YAML (may be repeated)")
	readFirst(c, paths, a.readNames)
}

// readFirst has the files of a flag read before a command runs, one after
// another.
func readFirst(c *cobra.Command, paths *[]string, read func(path string) error) {
	before := c.PreRunE
	c.PreRunE = func(c *cobra.Command, args []string) error {
		if before != nil {
			if err := before(c, args); err != nil {
				return err
			}
		}
		for _, path := range *paths {
			if err := read(path); err != nil {
				return err
			}
		}
		return nil
	}
}

// readNames adds one file to what is known of names. Later files go before
// earlier ones.
func (a *app) readNames(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return misuse("name a YAML file that can be read", "--names: %w", err)
	}
	names, err := entity.ParseNames(path, data)
	if e, ok := errors.AsType[*entity.NamesError](err); ok {
		return misuse(e.Hint, "--names: %w", e)
	}
	if err != nil {
		return fmt.Errorf("--names: %w", err)
	}
	if a.names == nil {
		a.names = entity.Default()
	}
	a.names = a.names.With(names)
	a.named += fmt.Sprintf(" %x", sha256.Sum256(data))
	return nil
}
