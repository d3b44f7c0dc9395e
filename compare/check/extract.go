package check

import (
	"cmp"
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"crosscheck/claims"
	"crosscheck/claims/entity"
	"crosscheck/claims/extract"
	"crosscheck/compare/topic"
)

// Extract finds the claims of every article, on all cores, and joins the
// speakers across articles. Claims come in the order of the articles and,
// within one, of the text. Of the options, Names and Progress count.
func Extract(ctx context.Context, articles []claims.Article, opt Options) ([]claims.Claim, error) {
	return extractAll(ctx, articles, stories(articles), opt)
}

// stories maps each article's ID to that of its story.
func stories(articles []claims.Article) map[string]string {
	of := make(map[string]string, len(articles))
	for i, s := range topic.Stories(articles) {
		of[articles[i].ID] = s
	}
	return of
}

func extractAll(ctx context.Context, articles []claims.Article, story map[string]string, opt Options) ([]claims.Claim, error) {
	found := make([][]claims.Claim, len(articles))
	names := cmp.Or(opt.Names, entity.Default())
	finder := extract.Finder{Names: names}
	err := each(ctx, len(articles), func(i int) {
		found[i] = finder.Claims(articles[i])
	}, func(done int) { opt.progress(StageExtract, done, len(articles)) })
	if err != nil {
		return nil, err
	}
	list := []claims.Claim{}
	for _, f := range found {
		list = append(list, f...)
	}
	names.Unify(list, func(article string) string { return story[article] })
	return list, nil
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
