package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
	"crosscheck/report/gate"
)

const gateLong = `gate says whether drafts may run. It holds each draft against itself (headline
and summary against the body), against the other drafts, and against an archive,
and decides by a policy. What sources say to one another is not the author's
voice: a draft that reports two sides of a dispute passes.

A DRAFT is a file, a folder or "-" for standard input. --against names the
archive, once for each PATH: articles in any form that "report" reads, or a
folder that "crosscheck index" keeps, which is much faster. Nothing is added to
it: of a draft nothing is kept unless -o says so.

The policy is --policy FILE, or crosscheck.yaml where the command runs, or the
default: "crosscheck policy explain" says in words what it does.

A draft may ask for something to be let through, with a reason, in a comment of
Markdown or HTML, or in a text on a line of its own:

  <!-- crosscheck: allow misquote because checked against the recording -->

The exit code is 0 where all drafts may run, 1 where one is held, and 2 where
the gate could not judge, or was misused.`

const gateExample = `  crosscheck gate draft.md --against archive/
  crosscheck index archive.jsonl.gz --db news/
  crosscheck gate draft.md --against news/ --db desk.db
  crosscheck gate drafts/ --against news/ --format github
  crosscheck gate draft.md --against news/ --baseline yesterday.json -o gate.sarif`

// gateFlags are what the flags of gate say.
type gateFlags struct {
	format   *choice
	files    []string
	against  []string
	policy   string // "" for crosscheck.yaml, or the default
	baseline string // "" for the policy's
	decided
}

func (a *app) gateCommand() *cobra.Command {
	f := gateFlags{}
	c := &cobra.Command{
		Use:     "gate DRAFT... --against PATH",
		Short:   "Say whether a draft may run",
		Long:    gateLong,
		Example: gateExample,
		Args:    needPaths,
	}
	var names []string
	for _, x := range gate.Formats() {
		names = append(names, x.Name)
	}
	f.format = formatFlag(c, names...)
	a.namesFlag(c)
	a.lexiconFlag(c)
	a.judgeFlag(c)
	a.askedFlags(c)
	c.Flags().StringArrayVar(&f.against, "against", nil, "hold the drafts against the articles of `PATH`, or against an archive kept there (may be repeated)")
	c.Flags().StringVar(&f.policy, "policy", "", "decide by the policy `FILE` (default: "+policyName+", if it is there)")
	c.Flags().StringVar(&f.baseline, "baseline", "", "let through what the saved report `FILE` (JSON) has")
	c.Flags().StringArrayVarP(&f.files, "out", "o", nil, "also write `FILE`, in the format of its extension (may be repeated)")
	decidedFlags(c, &f.decided)
	c.RunE = func(c *cobra.Command, paths []string) error { return a.gate(c.Context(), paths, f) }
	return c
}

// gate is the job. Whatever can be refused is refused before it starts.
func (a *app) gate(ctx context.Context, paths []string, f gateFlags) error {
	format, err := gate.FormatByName(f.format.value)
	if err != nil {
		return err
	}
	var d gate.Decision
	inputs := slices.Concat(paths, f.against)
	out, err := planFiles(f.files, inputs, gateWriters(&d))
	if err == nil {
		err = outside(out, inputs)
	}
	if err != nil {
		return err
	}
	in, err := a.gateInput(ctx, f)
	if err != nil {
		return err
	}
	by, err := a.opinions()
	if err != nil {
		return err
	}
	drafts, err := a.readDrafts(ctx, paths)
	if err != nil {
		return err
	}
	against := a.openAgainst(f.against)
	defer against.Close()
	if err := a.gateCompare(ctx, by, &in, drafts, against); err != nil {
		return err
	}
	in.Now = time.Now()
	d = gate.Decide(in)
	if err := a.write(ctx, out, nil); err != nil {
		return err
	}
	a.console.quiet()
	if err := format.Write(a.stdout, &d); err != nil {
		return err
	}
	return gateEnd(&d)
}

// outside refuses files among the articles that are read: the next run would read
// them, too.
func outside(out files, inputs []string) error {
	for _, f := range out {
		for _, dir := range inputs {
			at, err := filepath.Rel(absolute(dir), absolute(f.path))
			if info, e := os.Stat(dir); err == nil && e == nil && info.IsDir() && filepath.IsLocal(at) {
				return misuse("write it elsewhere", "-o %s would stand among the articles of %s", f.path, dir)
			}
		}
	}
	return nil
}

// absolute is a path from the root, without symbolic links as far as it is there.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(real, filepath.Base(path))
	}
	return path
}

// gateInput reads what the decision depends on beside the texts.
func (a *app) gateInput(ctx context.Context, f gateFlags) (in gate.Input, err error) {
	if in.Policy, err = a.readPolicy(f.policy); err != nil {
		return in, err
	}
	baseline := f.baseline
	if baseline == "" && in.Policy.Baseline != "" {
		if baseline = in.Policy.Baseline; !filepath.IsAbs(baseline) {
			baseline = filepath.Join(filepath.Dir(in.Policy.Path()), baseline)
		}
	}
	if baseline == "-" {
		return in, misuse("name a file", "--baseline cannot be standard input")
	}
	if in.Baseline, err = a.saved(baseline); err != nil {
		return in, err
	}
	in.Decisions, err = a.state(ctx, f.decided)
	return in, err
}

// gateEnd is the error that gives a decision its exit code. What was printed
// tells why; on standard error stands only what a pipeline must not miss.
func gateEnd(d *gate.Decision) error {
	switch d.Outcome {
	case gate.Publish:
		return nil
	case gate.Hold:
		return errHold
	}
	return withHint(errors.New("the drafts could not be judged, and are held"), `the reasons are above; "on_error: pass" in the policy would let them run, and say so`)
}

// policyName is the file that is taken for the policy where none is named.
const policyName = "crosscheck.yaml"

// readPolicy reads a policy: the one that is named, else that of the folder, else
// the default.
func (a *app) readPolicy(path string) (*gate.Policy, error) {
	if path == "" {
		if _, err := os.Stat(policyName); err != nil {
			return gate.Default(), nil
		}
		path = policyName
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, misuse(`name a YAML file that can be read; "crosscheck policy default" prints one`, "reading the policy: %w", err)
	}
	p, err := gate.ParsePolicy(path, data)
	if e, ok := errors.AsType[*gate.PolicyError](err); ok {
		return nil, misuse(e.Hint, "%v", e)
	}
	return p, err
}

// gateWriter writes the decision, whatever report it is asked to write.
type gateWriter struct {
	format   gate.Format
	decision *gate.Decision
}

// Write writes the decision.
func (g gateWriter) Write(w io.Writer, _ *compare.Report) error { return g.format.Write(w, g.decision) }

// gateWriters are the writers of the files of -o.
func gateWriters(d *gate.Decision) byFile {
	return func(path string, _ report.Options) (report.Writer, error) {
		f, err := gate.FormatByFile(path)
		return gateWriter{f, d}, err
	}
}

// failed is a failure for an error, with the hint on the same line.
func failed(code gate.Code, err error) gate.Failure {
	return gate.Failure{Code: code, What: oneLine(err.Error())}
}

// draft is an article that wants to be published, with what its author wrote to
// the gate.
type draft struct {
	claims.Article
	allows []gate.Allow
}

// articlesOf are drafts without what their authors wrote to the gate.
func articlesOf(drafts []draft) []claims.Article {
	out := make([]claims.Article, len(drafts))
	for i, d := range drafts {
		out[i] = d.Article
	}
	return out
}
