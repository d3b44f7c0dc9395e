package check

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"
	"sync/atomic"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/dispute"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
	"crosscheck/compare/wire"
)

// couple is a pair of statements that may be judged, the earlier first. There are
// millions of them.
type couple struct {
	a, b       *statement
	similarity float64
}

// judged is a pair of statements that oppose each other, or would but for a
// guard.
type judged struct {
	couple
	verdict compare.Verdict
	told    *told // what an article says of the pair itself; nil where none does
}

// dossier is what is found in one story: a function of its articles and their
// claims, and of nothing else. Statements are numbered from 0 in the order of
// the news.
type dossier struct {
	lines  []line
	stands []int32 // the statements that are no copy of an earlier one
	centre []int32 // of each statement, the centre of its topic; -1 for none
	labels map[int32]string
	cards  []topic.Card // of the statements in keyed
	keys   [][]uint32
	keyed  []int32
	copies []copies
	// cappedCopies is how many texts were compared with part of their like only.
	cappedCopies int
	pairs        []judged
	count        topic.Statistics

	// While it is open.
	statements []*statement
	items      []*topic.Item
	found      []wire.Copies
	disputes   [][]dispute.Dispute // that each article tells
}

// line is where a statement stands.
type line struct {
	article int32 // place in the run
	ref
}

// copies are statements that are copies of one text, the first of which stands
// for all.
type copies struct {
	kind      wire.Kind
	witnesses int
	members   []int32
}

// compare opens every story, on all cores, the largest first.
func (r *run) compare(ctx context.Context, articles []claims.Article) error {
	found, err := openAll(ctx, r.events, func(n int) (*dossier, error) {
		papers, err := r.papers(r.events[n])
		if err != nil {
			return nil, err
		}
		if r.opt.Judge == nil {
			r.opt.unify(papers)
			for _, p := range papers {
				r.bundles[p.place].keep(p.claims)
			}
		}
		d, err := r.opt.open(ctx, papers, func(d *dossier) { d.card(d.stands, int32(n)) })
		if err == nil {
			d.forget()
		}
		return d, err
	}, func(done, total int) { r.opt.progress(StageCompare, done, total) })
	if err == nil {
		err = r.unbundle(ctx, articles, found)
	}
	if err == nil {
		r.file(found)
	}
	return err
}

// openAll opens stories, on all cores, the largest first. progress counts their
// articles, with which the work grows.
func openAll(ctx context.Context, events [][]int32, open func(n int) (*dossier, error), progress func(done, total int)) ([]*dossier, error) {
	found := make([]*dossier, len(events))
	order := make([]int, len(events))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(events[b]), len(events[a])) })
	failed := make([]error, len(events))
	total := 0
	for _, e := range events {
		total += len(e)
	}
	var articles atomic.Int64
	err := each(ctx, len(order), func(i int) {
		n := order[i]
		found[n], failed[n] = open(n)
		progress(int(articles.Add(int64(len(events[n])))), total)
	}, func(int) {})
	for _, f := range failed {
		err = cmp.Or(err, f)
	}
	return found, err
}

// paper is an article of a story with its place in the run.
type paper struct {
	sheet
	place int32
}

// unify joins the speakers of a story, and of no other.
func (o Options) unify(papers []paper) {
	o.names().UnifyEach(func(yield func([]claims.Claim) bool) {
		for _, p := range papers {
			if !yield(p.claims) {
				return
			}
		}
	}, func(string) string { return "" })
}

// open finds what one story has. Its papers are in the order of the news. card
// makes the cards that are asked for.
func (o Options) open(ctx context.Context, papers []paper, card func(*dossier)) (*dossier, error) {
	words := readers.Get().(*term.Reader)
	defer readers.Put(words)
	d := &dossier{}
	if err := o.state(ctx, d, papers); err != nil {
		return nil, err
	}
	d.collapse()
	items := make([]*topic.Item, len(d.stands))
	for k, i := range d.stands {
		items[k] = d.items[i]
	}
	worth := func(a, b int32) bool {
		return o.Judge != nil && asked(d.statements[d.stands[a]], d.statements[d.stands[b]])
	}
	if o.about != nil && len(items) >= manyStatements {
		return o.openTowards(ctx, words, d, papers, items, worth)
	}
	g := topic.Within(items, o.within(), worth)
	d.count = g.Statistics
	d.sort(g)
	card(d)
	var told []judged
	if o.Judge != nil {
		told = d.reported(words, papers, g.Candidates)
	}
	if o.wide() {
		g.Candidates = d.widen(g.Candidates, worth)
	}
	err := o.judgeStory(ctx, d, g.Candidates, told)
	d.pairs = append(d.pairs, told...)
	d.close()
	return d, err
}

// close lets go what an open dossier has.
func (d *dossier) close() { d.statements, d.items, d.found, d.disputes = nil, nil, nil, nil }

// state cuts the claims of a story into statements. Where there is a judge it finds
// the disputes that the articles tell, too, while it has their words.
func (o Options) state(ctx context.Context, d *dossier, papers []paper) error {
	statements, items := make([][]*statement, len(papers)), make([][]*topic.Item, len(papers))
	d.disputes = make([][]dispute.Dispute, len(papers))
	err := o.apart(ctx, len(papers), func(i int, terms *term.Reader) {
		p := papers[i]
		words := terms.Split(p.Text)
		if o.Judge != nil {
			d.disputes[i] = dispute.FindWords(terms, p.Article, words, p.claims)
		}
		page := newPageOf(terms, p.Article, words)
		statements[i] = p.state(p.place)
		items[i] = make([]*topic.Item, len(statements[i]))
		for k, s := range statements[i] {
			items[i][k] = page.item(s)
		}
	})
	for i, list := range statements {
		for _, s := range list {
			d.lines = append(d.lines, line{papers[i].place, s.ref})
		}
		d.statements, d.items = append(d.statements, list...), append(d.items, items[i]...)
	}
	return err
}

// apart calls do for 0 to n-1: on all cores where a story is all there is to do,
// else one by one, since the cores are at work on other stories.
func (o Options) apart(ctx context.Context, n int, do func(i int, words *term.Reader)) error {
	if o.about == nil {
		words := readers.Get().(*term.Reader)
		defer readers.Put(words)
		for i := range n {
			do(i, words)
		}
		return nil
	}
	return each(ctx, n, func(i int) {
		words := readers.Get().(*term.Reader)
		defer readers.Put(words)
		do(i, words)
	}, func(int) {})
}

// within are the options for grouping a story. Where there is no judge, only
// what is alike enough to share a topic matters.
func (o Options) within() topic.Options {
	t := o.Topics
	if o.Judge == nil {
		t.Pair = cmp.Or(t.Suggest, topic.Suggest)
	}
	return t
}

// judgeStory asks the judge about the candidates of a story, in which articles
// tell of some disputes.
func (o Options) judgeStory(ctx context.Context, d *dossier, candidates []topic.Candidate, told []judged) error {
	if o.Judge == nil {
		return ctx.Err()
	}
	edits, open := d.versions()
	concerned := d.concerned(o.about)
	pairs := make([]couple, 0, len(open)+len(candidates))
	for _, p := range open {
		if concerned(p.a, p.b) {
			pairs = append(pairs, p)
		}
	}
	for _, c := range candidates {
		if a, b := d.statements[d.stands[c.A]], d.statements[d.stands[c.B]]; concerned(a, b) {
			pairs = append(pairs, pair(a, b, c.Similarity))
		}
	}
	opposed, err := o.judgeBacked(ctx, pairs, told)
	d.pairs = append(edits, opposed...)
	return err
}

// printed are the statements of some articles, by number, and those that they
// print, too.
func (d *dossier) printed(articles map[string]bool) []bool {
	of := func(i int32) bool { return articles[d.statements[i].Claim.Article] }
	out := make([]bool, len(d.statements))
	for i := range d.statements {
		out[i] = of(int32(i))
	}
	for _, c := range d.copies {
		if slices.ContainsFunc(c.members, of) {
			for _, m := range c.members {
				out[m] = true
			}
		}
	}
	return out
}

// concerned reports of a pair whether it has a claim of one of some articles, or one
// that prints its text; always where articles is nil.
func (d *dossier) concerned(articles map[string]bool) func(a, b *statement) bool {
	if articles == nil {
		return func(_, _ *statement) bool { return true }
	}
	concerned := map[string]bool{}
	for i, yes := range d.printed(articles) {
		if yes {
			concerned[d.statements[i].Claim.ID] = true
		}
	}
	return func(a, b *statement) bool { return concerned[a.Claim.ID] || concerned[b.Claim.ID] }
}

// sort notes the topic of each statement; a copy has the topic of the one that
// stands for it.
func (d *dossier) sort(g topic.Grouping) {
	d.centre = make([]int32, len(d.statements))
	for i := range d.centre {
		d.centre[i] = -1
	}
	members := map[int32][]*topic.Item{}
	at := map[int32]int{}
	for k, i := range d.stands {
		c := g.Centre[k]
		if c < 0 {
			continue
		}
		d.centre[i] = d.stands[c]
		if d.centre[i] == i {
			at[i] = len(members[i])
		}
		members[d.stands[c]] = append(members[d.stands[c]], d.items[i])
	}
	d.labels = make(map[int32]string, len(members))
	for c, list := range members {
		d.labels[c] = topic.Label(list, at[c])
	}
	d.follow()
}

// card makes the cards by which statements of other stories find these.
func (d *dossier) card(list []int32, story int32) {
	for _, i := range list {
		if keys := topic.Keys(d.items[i]); len(keys) > 0 {
			d.cards = append(d.cards, topic.NewCard(d.items[i], story, number(d.statements[i].Claim.Speaker)))
			d.keys, d.keyed = append(d.keys, keys), append(d.keyed, i)
		}
	}
}

// number stands for a speaker; 0 for none.
func number(s *claims.Speaker) uint32 {
	if s == nil {
		return 0
	}
	h := fnv.New32a()
	h.Write([]byte(s.ID))
	return h.Sum32()
}

// asked reports whether a pair of one story is worth judging: not a claim with
// itself, and not what a paper says in its own voice within one article, which
// tells events and lists that differ.
func asked(a, b *statement) bool {
	x, y := a.Claim, b.Claim
	switch {
	case x.ID == y.ID || x.Article == y.Article && overlap(a.Pieces, b.Pieces):
		return false // "he said that she said ..." holds what she said
	case x.Article == y.Article:
		return x.Speaker != nil || y.Speaker != nil || (x.Kind == claims.Titled) != (y.Kind == claims.Titled)
	}
	return true
}

func overlap(a, b []claims.Span) bool {
	for _, x := range a {
		if slices.ContainsFunc(b, x.Overlaps) {
			return true
		}
	}
	return false
}
