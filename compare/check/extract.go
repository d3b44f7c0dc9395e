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
	list, err := extract.Finder{Names: opt.names()}.All(ctx, articles, func(done int) { opt.progress(StageExtract, done, len(articles)) })
	if err != nil {
		return nil, err
	}
	opt.names().Unify(list, func(article string) string { return r.storyOf[article] })
	return list, nil
}

// extract finds the claims of every article and bundles them. Where there is a judge
// it joins the speakers of the run.
func (r *run) extract(ctx context.Context, articles []claims.Article) error {
	r.bundles = make([]bundle, len(articles))
	finder := extract.Finder{Names: r.opt.names()}
	err := each(ctx, len(articles), func(i int) {
		a := r.sheets[i].Article
		r.bundles[i] = newBundle(a, finder.Claims(*a))
	}, func(done int) { r.opt.progress(StageExtract, done, len(articles)) })
	if err == nil && r.opt.Judge != nil {
		r.unify(articles)
	}
	return err
}

// unify joins the speakers of the run.
func (r *run) unify(articles []claims.Article) {
	place := r.inNews()
	var list []claims.Claim
	r.opt.names().UnifyEach(func(yield func([]claims.Claim) bool) {
		for i := range articles {
			b := r.bundles[place[&articles[i]]]
			list = b.spoken(list, articles[i].ID)
			more := yield(list)
			b.keep(list)
			if !more {
				return
			}
		}
	}, func(article string) string { return r.storyOf[article] })
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
