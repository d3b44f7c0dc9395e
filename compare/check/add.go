package check

import (
	"cmp"
	"context"
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/extract"
	"crosscheck/compare"
	"crosscheck/compare/story"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// Add adds articles to a ledger. What comes of it is what [Topics] finds in all
// articles of the ledger at once: the same stories, topics and copies, whatever
// came when, as long as no article is compared with some of its like only (see
// [story.Statistics]); where some are, that holds for articles that come in the
// order of the news.
//
// Only what the new articles touch is looked at: they are read, the stories
// that they change are opened again, and of the statements of different stories
// those are compared that have a new or changed one among them.
//
// An article that is known, by its ID and all its content, is passed over; one
// that is known with other content takes the place of what was there. The
// report has what changed, or everything where all is set. On an error the
// ledger is of no use any more. Of the options, Judge does not count.
func (l *Ledger) Add(ctx context.Context, shelf Shelf, articles []claims.Article, all bool, opt Options) (*Added, error) {
	opt.Judge = nil
	a := &addition{Ledger: l, ctx: ctx, opt: opt, shelf: shelf, first: int32(len(l.Articles))}
	a.out.Report = &compare.Report{Version: compare.Version, Warnings: []claims.Warning{},
		Findings: []compare.Finding{}, SetAside: []compare.SetAside{}, Copies: []compare.Copies{}, Topics: []compare.Topic{}, Stories: []compare.Story{}}
	read, warnings := English(articles)
	a.out.Report.Warnings = append(a.out.Report.Warnings, warnings...)
	a.admit(read)
	for _, step := range []func() error{a.read, a.sort, a.reopen, a.across, func() error { return a.tell(all) }} {
		if err := cmp.Or(ctx.Err(), step()); err != nil {
			return nil, err
		}
	}
	return &a.out, nil
}

// addition is the state of one call of Add.
type addition struct {
	*Ledger
	ctx   context.Context
	opt   Options
	shelf Shelf
	out   Added
	first int32 // the first new article

	list    []claims.Claim // those of the new articles
	gone    []int32        // articles that others take the place of
	sheets  []*sheet       // of each article, where it was needed
	rank    []int32        // of each article, its place in the news
	events  [][]int32      // the stories, by their articles in the order of the news
	was     []int32        // Story before
	moved   []bool         // of each article, whether those that were there are not in one story with it as they were
	live    []bool         // Live before
	changed []bool         // of each statement, whether it is not what it was
	place   []int32        // of each statement, its place in the news
	article []int32        // of each statement
	centre  []int32        // of each statement, the centre of its topic in the run

	crowdedKeys int // blocking keys of which only neighbours were compared

	speakers map[claims.Speaker]int32 // places in Speakers
}

// read finds the profiles and the claims of the new articles.
func (a *addition) read() error {
	n := len(a.out.Sheets)
	profiles := make([]story.Profile, n)
	list := make([]claims.Article, n)
	err := each(a.ctx, n, func(i int) {
		words := readers.Get().(*term.Reader)
		defer readers.Put(words)
		list[i] = a.out.Sheets[i].Article
		profiles[i] = story.Read(words, &list[i])
	}, func(done int) { a.opt.progress(StageStories, done, n) })
	if err != nil {
		return err
	}
	a.Profiles = append(a.Profiles, profiles...)
	found, err := extract.Finder{Names: a.opt.names()}.All(a.ctx, list, func(done int) { a.opt.progress(StageExtract, done, n) })
	if err != nil {
		return err
	}
	a.list = found
	at := 0
	for i := range list {
		from := at
		for at < len(found) && found[at].Article == list[i].ID {
			at++
		}
		s := &a.out.Sheets[i]
		s.Claims, s.Found = found[from:at:at], make([]*claims.Speaker, at-from)
		for k := range s.Claims {
			s.Found[k] = s.Claims[k].Speaker
		}
	}
	return nil
}

// sort sorts all articles into stories.
func (a *addition) sort() error {
	before := slices.Clone(a.Profiles[:a.first])
	a.was = a.Story
	for i, s := range a.Story {
		if s < 0 {
			before[i] = story.Profile{} // an article that is gone is like no other
		}
	}
	for _, i := range a.gone {
		before[i] = story.Profile{}
	}
	gone := func(i int32) bool { return before[i].ID == "" }
	desk := story.Restore(before, slices.DeleteFunc(a.Edges, func(e story.Edge) bool { return gone(e.A) || gone(e.B) }))
	desk.Add(a.Profiles[a.first:]...)
	a.Edges = desk.Edges()
	a.Capped += desk.Statistics().Capped
	a.Story = desk.Stories()
	for i := range before {
		if gone(int32(i)) {
			a.Story[i] = -1
		}
	}
	a.order()
	a.events = a.eventsNow()
	return nil
}

// order numbers the articles in the order of the news.
func (a *addition) order() {
	order := make([]int32, len(a.Articles))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		x, y := &a.Articles[i], &a.Articles[j]
		return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.ID, y.ID), cmp.Compare(i, j))
	})
	a.rank = make([]int32, len(order))
	for n, i := range order {
		a.rank[i] = int32(n)
	}
}

// eventsNow are the stories, in the order of the news.
func (a *addition) eventsNow() [][]int32 {
	of := make([]int32, len(a.Articles))
	articles := make([]int32, len(a.Articles))
	for i, n := range a.rank {
		of[n], articles[n] = a.Story[i], int32(i)
	}
	var out [][]int32
	for _, e := range events(of) {
		if a.Story[articles[e[0]]] < 0 {
			continue
		}
		for n, i := range e {
			e[n] = articles[i]
		}
		out = append(out, e)
	}
	return out
}

// across compares the statements of different stories, and joins their topics.
func (a *addition) across() error {
	a.opt.progress(StageAcross, 0, 1)
	lexicon := newLexicon(a.Vocabulary)
	number := make([]int32, len(a.Articles))
	for n, e := range a.events {
		for _, i := range e {
			number[i] = int32(n)
		}
	}
	again := topic.Again{Entries: a.Entries, Before: a.live, Now: a.Live, Changed: a.changed, Place: a.place, Found: a.Found,
		Card: func(i int32) topic.Card {
			article := a.article[i]
			return topic.Restore(lexicon.terms(a.Words[a.WordsFrom[i]:a.WordsFrom[i+1]]), a.Profiles[article].Day, number[article], a.speakerNumber(i))
		}}
	var err error
	if a.Found, a.crowdedKeys, err = again.Across(a.ctx, a.opt.Topics); err != nil {
		return err
	}
	a.centre = topic.Join(a.Centre, a.Found, func(i, j int32) int { return cmp.Compare(a.place[i], a.place[j]) })
	a.opt.progress(StageAcross, 1, 1)
	return nil
}

func (a *addition) speakerNumber(statement int32) uint32 {
	if s := a.Speaker[statement]; s >= 0 {
		return number(&a.Speakers[s])
	}
	return 0
}
