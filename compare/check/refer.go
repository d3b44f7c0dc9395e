package check

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/extract"
	"crosscheck/compare/story"
	"crosscheck/compare/term"
)

// Reference is a ledger in which one looks up what drafts have to do with it. It
// takes no note of them, and is safe for concurrent use as long as nothing is
// added to the ledger.
type Reference struct {
	ledger  *Ledger
	shelf   Shelf
	desk    *story.Index
	order   []int32  // the articles in the order of the news
	rank    []int32  // of each article, its place there
	article []int32  // of each statement
	number  []uint32 // of each speaker, what stands for him on a card
	words   *lexicon
}

// NewReference prepares a ledger to be looked up in. The ledger must not change
// as long as the reference is used.
func NewReference(l *Ledger, shelf Shelf) *Reference {
	r := &Reference{ledger: l, shelf: shelf, words: newLexicon(l.Vocabulary)}
	profiles := slices.Clone(l.Profiles)
	for i, s := range l.Story {
		if s < 0 {
			profiles[i] = story.Profile{}
		}
	}
	r.desk = story.NewIndex(profiles, l.Edges)
	a := addition{Ledger: l}
	a.order()
	r.rank, r.order = a.rank, a.newsOrder()
	r.article = make([]int32, len(l.Lines))
	for i := range l.Articles {
		for s := l.Begin[i]; s < l.Begin[i+1]; s++ {
			r.article[s] = int32(i)
		}
	}
	r.number = make([]uint32, len(l.Speakers))
	for i := range l.Speakers {
		r.number[i] = number(&l.Speakers[i])
	}
	return r
}

// Near is what a ledger has that drafts may be held against: the articles of
// their stories, and those in which somebody says what is about the same as what
// somebody says in a draft. No other article can oppose a draft.
type Near struct {
	Sheets []Sheet // the drafts in the order in which they were given, then the articles; they must not be changed
	Own    int     // how many articles were passed over

	drafts  int     // how many of these are drafts
	story   []int32 // of each sheet, a number that those of its story share
	apart   []apart // of each sheet, what the ledger knows of it; the zero value where its story is opened
	matches []match
}

// apart is what a ledger knows of an article: its statements, of which the first
// has a number, and their centres.
type apart struct {
	first  int32
	lines  []Line
	centre []int32
}

// match is a statement of a draft that is like one of an article of another
// story.
type match struct {
	draft, with int32 // places among the sheets
	at, where   int32 // which of their statements
	similarity  float32
}

// Near looks up what drafts have to do with the ledger. own reports articles that
// are passed over, as if they were not there; nil is none. Of the options, Names
// and Topics count.
func (r *Reference) Near(ctx context.Context, drafts []claims.Article, own func(*Known) bool, opt Options) (*Near, error) {
	l := &lookup{Reference: r, ctx: ctx, opt: opt, own: map[int32]bool{}, taken: map[int32]*Sheet{}}
	for i := range r.ledger.Articles {
		if own != nil && r.ledger.Story[i] >= 0 && own(&r.ledger.Articles[i]) {
			l.own[int32(i)] = true
		}
	}
	for _, step := range []func() error{func() error { return l.read(drafts) }, l.gather, l.take, l.meet, l.take} {
		if err := cmp.Or(ctx.Err(), step()); err != nil {
			return nil, err
		}
	}
	return l.end(), nil
}

// lookup is the state of one call of Near.
type lookup struct {
	*Reference
	ctx      context.Context
	opt      Options
	own      map[int32]bool
	drafts   []Sheet
	profiles []story.Profile
	events   [][]int32        // of each draft, the articles of its story; drafts are numbered behind the ledger's
	matches  []match          // by the numbers of the articles
	taken    map[int32]*Sheet // the articles that are near; nil as long as one is not read
}

// read finds the profiles and the claims of the drafts.
func (l *lookup) read(drafts []claims.Article) error {
	l.drafts, l.profiles = make([]Sheet, len(drafts)), make([]story.Profile, len(drafts))
	finder := extract.Finder{Names: l.opt.names()}
	return each(l.ctx, len(drafts), func(i int) {
		words := readers.Get().(*term.Reader)
		defer readers.Put(words)
		l.drafts[i] = Sheet{Article: drafts[i], Claims: finder.Claims(drafts[i])}
		l.profiles[i] = story.Read(words, &drafts[i])
	}, func(int) {})
}

// gather finds the stories of the drafts, as they are when the drafts are of them.
func (l *lookup) gather() error {
	var left func(article int32) bool
	if len(l.own) > 0 {
		left = func(article int32) bool { return l.own[article] }
	}
	l.events = l.desk.Stories(l.profiles, left)
	for _, e := range l.events {
		for _, i := range e {
			if int(i) < len(l.ledger.Articles) {
				l.taken[i] = nil
			}
		}
	}
	return nil
}

// take takes articles from the shelf that are not taken yet.
func (l *lookup) take() error {
	var missing []int32
	for i, s := range l.taken {
		if s == nil {
			missing = append(missing, i)
		}
	}
	slices.Sort(missing)
	sheets, failed := make([]Sheet, len(missing)), make([]error, len(missing))
	err := each(l.ctx, len(missing), func(n int) { sheets[n], failed[n] = l.shelf.Sheet(missing[n]) }, func(int) {})
	for n, i := range missing {
		l.taken[i] = &sheets[n]
		err = cmp.Or(err, failed[n])
	}
	return err
}

// end is what was found.
func (l *lookup) end() *Near {
	n := int32(len(l.ledger.Articles))
	near := &Near{Sheets: slices.Clone(l.drafts), Own: len(l.own), drafts: len(l.drafts)}
	home := map[int32]int32{} // an article of a draft's story -> a number of that
	for i, e := range l.events {
		for _, k := range e {
			if _, ok := home[k]; !ok {
				home[k] = n + int32(i)
			}
		}
	}
	at := map[int32]int32{}
	for i := range l.drafts {
		at[n+int32(i)] = int32(i)
		near.story, near.apart = append(near.story, home[n+int32(i)]), append(near.apart, apart{})
	}
	for _, i := range slices.Sorted(maps.Keys(l.taken)) {
		at[i] = int32(len(near.Sheets))
		near.Sheets = append(near.Sheets, *l.taken[i])
		story, opened := home[i]
		one := apart{}
		if !opened {
			story = l.ledger.Story[i]
			from, to := l.ledger.Begin[i], l.ledger.Begin[i+1]
			one = apart{from, l.ledger.Lines[from:to:to], l.ledger.Centre[from:to:to]}
		}
		near.story, near.apart = append(near.story, story), append(near.apart, one)
	}
	for _, m := range l.matches {
		m.draft, m.with = at[m.draft], at[m.with]
		near.matches = append(near.matches, m)
	}
	return near
}

// Join adds what another ledger has for the same drafts. An article that is there
// already, by its ID, is not taken twice.
func (n *Near) Join(other *Near) {
	known := map[string]int32{}
	for i := range n.Sheets {
		known[n.Sheets[i].Article.ID] = int32(i)
	}
	story := map[int32]int32{} // number in other -> here
	for i := range other.drafts {
		here, ok := story[other.story[i]]
		if !ok {
			story[other.story[i]] = n.story[i]
			continue
		}
		gone := n.story[i] // the other ledger has two drafts in one story: then they are in one
		for k, s := range n.story {
			if s == gone {
				n.story[k] = here
			}
		}
		for k, s := range story {
			if s == gone {
				story[k] = here
			}
		}
	}
	free := slices.Max(append(n.story, 0)) + 1
	at := make([]int32, len(other.Sheets))
	for i := range other.Sheets {
		if _, ok := story[other.story[i]]; !ok {
			story[other.story[i]] = free
			free++
		}
		here, ok := known[other.Sheets[i].Article.ID]
		if !ok {
			here = int32(len(n.Sheets))
			n.Sheets, n.story, n.apart = append(n.Sheets, other.Sheets[i]), append(n.story, story[other.story[i]]), append(n.apart, other.apart[i])
		}
		at[i] = here
	}
	for _, m := range other.matches {
		m.draft, m.with = at[m.draft], at[m.with]
		if !slices.ContainsFunc(n.matches, func(o match) bool {
			return o.draft == m.draft && o.with == m.with && o.at == m.at && o.where == m.where
		}) {
			n.matches = append(n.matches, m)
		}
	}
	n.Own += other.Own
}
