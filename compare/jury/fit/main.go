// Command fit learns the weights of package jury from findings that people have
// read, and measures them.
//
//	go run ./compare/jury/fit -corpus allsides.jsonl.gz -o compare/jury/weights.bin
//
// The corpus is that of Article-Bias-Prediction; labels.jsonl names places in
// it and what a reader thought of each pair (README.md).
//
//  1. the months that the labels are from, and the corpus, go through the
//     pipeline, with a judge that notes the features of the labelled pairs
//     (gather.go);
//  2. trees are fitted on nine tenths of them, ten times, and asked about the
//     rest; what they say there is the table that is printed (measure.go);
//  3. they are fitted on all.
//
// The same data and flags give the same file.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"crosscheck/compare/jury"
	"crosscheck/compare/trained/boost"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// settings did best in cross-validation of those tried.
var settings = boost.Options{Rounds: 250, Leaves: 8, Depth: 6, Rate: .06, L2: 3, Least: 3, Rows: .6, Columns: .3, Seed: 1}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("fit", flag.ContinueOnError)
	flags.SetOutput(stderr)
	corpus := flags.String("corpus", "", "the `file` that the labels are of")
	labels := flags.String("labels", "compare/jury/fit/labels.jsonl", "the `file` of labels")
	out := flags.String("o", "", "write the weights to this `file`")
	dump := flags.String("dump", "", "also write the features of the labelled pairs to this `file`")
	pairs := flags.String("pairs", "", "also write the pairs, with scores of trees that have not seen them, to this `file`")
	said := flags.String("second", "", "also measure the jury together with a second judge: a `FILE` of the weights of the three labels it gives each of -pairs, or \"cross\" for our own")
	if err := flags.Parse(args); err != nil {
		return err
	}
	known, err := readLabels(*labels)
	if err != nil {
		return err
	}
	cases, err := gather(ctx, *corpus, known, stderr)
	if err != nil {
		return err
	}
	if *dump != "" {
		if err := write(*dump, cases); err != nil {
			return err
		}
	}
	fmt.Fprintf(stdout, "%d labels, %d of their pairs are weighed, %d of these right\n", len(known), len(cases), right(cases))
	score, scale, err := measure(stdout, cases)
	if err != nil {
		return err
	}
	if *pairs != "" {
		if err := writeUnseen(*pairs, cases, score); err != nil {
			return err
		}
	}
	if *said != "" {
		if err := together(ctx, stdout, cases, score, *said); err != nil {
			return err
		}
	}
	if *out == "" {
		return nil
	}
	f, err := boost.Fit(rows(cases), settings)
	if err != nil {
		return err
	}
	f.Scale = scale
	return os.WriteFile(*out, jury.Pack(f), 0o666)
}
