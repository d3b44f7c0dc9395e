package main

import "github.com/spf13/cobra"

// errorsCount is the flag --errors of a measure: how many mistakes to show, -1
// where it is not given.
type errorsCount struct {
	value int
	c     *cobra.Command
}

// errorsFlag adds --errors.
func errorsFlag(c *cobra.Command, usage string) *errorsCount {
	e := &errorsCount{c: c}
	c.Flags().IntVar(&e.value, "errors", -1, usage)
	c.Flags().Lookup("errors").DefValue = "0" // which help does not print
	return e
}

// check refuses a number below 0.
func (e *errorsCount) check() error {
	if e.value < 0 && e.c.Flags().Changed("errors") {
		return misuse("--errors 3 shows the three worst of each sort", "--errors %d is less than 0", e.value)
	}
	return nil
}
