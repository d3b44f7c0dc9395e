// Command train learns the weights of package trained and measures them.
//
//	go run ./compare/trained/train -data DIR -o compare/trained/weights.bin
//
// DIR is the folder of the measuring data, as CROSSCHECK_DATA names it.
//
//  1. labelled pairs are read (sets.go), with sentences of the news that are
//     taken not to oppose each other (news.go, stories.go) and pairs made by
//     changing a sentence (made.go and the files it names);
//  2. the forest is fitted on four fifths of the labelled pairs, five times,
//     so that every pair is judged by one that has not seen its premise
//     (fold.go), and its temperature on the outcome (temperature.go);
//  3. it is fitted on all of them, and measured on sets that are never learned
//     from (table.go).
//
// The same data, flags and machine give the same file.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"crosscheck/compare/trained"
	"crosscheck/compare/trained/boost"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// settings are what the flags set.
type settings struct {
	data, out, show, cache string
	news                   float64 // what the weight of the pairs of the news is multiplied by
	folds                  int
	boost                  boost.Options
}

// defaults did best in five-fold cross-validation of mnli.dev-a together with
// the fewest false alarms on dev articles, of the settings tried.
func defaults() settings {
	return settings{folds: 5, boost: boost.Options{
		Rounds: 150, Leaves: 16, Depth: 6, Rate: .1, L2: 5, Least: 10, Rows: .6, Columns: .5, Seed: 1,
	}}
}

func parse(args []string, stderr io.Writer) (settings, error) {
	s := defaults()
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&s.data, "data", "", "`folder` of the measuring data")
	flags.StringVar(&s.out, "o", "", "write the weights to this `file`")
	flags.StringVar(&s.cache, "cache", "", "keep what the pipeline proposes in this `folder`, and take it from there")
	flags.StringVar(&s.show, "show", "", "print some pairs of a `kind` made from the news, and stop")
	flags.Float64Var(&s.news, "news", 1, "multiply the weight of the pairs of the news by this")
	flags.IntVar(&s.folds, "folds", s.folds, "parts of the cross-validation; 0 for none")
	flags.IntVar(&s.boost.Rounds, "rounds", s.boost.Rounds, "trees for each label")
	flags.IntVar(&s.boost.Leaves, "leaves", s.boost.Leaves, "leaves of a tree")
	flags.IntVar(&s.boost.Depth, "depth", s.boost.Depth, "most steps down a tree")
	flags.Float64Var(&s.boost.Rate, "rate", s.boost.Rate, "share of each tree that counts")
	flags.Float64Var(&s.boost.L2, "l2", s.boost.L2, "strength of the regularisation")
	flags.Float64Var(&s.boost.Least, "least", s.boost.Least, "least weight of a leaf")
	flags.Int64Var(&s.boost.Seed, "seed", s.boost.Seed, "seed of all that is drawn")
	err := flags.Parse(args)
	if err == nil && s.data == "" {
		err = fmt.Errorf("no data; hint: name the folder with -data")
	}
	return s, err
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	s, err := parse(args, stderr)
	if err != nil {
		return err
	}
	if s.show != "" {
		return show(ctx, stdout, s)
	}
	t, err := gather(ctx, s, stderr)
	if err != nil {
		return err
	}
	return t.learn(stdout, stderr, s)
}

// learn cross-validates, fits and measures.
func (t *table) learn(stdout, stderr io.Writer, s settings) error {
	t.census(stdout)
	scale, err := t.crossValidate(s, stderr)
	if err != nil {
		return err
	}
	f, err := boost.Fit(t.train(nil), s.boost)
	if err != nil {
		return err
	}
	f.Scale = scale
	file := trained.New(f).Pack()
	t.judge(f, func(r *row) bool { return !r.scored })
	fmt.Fprintf(stdout, "\n%d features, %d trees, %d bytes, temperature %.3f\n\n", trained.Width, f.Trees(), len(file), 1/scale)
	t.print(stdout)
	importance(stdout, f)
	if s.out == "" {
		return nil
	}
	return os.WriteFile(s.out, file, 0o644)
}
