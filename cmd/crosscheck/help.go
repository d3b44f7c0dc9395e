package main

import "github.com/spf13/cobra"

// helpCommand is cobra's, but for what it makes of an unknown name: an error.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Explain a command",
		Long:    "help prints what a command is for, its flags and an example of its use.",
		Example: "  crosscheck help report",
		RunE: func(c *cobra.Command, args []string) error {
			if err := refuseUnknown(c.Root(), args); err != nil {
				return err
			}
			about, _, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}
