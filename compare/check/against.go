package check

import (
	"cmp"
	"context"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/dispute"
	"crosscheck/compare/jury"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// Against judges drafts against what is near them: what [Run] finds over all
// articles of the ledger and the drafts, as far as it concerns a draft.
//
//  1. the story of each draft is opened, and its pairs with a text of a draft are
//     judged; of a large one only these are looked for (openTowards);
//  2. what somebody says in a draft is judged against what is like it in other
//     stories, which are taken as the ledger knows them;
//  3. what these articles tell of disputes themselves makes an opposition surer;
//  4. findings are made and folded as in Run.
//
// The report has the drafts, then the articles that say anything to the matter. It
// has no topics, and no copies but those of the drafts' stories.
func Against(ctx context.Context, near *Near, opt Options) (*compare.Report, error) {
	opt.Judge = cmp.Or[compare.Judge](opt.Judge, jury.New())
	opt.Judge = opt.leaning()
	g := newBench(near, opt)
	for _, step := range []func(context.Context) error{g.open, g.beyond, g.told, g.again} {
		if err := cmp.Or(ctx.Err(), step(ctx)); err != nil {
			return nil, err
		}
	}
	g.find()
	g.prune(near.drafts)
	return g.end(), nil
}

// prune leaves out the articles, and their claims, that say nothing to the matter:
// no finding names them, no text of theirs is a copy of one that a finding names, or a
// draft has, and no draft has a newer figure than theirs.
func (g *bench) prune(drafts int) {
	keep := map[string]bool{}
	for _, f := range g.report.Findings {
		for _, id := range slices.Concat([]string{f.A, f.B}, f.Also.A, f.Also.B) {
			keep[id] = true
		}
	}
	articles := map[string]bool{}
	for i := range drafts {
		articles[g.report.Articles[i].ID] = true
	}
	for i := range g.report.Claims {
		if c := &g.report.Claims[i]; articles[c.Article] {
			keep[c.ID] = true
		}
	}
	for _, s := range g.report.SetAside {
		if s.Reason == compare.Supersession && keep[s.A] != keep[s.B] { // an update of what was published
			keep[s.A], keep[s.B] = true, true
		}
	}
	g.report.Copies = slices.DeleteFunc(g.report.Copies, func(c compare.Copies) bool {
		return !slices.ContainsFunc(c.Claims, func(id string) bool { return keep[id] })
	})
	for _, c := range g.report.Copies {
		for _, id := range c.Claims {
			keep[id] = true
		}
	}
	for i := range g.report.Claims {
		if c := &g.report.Claims[i]; keep[c.ID] {
			articles[c.Article] = true
		}
	}
	g.report.Articles = slices.DeleteFunc(g.report.Articles, func(x claims.Article) bool { return !articles[x.ID] })
	g.report.Claims = slices.DeleteFunc(g.report.Claims, func(c claims.Claim) bool { return !articles[c.Article] })
}

// bench is the state of one call of Against.
type bench struct {
	run
	near  *Near
	place []int32 // of each article of the report, its place in the news
}

func newBench(near *Near, opt Options) *bench {
	g := &bench{near: near, run: run{opt: opt, report: compare.Report{
		Version: compare.Version, Stories: []compare.Story{}, Topics: []compare.Topic{}, Copies: []compare.Copies{},
		Findings: []compare.Finding{}, SetAside: []compare.SetAside{}, Warnings: []claims.Warning{},
	}}}
	n := 0
	for i := range near.Sheets {
		n += len(near.Sheets[i].Claims)
	}
	list := make([]claims.Claim, 0, n)
	g.report.Articles = make([]claims.Article, 0, len(near.Sheets))
	for i := range near.Sheets {
		g.report.Articles = append(g.report.Articles, near.Sheets[i].Article)
		list = append(list, near.Sheets[i].Claims...)
	}
	g.report.Claims = list
	g.lay(g.report.Articles)
	g.settle()
	g.opt.names().Unify(list, func(article string) string { return g.storyOf[article] })
	g.index(g.report.Articles)
	return g
}

// settle puts the articles into the stories that near knows.
func (g *bench) settle() {
	at := make(map[*claims.Article]int32, len(g.sheets))
	for i, s := range g.sheets {
		at[s.Article] = int32(i)
	}
	g.place = make([]int32, len(g.sheets))
	of := make([]int32, len(g.sheets))
	for n := range g.report.Articles {
		g.place[n] = at[&g.report.Articles[n]]
		of[g.place[n]] = g.near.story[n]
	}
	g.events = events(of)
	g.storyOf = make(map[string]string, len(g.sheets))
	for _, e := range g.events {
		s := describe(len(e), func(i int) *claims.Article { return g.sheets[e[i]].Article })
		g.report.Stories = append(g.report.Stories, s)
		for _, id := range s.Articles {
			g.storyOf[id] = s.ID
		}
	}
}

// open opens the stories of the drafts, and takes the others as they are known.
func (g *bench) open(ctx context.Context) error {
	known := make([]int32, len(g.sheets)) // place in the news -> in the report
	for n, at := range g.place {
		known[at] = int32(n)
	}
	drafts := map[string]bool{}
	for i := range g.near.drafts {
		drafts[g.near.Sheets[i].Article.ID] = true
	}
	opt := g.opt
	opt.about = drafts
	found, err := openAll(ctx, g.events, func(n int) (*dossier, error) {
		e := g.events[n]
		if !slices.ContainsFunc(e, func(i int32) bool { return known[i] < int32(g.near.drafts) }) {
			return g.known(e, known), nil
		}
		papers := make([]paper, len(e))
		for k, i := range e {
			papers[k] = paper{g.sheets[i], i}
		}
		return opt.open(ctx, papers, func(*dossier) {})
	}, func(done, total int) { g.opt.progress(StageCompare, done, total) })
	if err == nil {
		g.file(found)
	}
	return err
}

// manyStatements is from how many statements on a story is not grouped anew, which
// would take longer than a quarter of a second. One article in three of a corpus of
// 34,228 is of a story of so many.
const manyStatements = 600

// openTowards is open for a large story, of which only what concerns some articles
// is looked at. The statements of these have no topics.
func (o Options) openTowards(ctx context.Context, words *term.Reader, d *dossier, papers []paper, items []*topic.Item, judged func(a, b int32) bool) (*dossier, error) {
	printed := d.printed(o.about)
	var mine []int32
	for k, i := range d.stands {
		if printed[i] {
			mine = append(mine, int32(k))
		}
	}
	candidates := topic.Towards(items, mine, o.within(), judged)
	d.centre = slices.Repeat([]int32{-1}, len(d.statements))
	told := d.reported(words, papers, candidates)
	err := o.judgeStory(ctx, d, candidates, told)
	d.pairs = append(d.pairs, told...)
	d.close()
	return d, err
}

// known is what the ledger knows of a story.
func (g *bench) known(event, known []int32) *dossier {
	d := &dossier{}
	at := map[int32]int32{} // number of a statement in the ledger -> here
	for _, i := range event {
		a := &g.near.apart[known[i]]
		for k, l := range a.lines {
			at[a.first+int32(k)] = int32(len(d.lines))
			d.lines = append(d.lines, line{i, ref{l.Claim, l.Nth}})
		}
	}
	for _, i := range event {
		for _, c := range g.near.apart[known[i]].centre {
			here, ok := at[c]
			if !ok {
				here = -1
			}
			d.centre = append(d.centre, here)
		}
	}
	return d
}

// beyond asks the judge about what is about the same as what a draft says.
func (g *bench) beyond(ctx context.Context) error {
	held := map[int32]*statement{}
	candidates := make([]topic.Candidate, len(g.near.matches))
	pairs := make([]couple, len(g.near.matches))
	for n, m := range g.near.matches {
		x, y := g.begin[g.place[m.draft]]+m.at, g.begin[g.place[m.with]]+m.where
		candidates[n] = topic.Candidate{A: min(x, y), B: max(x, y), Similarity: m.similarity}
		pairs[n] = pair(g.statementAt(x, held), g.statementAt(y, held), m.similarity)
	}
	opposed, err := g.opt.judge(ctx, pairs)
	g.pairs = append(g.pairs, opposed...)
	g.join(candidates)
	return err
}

// join numbers the topics of the statements that are opposed.
func (g *bench) join(pairs []topic.Candidate) {
	centre := topic.Join(g.centre, pairs, func(a, b int32) int { return cmp.Compare(a, b) })
	g.topicOf = map[int32]string{}
	for _, p := range g.pairs {
		for _, s := range []*statement{p.a, p.b} {
			if s.at < 0 {
				continue
			}
			if c := centre[g.run.place(s)]; c >= 0 {
				g.topicOf[g.run.place(s)] = topicID(g.claimAt(c).ID, g.statements[c].nth)
			}
		}
	}
}

// told adds what the articles of other stories that oppose a draft tell of disputes
// themselves: it makes the same opposition surer.
func (g *bench) told(ctx context.Context) error {
	words := readers.Get().(*term.Reader)
	defer readers.Put(words)
	seen := map[int32]bool{}
	for _, p := range g.pairs {
		for _, s := range []*statement{p.a, p.b} {
			seen[s.article] = true
		}
	}
	var out []judged
	for n, i := range g.place {
		if n < g.near.drafts || !seen[i] || g.near.apart[n].lines == nil {
			continue
		}
		p := paper{g.sheets[i], i}
		d := &dossier{statements: p.state(i), disputes: [][]dispute.Dispute{dispute.Find(words, p.Article, p.claims)}}
		out = append(out, d.reported(words, []paper{p}, nil)...)
	}
	g.pairs = append(g.pairs, out...)
	return nil
}
