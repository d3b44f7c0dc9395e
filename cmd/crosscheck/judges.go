package main

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/compare/eval"
	"crosscheck/compare/jury"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/nli"
	"crosscheck/compare/nli/hub"
	"crosscheck/compare/rule"
	"crosscheck/compare/second"
	"crosscheck/compare/trained"
	"crosscheck/compare/trained/cross"
)

// judges are the judges that --judge takes, the default first.
var judges = []struct {
	name string
	make func(*app) (compare.Judge, error) // takes a while: its word lists are read, or its weights
}{
	{"jury", func(a *app) (compare.Judge, error) { return jury.NewWith(a.words()), nil }},
	{"rules", func(a *app) (compare.Judge, error) { return rule.NewWith(a.words()), nil }},
	{"trained", func(a *app) (compare.Judge, error) { return trained.NewJudgeWith(a.words()), nil }},
	{"cross", func(*app) (compare.Judge, error) { return crossEncoder() }},
	{"nli", func(a *app) (compare.Judge, error) { return a.model.open() }},
}

// crossEncoder is our own cross-encoder.
func crossEncoder() (compare.Judge, error) {
	m, err := cross.Default()
	if err != nil {
		return nil, modelHint(err)
	}
	return m.Judge(), nil
}

// words is the lexicon that the judges read.
func (a *app) words() *lexicon.Lexicon { return cmp.Or(a.lexicon, lexicon.Default()) }

// judgeNamed makes a judge of the table when it is first asked for, with the
// lexicon and the model that are known then; the default where the name is none of
// them.
func (a *app) judgeNamed(name string) func() (compare.Judge, error) {
	chosen := judges[0].make
	for _, j := range judges {
		if j.name == name {
			chosen = j.make
		}
	}
	return sync.OnceValues(func() (compare.Judge, error) { return chosen(a) })
}

// opinions are the judges of a run over articles: where the one that was chosen
// only weighs labels, it is asked second, about what the default judge finds.
func (a *app) opinions() (check.Options, error) {
	o := check.Options{Names: a.names, Progress: a.progress}
	chosen, err := a.judge()
	if err != nil {
		return o, err
	}
	scorer, ok := chosen.(compare.Scorer)
	if !ok {
		o.Judge = chosen
		return o, nil
	}
	o.Second = second.Options{Scorer: scorer, Least: second.Least, Most: a.model.pairs, Time: a.model.time}
	o.Judge, err = judges[0].make(a)
	return o, err
}

// lowerBar has a run find what scores less than the judge's own bar.
func lowerBar(o check.Options, least float64) check.Options {
	o.Bar, o.Second.Least = least, min(o.Second.Least, least)
	o.Judge = lowered(o.Judge, least)
	return o
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

// atBar has a run find what scores least, be that more or less than the judge's
// own bar.
func atBar(o check.Options, least float64) check.Options {
	if least < jury.Flag || o.Second.Scorer != nil {
		return lowerBar(o, least)
	}
	o.Judge = eval.AtBar(o.Judge, least)
	return o
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

// judgeFlag adds --judge, and what goes with its choices.
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
	c.Flags().StringVar(&a.model.dir, "model", "", "the folder of --judge nli's model, or the `NAME` of one that \"crosscheck model pull\" fetched")
	c.Flags().StringVar(&a.model.library, "onnxruntime", "", "onnxruntime's shared `LIBRARY`, for --judge nli")
}

// askedFlags adds how much a judge is asked that is slow.
func (a *app) askedFlags(c *cobra.Command) {
	c.Flags().IntVar(&a.model.pairs, "judge-pairs", second.Most, "ask --judge cross or nli about at most `N` pairs, the likeliest")
	c.Flags().DurationVar(&a.model.time, "judge-time", 0, "stop asking --judge cross or nli after a time such as 30s; what is found then depends on the machine (default: no limit)")
}

// keepOpinions has the ledger of a run keep what a published model says, so that
// the next run asks it only what is new. What it returns writes that.
func (a *app) keepOpinions(ctx context.Context, db string) (done func(), err error) {
	if db == "" || a.model.dir == "" {
		return func() {}, nil
	}
	store, err := openStoreOnly(ctx, db)
	if err != nil {
		return nil, err
	}
	kept := nli.Keep(ctx, store)
	a.model.cache = kept
	return func() {
		if err := errors.Join(kept.Flush(), store.Close()); err != nil && ctx.Err() == nil {
			a.console.warn(claims.Warning{Path: storeName(db), Reason: err.Error()})
		}
	}, nil
}

// published is the model of --judge nli, and how much a slow judge is asked.
type published struct {
	dir, library string
	pairs        int
	time         time.Duration
	cache        nli.Cache // of --db; nil for one in memory
}

// open opens the model.
func (m published) open() (compare.Judge, error) {
	if m.dir == "" {
		return nil, misuse(`name its folder: --judge nli --model DIR; "crosscheck model list" shows which there are`, "--judge nli needs a model")
	}
	dir, err := hub.Resolve(m.dir)
	if err != nil {
		return nil, modelHint(err)
	}
	opened, err := nli.Open(dir, nli.Options{Library: m.library, Cache: m.cache})
	if err != nil {
		return nil, modelHint(err)
	}
	return nli.NewJudge(opened), nil
}
