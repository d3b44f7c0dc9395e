package check

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/story"
	"crosscheck/compare/term"
)

// readers are readers of terms, one for each goroutine at work.
var readers = sync.Pool{New: func() any { return &term.Reader{} }}

// sort puts the articles in the order of the news and sorts them into stories.
func (r *run) sort(ctx context.Context, articles []claims.Article) error {
	r.lay(articles)
	profiles := make([]story.Profile, len(articles))
	err := each(ctx, len(articles), func(i int) {
		words := readers.Get().(*term.Reader)
		defer readers.Put(words)
		profiles[i] = story.Read(words, r.sheets[i].Article)
	}, func(done int) { r.opt.progress(StageStories, done, len(articles)) })
	if err != nil {
		return err
	}
	var desk story.Desk
	desk.Add(profiles...)
	r.report.Warnings = append(r.report.Warnings, Capped{Articles: desk.Statistics().Capped}.Warnings()...)
	r.events = events(desk.Stories())
	r.storyOf = make(map[string]string, len(articles))
	for _, e := range r.events {
		s := describe(len(e), func(i int) *claims.Article { return r.sheets[e[i]].Article })
		r.report.Stories = append(r.report.Stories, s)
		for _, id := range s.Articles {
			r.storyOf[id] = s.ID
		}
	}
	return nil
}

// lay lays the articles out in the order of the news.
func (r *run) lay(articles []claims.Article) {
	r.sheets = make([]sheet, len(articles))
	for i := range articles {
		r.sheets[i].Article = &articles[i]
	}
	slices.SortStableFunc(r.sheets, func(a, b sheet) int { return byNews(a.Article, b.Article) })
}

// byNews compares two articles by date, ID and text.
func byNews(a, b *claims.Article) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Text, b.Text))
}

// events are the stories, each by the places of its articles. of is the first
// article of each article's story.
func events(of []int32) [][]int32 {
	at := map[int32]int{}
	var out [][]int32
	for i, first := range of {
		n, ok := at[first]
		if !ok {
			n = len(out)
			at[first] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], int32(i))
	}
	return out
}

// describe is a story of n articles for the report.
func describe(n int, article func(i int) *claims.Article) compare.Story {
	s := compare.Story{ID: article(0).ID}
	for i := range n {
		a := article(i)
		s.Articles = append(s.Articles, a.ID)
		s.Title = cmp.Or(s.Title, a.Title)
		s.From, s.To = cmp.Or(s.From, a.Date), cmp.Or(a.Date, s.To)
	}
	return s
}

// Capped is how much was compared with part of its like only.
type Capped struct {
	Articles int // linked with some of the articles of their words and days
	Texts    int // compared with some of the texts that may be copies
	Keys     int // blocking keys of which only neighbours in the order of the news were compared
}

// Warnings say what that left out.
func (c Capped) Warnings() []claims.Warning {
	var out []claims.Warning
	for _, one := range []struct {
		n    int
		text string
	}{
		{c.Articles, "%d articles share their words with so many of the same days that they were compared with some of these only; no claim is lost"},
		{c.Texts, "%d texts share their words with so many others that they were compared with the likeliest of these only; a copy may stand apart, no claim is lost"},
		{c.Keys, "%d pairs of words are shared by so many statements of different stories that each was compared with its neighbours in time only; no claim is lost"},
	} {
		if one.n > 0 {
			out = append(out, claims.Warning{Reason: fmt.Sprintf(one.text, one.n)})
		}
	}
	return out
}
