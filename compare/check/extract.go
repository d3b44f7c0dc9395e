package check

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"crosscheck/claims"
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

// each calls do for 0..n-1 on all cores and done after each call, until the
// context ends.
func each(ctx context.Context, n int, do func(i int), done func(count int)) error {
	var wg sync.WaitGroup
	var next, count atomic.Int64
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
				done(int(count.Add(1)))
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
