package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/compare/check"
	"crosscheck/compare/story"
	"crosscheck/compare/term"
)

func init() {
	beam.RegisterDoFn(&profileFn{})
	beam.RegisterDoFn(&linkFn{})
}

// link sorts the articles into stories: it returns the ID of each one's story by
// its own, and parts of the report.
//
// One worker sees the profiles of all articles: whether two tell one story is a
// matter of these two, but who is gathered around whom is one of them all.
func link(s beam.Scope, articles beam.PCollection) (storyOf, parts beam.PCollection) {
	s = s.Scope("link")
	return beam.ParDo2(s, &linkFn{}, beam.GroupByKey(s, beam.ParDo(s, &profileFn{}, articles)))
}

// profileFn makes the profile of an article.
type profileFn struct{ words *term.Reader }

// Setup makes what all articles share.
func (f *profileFn) Setup() { f.words = &term.Reader{} }

// ProcessElement emits a profile. An article of which none can be made is left
// to the extraction, which says so.
func (f *profileFn) ProcessElement(ctx context.Context, id string, data []byte, emit func(string, []byte)) error {
	defer profileClock.run(ctx)()
	r, err := named.unpack(data)
	if err != nil {
		return err
	}
	p := profiled{Date: r.Article.Date}
	if reason := fenced(func() { p.Profile = story.Read(f.words, &r.Article) }); reason != "" {
		f.Setup()
		p.Profile = story.Profile{ID: id}
	}
	emit(whole, profiles.pack(ctx, whole, &p))
	return nil
}

// linkFn links the articles of the run.
type linkFn struct{}

// ProcessElement emits for each article the ID of its story.
func (*linkFn) ProcessElement(ctx context.Context, _ string, group func(*[]byte) bool, emit func(string, []byte), out func([]byte)) error {
	defer linkClock.run(ctx)()
	list, err := profiles.all(group)
	if err != nil {
		return err
	}
	largest.Update(ctx, int64(len(list)))
	slices.SortFunc(list, func(a, b profiled) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Profile.ID, b.Profile.ID))
	})
	var desk story.Desk
	for _, p := range list {
		desk.Add(p.Profile)
	}
	for i, first := range desk.Stories() {
		id, home := list[i].Profile.ID, list[first].Profile.ID
		emit(id, homes.pack(ctx, id, &home))
	}
	if n := desk.Statistics().Capped; n > 0 {
		out(parts.pack(ctx, whole, &part{Capped: check.Capped{Articles: n}}))
	}
	return nil
}

// largest is how many articles one worker links.
var largest = beam.NewDistribution(counters, "articles linked at once")
