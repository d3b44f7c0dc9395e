package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "crosscheck-beam:", err)
		os.Exit(1)
	}
}

var (
	output  = flag.String("output", "report.json", "write the report, JSON, to `FILE`")
	letters = flag.String("dead-letters", "", "write what could not be worked, JSON Lines, to `FILE`")
	spreads = flag.Int("spread", 1, "work large stages in `N` parts, 1, 2, 4 or 8: Prism needs as many as there are cores, other runners one")
	keep    = flag.String("keep", keepAll, "what the report has: `WHAT` is all, as on a single machine, cited: what findings and what was set aside speak of, or findings: what findings speak of")
	least   = flag.Float64("min-score", 0, "report findings from the score `S` on, in (0, 1] (default: the judge's own bar)")
	most    = flag.Int("rounds", 24, "group stories and topics in `N` rounds of messages before one worker takes what is left; more for larger archives")
	measure = flag.Bool("measure", false, "say what was shuffled, and how large the largest groups were")
)

// run builds the pipeline of the flags and runs it.
func run(ctx context.Context) error {
	flag.Parse()
	beam.Init() // on a worker this never returns
	if err := checkFlags(); err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	pipeline(s, plan{in: flag.Args(), out: *output, lost: *letters, ways: *spreads, keep: *keep, most: *most, least: *least})
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return err
	}
	if *measure {
		tell(os.Stderr, result.Metrics())
	}
	return nil
}

// checkFlags says what is wrong with the flags.
func checkFlags() error {
	switch {
	case flag.NArg() == 0:
		return fmt.Errorf("nothing to read was named; hint: name files or patterns: crosscheck-beam --output report.json 'articles/*.jsonl.gz'")
	case *keep != keepAll && *keep != keepCited && *keep != keepFound:
		return fmt.Errorf("--keep %s is neither all nor cited nor findings; hint: --keep cited makes a small report of a large run", *keep)
	case *most < 0:
		return fmt.Errorf("--rounds %d is less than none; hint: leave it out", *most)
	case given("min-score") && !(*least > 0 && *least <= 1):
		return fmt.Errorf("--min-score %v is not above 0 and up to 1; hint: --min-score .8 reports findings that score .8 or more", *least)
	}
	return nil
}

// given reports a flag that was set.
func given(name string) (set bool) {
	flag.Visit(func(f *flag.Flag) { set = set || f.Name == name })
	return set
}
