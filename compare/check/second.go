package check

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/jury"
	"crosscheck/compare/rule"
	"crosscheck/compare/second"
)

// leaning is the judge that finds what the second judge is asked about: the
// first one, less sure of itself where it can be.
func (o Options) leaning() compare.Judge {
	leaner, ok := o.Judge.(compare.Leaner)
	if !ok || o.Second.Scorer == nil {
		return o.Judge
	}
	return leaner.Lean(o.Second.Least)
}

// again asks the second judge about what the first one opposes, and keeps what
// both together believe. What an article tells of itself, what was edited, and how
// words were quoted is not asked about: whether two texts differ is no matter of
// belief.
func (r *run) again(ctx context.Context) error {
	if r.opt.Second.Scorer == nil {
		return nil
	}
	var places []int
	var cases []second.Case
	for i, p := range r.pairs {
		if p.doubtful() {
			places = append(places, i)
			cases = append(cases, second.Case{Pair: compare.Pair{A: p.a.Statement, B: p.b.Statement}, Score: p.verdict.Score})
		}
	}
	asking := r.opt.Second
	asking.Progress = func(done, total int) { r.opt.progress(StageSecond, done, total) }
	out, err := second.Ask(ctx, cases, asking)
	if err != nil {
		return fmt.Errorf("asking %s: %w", r.opt.Second.Scorer.Name(), err)
	}
	for k, i := range places {
		r.pairs[i].verdict = r.opt.together(r.pairs[i].verdict, out.Second[k], out.Scores[k])
	}
	r.pairs = slices.DeleteFunc(r.pairs, func(p judged) bool { return p.opposed() && p.verdict.Score < r.opt.bar() })
	if out.Late > 0 {
		r.report.Warnings = append(r.report.Warnings, claims.Warning{Reason: fmt.Sprintf(
			"%s was not asked about %d of %d pairs: its time was up; another run may find other things", r.opt.Second.Scorer.Name(), out.Late, out.Late+out.Asked)})
	}
	return nil
}

// together is a verdict after the second judge was asked; score is that of both.
// A second of less than 0 says that it was not asked.
func (o Options) together(v compare.Verdict, second, score float64) compare.Verdict {
	if second >= 0 {
		v.Opinions = []compare.Opinion{{Judge: o.Judge.Name(), Score: v.Score}, {Judge: o.Second.Scorer.Name(), Score: second}}
		v.Score = score
	}
	return v
}

// bar is the score from which on an opposition is a finding.
func (o Options) bar() float64 { return cmp.Or(o.Bar, jury.Flag) }

// opposed reports whether a judge opposes the pair, and nothing but its score
// speaks for it.
func (p judged) opposed() bool {
	return p.told == nil && p.verdict.Guard == "" && p.verdict.Label == compare.Contradiction && p.verdict.Rule != editRule
}

// doubtful reports whether the second judge is asked about a pair.
func (p judged) doubtful() bool {
	return p.opposed() && !rule.Quotes(rule.Opposition{Rule: p.verdict.Rule, Type: p.verdict.Type})
}
