package main

import (
	"context"
	"strconv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/claims"
	"crosscheck/compare/check"
	"crosscheck/compare/story"
)

func init() { beam.RegisterDoFn(&openFn{}) }

// opened is what comes of the stories.
type opened struct {
	cards    beam.PCollection // by blocking key
	sides    beam.PCollection // statements that may be judged with others, by place
	mentions beam.PCollection // statements, by the centre of their topic
	opposed  beam.PCollection
	parts    beam.PCollection // of the report
	letters  beam.PCollection
}

// openAll opens each story: its topics, its copies, and its pairs, judged.
func openAll(s beam.Scope, parts int, least float64, sheets, renames beam.PCollection) opened {
	o := spread(s.Scope("open"), parts, func(s beam.Scope, in []beam.PCollection) []beam.PCollection {
		return beam.ParDoN(s, &openFn{Least: least}, beam.CoGroupByKey(s, in...))
	}, sheets, renames)
	return opened{o[0], o[1], o[2], o[3], o[4], o[5]}
}

// openFn opens a story. It holds the story's articles in memory, as the single
// machine does.
type openFn struct {
	Least float64 // as in plan
	opt   check.Options
}

// Setup makes the judge.
func (f *openFn) Setup() { f.opt.Judge = judgeOf(f.Least) }

var (
	storySize  = beam.NewDistribution(counters, "articles of a story")
	storyBytes = beam.NewDistribution(counters, "bytes of a story")
)

// ProcessElement opens one story. The places of statements name them from here
// on.
func (f *openFn) ProcessElement(ctx context.Context, _ string, group, who func(*[]byte) bool,
	card, side, mention func(string, []byte), opposed, out func([]byte), letter func(string)) error {
	defer openClock.run(ctx)()
	list, orders, err := f.gather(ctx, group, who)
	if err != nil {
		return err
	}
	e := emitter{ctx, orders, card, side, mention, opposed, out, letter}
	x, reason := f.open(ctx, list)
	if reason != "" {
		if list = f.sound(e, list); len(list) > 0 {
			x, reason = f.open(ctx, list)
		}
	}
	if len(list) > 0 && reason != "" {
		for _, s := range list {
			e.lose(s.Article, reason)
		}
		return nil
	}
	if x != nil {
		e.emit(x)
	}
	return ctx.Err()
}

// gather takes the sheets of a story, with the speakers of the run, and the
// order of each article in the input.
func (f *openFn) gather(ctx context.Context, group, who func(*[]byte) bool) ([]check.Sheet, map[string]string, error) {
	var list []check.Sheet
	orders, at := map[string]string{}, map[string]int{}
	size := int64(0)
	for data := []byte(nil); group(&data); {
		s, err := sheets.unpack(data)
		if err != nil {
			return nil, nil, err
		}
		size += int64(len(data))
		at[s.Article.ID], orders[s.Article.ID] = len(list), s.Order
		list = append(list, check.Sheet{Article: s.Article, Claims: s.Claims})
	}
	for data := []byte(nil); who(&data); {
		r, err := renames.unpack(data)
		if err != nil {
			return nil, nil, err
		}
		if i, ok := at[r.Article]; ok {
			r.rename(list[i].Claims)
		}
	}
	storySize.Update(ctx, int64(len(list)))
	storyBytes.Update(ctx, size)
	return list, orders, nil
}

// open opens a story, or says why it cannot be.
func (f *openFn) open(ctx context.Context, list []check.Sheet) (x *check.Opened, reason string) {
	if len(list) == 0 {
		return nil, ""
	}
	var err error
	if reason = fenced(func() { x, err = openStory(f.opt, ctx, list) }); reason == "" && err != nil {
		reason = err.Error()
	}
	return x, reason
}

// openStory is replaced by tests that want a stage to fail.
var openStory = check.Options.Open

// sound are the articles of a story that can be opened alone; the others are
// dead letters.
func (f *openFn) sound(e emitter, list []check.Sheet) []check.Sheet {
	var out []check.Sheet
	for _, s := range list {
		if _, reason := f.open(e.ctx, []check.Sheet{s}); reason != "" {
			e.lose(s.Article, reason)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// emitter emits what was found in a story.
type emitter struct {
	ctx                 context.Context
	orders              map[string]string // article ID -> its order in the input
	card, side, mention func(string, []byte)
	opposed, out        func([]byte)
	letter              func(string)
}

func (e emitter) part(p part) { e.out(parts.pack(e.ctx, whole, &p)) }

func (e emitter) lose(a claims.Article, reason string) {
	d := dead{a.Path, a.Line, a.ID, "open", reason}
	e.letter(d.letter(e.ctx))
	e.part(part{Order: late + e.orders[a.ID], Warning: d.warning()})
}

func (e emitter) emit(x *check.Opened) {
	for i := range x.Sheets {
		s := &x.Sheets[i]
		e.part(part{Order: e.orders[s.Article.ID], Article: &s.Article, Claims: s.Claims})
	}
	first := &x.Sheets[0].Article
	e.part(part{Order: newsPlace(first.Date, first.ID), Story: &x.Story})
	places := make([]string, len(x.Statements))
	for i := range x.Statements {
		places[i] = place(&x.Sheets[x.Statements[i].Article].Article, x.Statements[i].At)
	}
	for i := range x.Statements {
		e.statement(x, i, places)
	}
	for i := range x.Copies {
		e.part(part{Order: places[x.Copies[i].First], Copies: &x.Copies[i].Copies})
	}
	article := make(map[string]*claims.Article, len(x.Sheets))
	for i := range x.Sheets {
		article[x.Sheets[i].Article.ID] = &x.Sheets[i].Article
	}
	for _, o := range x.Opposed {
		one := slim(o, func(c *claims.Claim, at int32) string { return place(article[c.Article], at) })
		e.opposed(opposeds.pack(e.ctx, whole, &one))
	}
	if x.Capped > 0 {
		e.part(part{Capped: check.Capped{Texts: x.Capped}})
	}
}

// statement emits what other stages need of one statement.
func (e emitter) statement(x *check.Opened, i int, places []string) {
	s := &x.Statements[i]
	node, c := places[i], s.Claim
	if s.Centre >= 0 {
		node = places[s.Centre]
	}
	if s.Centre >= 0 || len(s.Keys) > 0 {
		m := mention{Mention: check.Mention{Claim: c.ID, Outlet: c.Outlet, Date: c.Date, Story: x.Story.ID}, Place: places[i], Nth: s.Nth, Topic: s.Centre >= 0, Label: s.Label}
		if c.Speaker != nil {
			m.Speaker = c.Speaker.Name
		}
		if s.Centre < 0 {
			m.Text = s.Text
		}
		e.mention(node, mentions.pack(e.ctx, node, &m))
	}
	if len(s.Keys) == 0 {
		return
	}
	one := card{Place: places[i], Node: node, Story: x.Story.ID, Day: int32(story.Day(x.Sheets[s.Article].Article.Date)), Speaker: s.Speaker, Judged: s.Side != nil, Words: s.Words}
	for _, k := range s.Keys {
		key := strconv.FormatUint(uint64(k), 36)
		e.card(key, cards.pack(e.ctx, key, &one))
	}
	if s.Side != nil {
		e.side(places[i], sides.pack(e.ctx, places[i], s.Side))
	}
}

// slim leaves out what folding does not ask of the claims, and says where their
// statements stand.
func slim(o check.Opposed, place func(c *claims.Claim, at int32) string) opposed {
	out := opposed{Opposed: o}
	if o.PlaceA.At >= 0 {
		out.NewsA = place(o.ClaimA, o.PlaceA.At)
	}
	if o.PlaceB.At >= 0 {
		out.NewsB = place(o.ClaimB, o.PlaceB.At)
	}
	out.ClaimA, out.ClaimB = slimClaim(o.ClaimA), slimClaim(o.ClaimB)
	return out
}

func slimClaim(c *claims.Claim) *claims.Claim {
	return &claims.Claim{ID: c.ID, Article: c.Article, Outlet: c.Outlet, Kind: c.Kind, Speaker: c.Speaker, Content: c.Content[:1], Text: c.Text, Date: c.Date}
}
