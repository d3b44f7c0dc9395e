package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"crosscheck/claims"
	"crosscheck/compare/check"
	"crosscheck/report/gate"
)

// gateCompare holds the drafts against the archive, and puts what was found, and
// what went wrong, into the input of a decision. Its error is an interruption.
func (a *app) gateCompare(ctx context.Context, by check.Options, in *gate.Input, drafts []draft, against opened) error {
	within, cancel := ctx, context.CancelFunc(func() {})
	if limit := in.Policy.Limit(); limit > 0 {
		within, cancel = context.WithTimeout(ctx, limit)
	}
	defer cancel()
	articles := make([]claims.Article, 0, len(drafts))
	for _, d := range drafts {
		in.Drafts = append(in.Drafts, gate.Draft{Article: d.ID, Path: d.Path, Title: d.Title, Allows: d.allows})
		if d.Language != "" && d.Language != "en" {
			in.Failures = append(in.Failures, gate.Failure{Code: gate.NotEnglish, Draft: d.ID, What: fmt.Sprintf("The draft is not in English (%s), which is all that can be read.", d.Language)})
			continue
		}
		articles = append(articles, d.Article)
	}
	gateRun(within, by, in, articles, against)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if within.Err() != nil && in.Report == nil {
		in.Failures = append(in.Failures, gate.Failure{Code: gate.OutOfTime, What: fmt.Sprintf("The comparison was not done after %s.", in.Policy.Limit())})
	}
	a.gateAloud(in)
	return nil
}

// gateRun compares what can be compared.
func gateRun(ctx context.Context, by check.Options, in *gate.Input, drafts []claims.Article, against opened) {
	if len(drafts) == 0 {
		return
	}
	fail := func(code gate.Code, err error) {
		if err != nil && ctx.Err() == nil {
			in.Failures = append(in.Failures, failed(code, err))
		}
	}
	found, err := against.near(ctx, drafts, by)
	fail(gate.CouldNotJudge, err)
	for _, what := range found.incomplete {
		fail(gate.ArchiveIncomplete, errors.New(what))
	}
	in.Against, in.Unread = found.of, found.unread
	if found.Near == nil {
		return
	}
	r, err := check.Against(ctx, found.Near, by)
	fail(gate.CouldNotJudge, err)
	if err == nil {
		withSelf(r, by.Judge, drafts)
		in.Report = r
	}
}

// gateAloud says on standard error what was not judged but may run all the same.
func (a *app) gateAloud(in *gate.Input) {
	for _, f := range in.Failures {
		info, _ := f.Code.Info()
		a.console.warn(claims.Warning{Reason: cmp.Or(f.What, info.Doc)})
	}
}
