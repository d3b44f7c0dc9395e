package check

import (
	"context"

	"crosscheck/claims"
	"crosscheck/compare"
)

// Stories sorts articles into stories without looking for claims: the report
// has articles, stories and warnings, and nothing else. Of the options,
// Progress counts. An article that is not in English is in no story.
func Stories(ctx context.Context, articles []claims.Article, opt Options) (*compare.Report, error) {
	r := &run{opt: opt, report: compare.Report{Version: compare.Version, Articles: articles}}
	read, warnings := English(articles)
	r.report.Warnings = append(r.report.Warnings, warnings...)
	if err := r.sort(ctx, read); err != nil {
		return nil, err
	}
	return r.end(), nil
}
