package check

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"sync"

	"crosscheck/claims"
	"crosscheck/claims/cores"
	"crosscheck/claims/pack"
)

// bundle are the claims of an article while nobody needs them. A claim is mostly
// pointers, which the garbage collector of a run over years of news would follow
// millions of at every turn; in a bundle it is a hundred bytes without any, a
// seventh of what it takes else.
type bundle struct {
	data     []byte
	speakers []*claims.Speaker // of each claim; nil for none
}

var (
	bundlePacker = sync.OnceValue(pack.New[[]claims.Claim])
	bundling     = sync.Pool{New: func() any { return new([]byte) }}
)

// newBundle bundles the claims of an article. It leaves nothing in list that is of
// use.
func newBundle(a *claims.Article, list []claims.Claim) bundle {
	b := bundle{speakers: make([]*claims.Speaker, len(list))}
	for i := range list {
		c := &list[i]
		b.speakers[i], c.Speaker = c.Speaker, nil
		c.Article, c.Outlet = "", ""
		if c.Text == claims.Join(a.Text, c.Content) {
			c.Text = ""
		}
	}
	data := bundling.Get().(*[]byte)
	defer bundling.Put(data)
	*data = bundlePacker().Append((*data)[:0], &list)
	b.data = bytes.Clone(*data)
	return b
}

// claims are the claims of the article that the bundle was made of.
func (b bundle) claims(a *claims.Article) ([]claims.Claim, error) {
	var list []claims.Claim
	if err := bundlePacker().Read(b.data, &list); err != nil {
		return nil, fmt.Errorf("taking the claims of article %q up again: %w", a.ID, err)
	}
	for i := range list {
		c := &list[i]
		c.Article, c.Outlet, c.Speaker = a.ID, a.Outlet, b.speakers[i]
		if c.Text == "" {
			c.Text = claims.Join(a.Text, c.Content)
		}
	}
	return list, nil
}

// spoken are claims that have their article's ID and their speaker, and nothing else:
// what joining speakers asks for. list is memory for them.
func (b bundle) spoken(list []claims.Claim, article string) []claims.Claim {
	list = list[:0]
	for _, s := range b.speakers {
		list = append(list, claims.Claim{Article: article, Speaker: s})
	}
	return list
}

// keep takes the speakers of claims over.
func (b bundle) keep(list []claims.Claim) {
	for i := range list {
		b.speakers[i] = list[i].Speaker
	}
}

// papers are the articles of a story with their claims.
func (r *run) papers(event []int32) ([]paper, error) {
	out := make([]paper, len(event))
	for k, i := range event {
		a := r.sheets[i].Article
		list, err := r.bundles[i].claims(a)
		if err != nil {
			return nil, err
		}
		out[k] = paper{sheet{a, list}, i}
	}
	return out, nil
}

// forget lets the claims of a dossier's pairs go: one that is held holds all of its
// article.
func (d *dossier) forget() {
	for _, p := range d.pairs {
		p.a.Claim, p.b.Claim = nil, nil
	}
}

// unbundle takes the claims of all articles up again, for the report and for the pairs
// that were found.
func (r *run) unbundle(ctx context.Context, articles []claims.Article, found []*dossier) error {
	place := r.inNews()
	begin := make([]int, len(articles)+1)
	for n := range articles {
		begin[n+1] = begin[n] + len(r.bundles[place[&articles[n]]].speakers)
	}
	r.report.Claims = make([]claims.Claim, begin[len(articles)])
	failed := make([]error, len(articles))
	err := cores.Each(ctx, len(articles), func(n int) {
		b := &r.bundles[place[&articles[n]]]
		list, err := b.claims(&articles[n])
		copy(r.report.Claims[begin[n]:], list)
		*b, failed[n] = bundle{}, err
	})
	for _, f := range failed {
		err = cmp.Or(err, f)
	}
	if err != nil {
		return err
	}
	r.index(articles)
	for _, d := range found {
		for _, p := range d.pairs {
			for _, s := range []*statement{p.a, p.b} {
				s.Claim = &r.sheets[s.article].claims[s.claim]
			}
		}
	}
	return nil
}
