package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare/nli/hub"
)

// goarch is the kind of machine that a model is to run on.
const goarch = runtime.GOARCH

// hubVariable names the environment's hub.
const hubVariable = "CROSSCHECK_HUB"

const modelPullLong = `pull fetches a model of "crosscheck model list" from the hub that publishes it, over
HTTPS, and says under which licence. It goes to crosscheck/models/NAME in your
cache, where "--model NAME" finds it, or to the folder of -o.

Each file is compared with the checksum in our table or, where we know none, with
the one that the hub announces; it is told which of the two. What does not agree
is removed. crosscheck-model.json beside the model records what was fetched, and
later pulls and "model check" hold the files against it.

A pull that was broken off goes on where it stopped when it is called again. It
uses the proxy of HTTPS_PROXY, and --from URL or CROSSCHECK_HUB in place of the
usual hub. It sends no password: models that are not public are refused.`

const modelPullExample = `  crosscheck model pull nli-deberta-v3-base
  crosscheck model pull nli-minilm2-int8 -o models/minilm
  crosscheck model pull nli-deberta-v3-base --from https://mirror.example`

func (a *app) modelPullCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "pull NAME",
		Short:             "Fetch a model from its hub",
		Long:              modelPullLong,
		Example:           modelPullExample,
		ValidArgsFunction: modelNames,
	}
	dir := c.Flags().StringP("out", "o", "", "put it into the folder `DIR`")
	from := c.Flags().String("from", "", "fetch from the hub at `URL`")
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misuse(`"crosscheck model list" lists the models`, "model pull takes the name of one model, but was given %d", len(args))
		}
		m, err := hub.Named(args[0])
		if err != nil {
			return modelHint(err)
		}
		return a.pullModel(c.Context(), m, hub.Options{Dir: *dir, Hub: cmp.Or(*from, os.Getenv(hubVariable))})
	}
	return c
}

// pullModel fetches a model and tells of each file.
func (a *app) pullModel(ctx context.Context, m hub.Model, opt hub.Options) error {
	files := m.For(goarch)
	bytes, _ := hub.Total(files)
	fmt.Fprintf(a.stdout, "%s: %s at %.8s, licence %s, %s, about %s\n", m.Name, m.Repository, m.Revision, m.Licence,
		count(len(files), "file", "files"), megabytes(bytes))
	opt.Progress = func(path string, done, total int64) {
		a.console.progress("fetch "+path+", MB", int(done/1e6), int((total+999999)/1e6))
	}
	opt.Waiting = func(path string, why error, wait time.Duration) {
		a.console.warn(claims.Warning{Reason: fmt.Sprintf("%s: %v; again in %v", path, why, wait)})
	}
	result, err := hub.Pull(ctx, m, opt)
	a.console.quiet()
	for _, f := range result.Files {
		fmt.Fprintf(a.stdout, "  %-26s  %10s  %s\n", f.Path, megabytes(f.Size), fileOutcome(f))
	}
	if err != nil {
		if result.Partial > 0 {
			fmt.Fprintf(a.console.w, "crosscheck: %s of the next file are kept; the same command goes on behind them\n", megabytes(result.Partial))
		}
		return modelHint(err)
	}
	fmt.Fprintf(a.stdout, "%s is in %s\ntry it: crosscheck model check %s\n", m.Name, shown(result.Dir), cmp.Or(opt.Dir, m.Name))
	return nil
}

// fileOutcome says what became of a file, and what it was compared with.
func fileOutcome(f hub.Outcome) string {
	how := "fetched"
	if f.Kept {
		how = "there already"
	}
	return how + map[hub.Checked]string{
		hub.ByTable: ", agrees with our checksum",
		hub.ByLock:  ", agrees with the checksum of the first time",
		hub.ByHub:   ", agrees with the checksum that the hub announces",
		hub.ByNone:  ", no checksum is known to compare with",
	}[f.Checked]
}
