package check

import (
	"context"
	"sync/atomic"

	"crosscheck/claims"
	"crosscheck/claims/cores"
	"crosscheck/claims/extract"
)

// Extract finds the claims of every article, on all cores, and joins the
// speakers across articles. Claims come in the order of the articles and,
// within one, of the text. Of the options, Names and Progress count.
func Extract(ctx context.Context, articles []claims.Article, opt Options) ([]claims.Claim, error) {
	r := &run{opt: opt}
	if err := r.sort(ctx, articles); err != nil {
		return nil, err
	}
	list, err := extractAll(ctx, articles, opt)
	if err != nil {
		return nil, err
	}
	opt.names().Unify(list, func(article string) string { return r.storyOf[article] })
	return list, nil
}

// extractAll finds the claims of every article. Each speaker is who he is in
// his article.
func extractAll(ctx context.Context, articles []claims.Article, opt Options) ([]claims.Claim, error) {
	return extract.Finder{Names: opt.names()}.All(ctx, articles, func(done int) { opt.progress(StageExtract, done, len(articles)) })
}

// each calls do for 0 to n-1 on all cores, and after each call done with how many
// there were, until the context ends.
func each(ctx context.Context, n int, do func(i int), done func(count int)) error {
	var count atomic.Int64
	return cores.Each(ctx, n, func(i int) {
		do(i)
		done(int(count.Add(1)))
	})
}
