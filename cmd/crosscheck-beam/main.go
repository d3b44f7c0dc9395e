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
	keep    = flag.String("keep", "all", "what the report has: `WHAT` is all, as on a single machine, or cited: what findings speak of, and no more")
	measure = flag.Bool("measure", false, "say what was shuffled, and how large the largest groups were")
)

// run builds the pipeline of the flags and runs it.
func run(ctx context.Context) error {
	flag.Parse()
	beam.Init() // on a worker this never returns
	if flag.NArg() == 0 {
		return fmt.Errorf("nothing to read was named; hint: name files or patterns: crosscheck-beam --output report.json 'articles/*.jsonl.gz'")
	}
	if *keep != "all" && *keep != "cited" {
		return fmt.Errorf("--keep %s is neither all nor cited; hint: --keep cited makes a small report of a large run", *keep)
	}
	p, s := beam.NewPipelineWithRoot()
	pipeline(s, plan{in: flag.Args(), out: *output, lost: *letters, ways: *spreads, all: *keep == "all"})
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return err
	}
	if *measure {
		tell(os.Stderr, result.Metrics())
	}
	return nil
}
