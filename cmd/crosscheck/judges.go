package main

import (
	"cmp"
	"sync"

	"github.com/spf13/cobra"

	"crosscheck/compare"
	"crosscheck/compare/eval"
	"crosscheck/compare/jury"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/rule"
	"crosscheck/compare/trained"
	"crosscheck/compare/trained/net"
)

// judges are the judges that --judge takes, the default first.
var judges = []struct {
	name string
	make func(*lexicon.Lexicon) compare.Judge // takes a while: its word lists are read
}{
	{"jury", func(l *lexicon.Lexicon) compare.Judge { return jury.NewWith(l) }},
	{"rules", func(l *lexicon.Lexicon) compare.Judge { return rule.NewWith(l) }},
	{"trained", func(l *lexicon.Lexicon) compare.Judge { return trained.NewJudgeWith(l) }},
	{"net", func(*lexicon.Lexicon) compare.Judge { return net.NewJudge() }},
}

// judgeNamed makes a judge of the table when it is first asked for, with the
// lexicon that is known then; the default where the name is none of them.
func (a *app) judgeNamed(name string) func() compare.Judge {
	chosen := judges[0].make
	for _, j := range judges {
		if j.name == name {
			chosen = j.make
		}
	}
	return sync.OnceValue(func() compare.Judge { return chosen(cmp.Or(a.lexicon, lexicon.Default())) })
}

// lowered is a judge that also tells what it is less sure of, down to a score,
// where it can.
func lowered(judge compare.Judge, least float64) compare.Judge {
	switch j := judge.(type) {
	case *jury.Judge:
		return j.Down(least)
	case *rule.Judge:
		return j.Down(least)
	}
	return judge
}

// atBar is a judge with another bar than its own, higher or lower.
func atBar(judge compare.Judge, least float64) compare.Judge {
	if least < jury.Flag {
		return lowered(judge, least)
	}
	return eval.AtBar(judge, least)
}

// judgeChoice is the flag --judge, which sets the judge of the app.
type judgeChoice struct {
	choice
	app *app
}

// Set chooses the judge.
func (j *judgeChoice) Set(s string) error {
	if err := j.choice.Set(s); err != nil {
		return err
	}
	j.app.judge = j.app.judgeNamed(s)
	return nil
}

// judgeFlag adds --judge.
func (a *app) judgeFlag(c *cobra.Command) {
	var names []string
	for _, j := range judges {
		names = append(names, j.name)
	}
	f := &judgeChoice{choice{value: names[0], among: names}, a}
	c.Flags().Var(f, "judge", "which judge decides")
	complete := cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
	if err := c.RegisterFlagCompletionFunc("judge", complete); err != nil {
		panic(err) // a second --judge on one command: a mistake of ours
	}
}
