// Command train fits the weights of package attribution to a corpus in
// PolNeAR's layout and writes the weights file.
//
//	go run ./claims/attribution/train -o claims/attribution/weights.bin TRAIN-FOLDER
//
// With -hold N every Nth text is left out of the fitting and scored instead:
// how the settings were chosen.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"crosscheck/claims/attribution"
	"crosscheck/compare/eval"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("o", "", "write the weights to this `file`")
	hold := flags.Int("hold", 0, "leave every `N`th text out and score it")
	t := attribution.DefaultTrainer()
	flags.IntVar(&t.Passes, "passes", t.Passes, "how often to go through the texts")
	flags.Float64Var(&t.Rate, "rate", t.Rate, "size of the first step")
	flags.Float64Var(&t.L2, "l2", t.L2, "strength of the regularisation")
	flags.Float64Var(&t.Miss, "miss", t.Miss, "cost of a token left out of its part")
	flags.IntVar(&t.Fewest, "fewest", t.Fewest, "leave out features rarer than this")
	flags.IntVar(&t.Prune, "prune", t.Prune, "leave out rows whose weights are all below this many quanta")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("name one folder in PolNeAR's layout; there are %d arguments", flags.NArg())
	}
	texts, warnings, err := eval.ReadPolNeAR(flags.Arg(0))
	if err != nil {
		return err
	}
	for _, w := range warnings {
		fmt.Fprintf(stderr, "%s:%d: %s\n", w.Path, w.Line, w.Reason)
	}
	train, held := split(texts, *hold)
	t.Report = func(pass int, loss float64) { fmt.Fprintf(stderr, "pass %d: loss %.0f\n", pass+1, loss) }
	examples := examples(train)
	file, skipped := t.Fit(examples)
	fmt.Fprintf(stdout, "%d texts, %d sentences, %d of them not learned from; %d bytes\n", len(train), len(examples), skipped, len(file))
	if len(held) > 0 {
		if err := score(stdout, file, held); err != nil {
			return err
		}
	}
	if *out == "" {
		return nil
	}
	return os.WriteFile(*out, []byte(file), 0o644)
}
