package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/report/gate"
)

const policyLong = `policy explains and checks the policy by which "crosscheck gate" decides: what
holds a draft, whose words count, how long it may take, what happens where
nothing can be said, and what is let through for a time.

It is one YAML file, ` + policyName + ` where the command runs or --policy FILE:

  own: [Harbour Post]            # the names under which this newsroom publishes
  outlets: {ignore: [Daily Jest]}
  rules:                         # these come before the default rules
    - {code: dispute-with-archive, from: 0.8, level: warning}
    - {relation: misquote, type: wording, level: warning}
  on_error: hold                 # or pass, which is always said aloud
  budget: 30s
  waivers:
    - pair: 0123456789abcdef01234567
      owner: M. Lind, night desk
      reason: the count was corrected on Monday
      expires: 2031-05-09

A waiver without a reason, an owner or a last day, or past that day, does not
count, and the gate says so.`

const policyExample = `  crosscheck policy explain
  crosscheck policy check ` + policyName + `
  crosscheck policy default > ` + policyName + `
  crosscheck policy schema > policy.schema.json`

func (a *app) policyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "policy",
		Short:   "Explain and check what the gate decides by",
		Long:    policyLong,
		Example: policyExample,
	}
	subs := []*cobra.Command{a.policyExplainCommand(), a.policyCheckCommand(), a.policyCodesCommand(), a.policyDefaultCommand(), a.policySchemaCommand()}
	c.AddCommand(subs...)
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		var names []string
		for _, s := range subs {
			names = append(names, s.Name())
		}
		hint := `"crosscheck policy --help" lists what can be done`
		if like := nearest(args[0], names); like != "" {
			hint = `did you mean "` + like + `"? ` + hint
		}
		return misuse(hint, "policy: unknown command %q", args[0])
	}
	return c
}

func (a *app) policyExplainCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "explain [FILE]",
		Short:   "Say in words what a policy does",
		Long:    "explain says in plain words what a policy does: that of FILE, or of " + policyName + "\nwhere the command runs, or the default.",
		Example: "  crosscheck policy explain\n  crosscheck policy explain " + policyName,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			path := ""
			if len(args) > 0 {
				path = args[0]
			}
			p, err := a.readPolicy(path)
			if err != nil {
				return err
			}
			return p.Explain(a.stdout, time.Now())
		},
	}
}

func (a *app) policyCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "check FILE...",
		Short:   "Read policies and say what is wrong with them",
		Long:    "check reads policies. What is wrong with one is named with its line. A waiver that\ndoes not count, since it has expired or lacks something, makes the exit code 2, too.",
		Example: "  crosscheck policy check " + policyName,
		Args:    needPaths,
		RunE:    func(_ *cobra.Command, paths []string) error { return a.checkPolicies(paths) },
	}
}

// checkPolicies reads the policies and counts the waivers that do not count.
func (a *app) checkPolicies(paths []string) error {
	bad := 0
	for _, path := range paths {
		p, err := a.readPolicy(path)
		if err != nil {
			return err
		}
		faults := p.Faults(time.Now())
		bad += len(faults)
		fmt.Fprintf(a.stdout, "%s: %s, %s, %d of them void\n", printable(path), plural(len(p.Rules), "rule", "rules"), plural(len(p.Waivers), "waiver", "waivers"), len(faults))
		for _, f := range faults {
			info, _ := f.Code.Info()
			fmt.Fprintf(a.stdout, "%s:%d: %s. %s\n", printable(path), f.Line, f.Code, info.Do)
		}
	}
	if bad > 0 {
		return withHint(fmt.Errorf("%s not count", plural(bad, "waiver does", "waivers do")), "renew them, complete them, or take them out")
	}
	return nil
}

func (a *app) policyCodesCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "codes",
		Short:   "List the codes of reasons",
		Long:    "codes lists every code that a reason can have, what it means and what to do about it.\nThe list is closed: a program may rely on it.",
		Example: "  crosscheck policy codes",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, c := range gate.Codes() {
				if _, err := fmt.Fprintf(a.stdout, "%s (%s)\n    %s\n    Next: %s\n", c.Code, c.About, c.Doc, c.Do); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func (a *app) policyDefaultCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "default",
		Short:   "Print the default policy, to begin one's own with",
		Long:    "default prints the default policy as a file, with comments that say why it is as it is.",
		Example: "  crosscheck policy default > " + policyName,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := a.stdout.Write(gate.DefaultYAML())
			return err
		},
	}
}

func (a *app) policySchemaCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of a policy, or of a decision",
		Long:    "schema prints the JSON Schema of a policy, with which an editor checks and completes it\nas it is written, or of what \"crosscheck gate --format json\" writes.",
		Example: "  crosscheck policy schema > policy.schema.json\n  crosscheck policy schema --of decision > decision.schema.json",
		Args:    cobra.NoArgs,
	}
	of := &choice{value: "policy", among: []string{"policy", "decision"}}
	c.Flags().Var(of, "of", "what the schema is of")
	c.RunE = func(*cobra.Command, []string) error {
		schema := gate.PolicySchema()
		if of.value == "decision" {
			schema = gate.DecisionSchema()
		}
		_, err := a.stdout.Write(schema)
		return err
	}
	return c
}
