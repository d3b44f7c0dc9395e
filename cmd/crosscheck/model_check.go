package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/nli"
	"crosscheck/compare/nli/hub"
)

const modelCheckLong = `check looks at a model: one that was pulled, by its name, or any folder with an
ONNX file, tokenizer.json and config.json.

It compares the files with what was fetched, says which labels config.json names
and which tokenizer there is, and has the model judge 24 pairs of sentences, of
our own writing, whose answer is plain. It warns where fewer than .6 of them are
right, and tries the other orders of the labels: where one of them fits much
better, config.json most likely names them wrongly. The speed is that of judging,
each pair in both orders, tokenizing included.

Running a model takes a build with ONNX; any build does the rest, and says how to
get the other.`

const modelCheckExample = `  crosscheck model check nli-deberta-v3-base
  crosscheck model check models/ours --file onnx/model_quantized.onnx`

func (a *app) modelCheckCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "check DIR|NAME",
		Short:   "Try a model on sentences whose answer is plain",
		Long:    modelCheckLong,
		Example: modelCheckExample,
		ValidArgsFunction: func(c *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
			names, _ := modelNames(c, args, begin)
			return names, cobra.ShellCompDirectiveDefault // folders, too
		},
	}
	format := formatFlag(c, "text", "json")
	opt := nli.Options{Cache: forgetful{}}
	c.Flags().StringVar(&opt.File, "file", "", "the ONNX `FILE` in the folder, where it has several")
	c.Flags().StringVar(&opt.Library, "onnxruntime", "", "onnxruntime's shared library, a `FILE` or the folder that it is in")
	c.Flags().IntVar(&opt.Threads, "threads", 0, "batches judged at once, 0 for as many as there are cores")
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misuse("name a model's folder, or a model that was pulled", "model check takes one model, but was given %d", len(args))
		}
		dir, err := hub.Resolve(args[0])
		if err != nil {
			return modelHint(err)
		}
		return a.checkModel(c.Context(), dir, opt, format.value)
	}
	return c
}

// modelReport is what a check found.
type modelReport struct {
	Info      nli.Info  `json:"model"`
	Checksums string    `json:"checksums"` // "agree", "not known"
	Lock      *hub.Lock `json:"lock"`      // nil where the folder was not pulled
	Trial     *modelRun `json:"trial"`     // nil where this build cannot run it
}

// modelRun is how the model did on the trials.
type modelRun struct {
	Right          int        `json:"right"`
	Of             int        `json:"of"`
	PairsPerSecond float64    `json:"pairs_per_second"`
	Fits           *hub.Order `json:"fits"` // an order of the labels that fits much better; nil for none
	FitsRight      int        `json:"fits_right"`
}

// checkModel reports what is known of a model, and how it does. What is known
// is printed also where the model cannot be run.
func (a *app) checkModel(ctx context.Context, dir string, opt nli.Options, format string) error {
	r, err := inspectModel(ctx, dir, opt)
	if err != nil {
		return modelHint(err)
	}
	failed := a.tryModel(ctx, dir, opt, &r)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err := a.printModel(r, format); err != nil {
		return err
	}
	return modelHint(failed)
}

// inspectModel looks at the files.
func inspectModel(ctx context.Context, dir string, opt nli.Options) (modelReport, error) {
	r := modelReport{Checksums: "not known"}
	lock, faults, err := hub.Verify(ctx, dir)
	switch {
	case err == nil && len(faults) == 0:
		r.Checksums, r.Lock = "agree", &lock
	case err == nil:
		return r, withHint(fmt.Errorf("%s %s", faults[0].Path, faults[0].Reason), "fetch it again: crosscheck model pull %s -o %s", lock.Name, shown(dir))
	case !errors.Is(err, fs.ErrNotExist):
		return r, err
	}
	r.Info, err = nli.Inspect(dir, opt)
	return r, err
}

// tryModel runs the model on the trials, and warns of what is odd.
func (a *app) tryModel(ctx context.Context, dir string, opt nli.Options, r *modelReport) error {
	m, err := nli.Open(dir, opt)
	if err != nil {
		return err
	}
	defer m.Close()
	r.Info = m.Info()
	run, sanity, err := runTrials(ctx, m)
	if err != nil {
		return err
	}
	r.Trial = run
	for _, odd := range oddities(sanity) {
		a.console.warn(claims.Warning{Reason: odd})
	}
	return nil
}

// model is what of a cross-encoder a trial needs.
type model interface {
	Directed(context.Context, []compare.Pair) ([]compare.Scores, error)
	Scores(context.Context, []compare.Pair) ([]compare.Scores, error)
}

// enough is how long the speed is measured at least.
const enough = 2 * time.Second

// runTrials has the model judge the trials, and then again and again against
// the clock.
func runTrials(ctx context.Context, m model) (*modelRun, hub.Sanity, error) {
	var pairs []compare.Pair
	for _, t := range hub.Trials() {
		pairs = append(pairs, t.Pair())
	}
	said, err := m.Directed(ctx, pairs)
	if err != nil {
		return nil, hub.Sanity{}, err
	}
	sanity, err := hub.Sane(said)
	if err != nil {
		return nil, sanity, err
	}
	run := &modelRun{Right: sanity.Right, Of: sanity.Of, FitsRight: sanity.FitsRight}
	if sanity.Permuted() {
		run.Fits = &sanity.Fits
	}
	judged, began := 0, time.Now()
	for time.Since(began) < enough {
		if _, err := m.Scores(ctx, pairs); err != nil {
			return nil, sanity, err
		}
		judged += len(pairs)
	}
	run.PairsPerSecond = float64(judged) / time.Since(began).Seconds()
	return run, sanity, nil
}

// oddities are the warnings that an outcome calls for.
func oddities(s hub.Sanity) []string {
	var out []string
	if s.Share() < hub.SaneShare {
		out = append(out, fmt.Sprintf("%d of %d plain pairs are right: do not trust what this model says", s.Right, s.Of))
	}
	if s.Permuted() {
		out = append(out, fmt.Sprintf("the labels look mixed up: %d of %d would be right if what config.json calls entailment meant %s, neutral %s, and contradiction %s",
			s.FitsRight, s.Of, s.Fits.Entailment, s.Fits.Neutral, s.Fits.Contradiction))
	}
	return out
}

// printModel prints the report.
func (a *app) printModel(r modelReport, format string) error {
	if format == "json" {
		e := json.NewEncoder(a.stdout)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	var b strings.Builder
	line := func(name, value string) { fmt.Fprintf(&b, "%-10s  %s\n", name, printable(value)) }
	line("model", r.Info.Name)
	line("file", fmt.Sprintf("%s, %s", shown(r.Info.File), megabytes(r.Info.Bytes)))
	line("labels", strings.Join(r.Info.Labels, ", "))
	line("tokenizer", fmt.Sprintf("%s, %d pieces; %d of a pair are read", r.Info.Tokenizer, r.Info.Vocabulary, r.Info.MaxTokens))
	line("checksums", checksums(r))
	if r.Trial != nil {
		line("right", fmt.Sprintf("%d of %d plain pairs", r.Trial.Right, r.Trial.Of))
		line("speed", fmt.Sprintf("%.1f pairs a second, both orders", r.Trial.PairsPerSecond))
	}
	_, err := a.stdout.Write([]byte(b.String()))
	return err
}

// checksums says what the files were compared with.
func checksums(r modelReport) string {
	if r.Lock == nil {
		return "not known: crosscheck did not fetch it"
	}
	return fmt.Sprintf("as fetched from %s at %.8s, licence %s", r.Lock.Repository, r.Lock.Revision, r.Lock.Licence)
}

// forgetful is a cache that keeps nothing, so that the speed is the model's.
type forgetful struct{}

func (forgetful) Get(nli.Key) (compare.Scores, bool) { return compare.Scores{}, false }
func (forgetful) Put(nli.Key, compare.Scores)        {}
