package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/compare/star"
	"crosscheck/compare/story"
	"crosscheck/compare/term"
)

func init() {
	beam.RegisterDoFn(&profileFn{})
	beam.RegisterDoFn(&linkFn{})
	beam.RegisterDoFn(&undatedFn{})
	beam.RegisterDoFn(&sieveFn{})
	beam.RegisterDoFn(&datedFn{})
	beam.RegisterDoFn(&homeFn{})
}

// link sorts the articles into stories: it returns the ID of each one's story by
// its own, and parts of the report.
//
//  1. Articles that share a heavy word are compared word by word and four weeks by
//     four weeks; those without a date, which may be of any, apart;
//  2. the links make each article a node, and nodes are grouped in rounds
//     (rounds.go).
func link(s beam.Scope, most int, articles beam.PCollection) (storyOf, parts beam.PCollection) {
	s = s.Scope("link")
	alone, dated, undated, sieve := beam.ParDo4(s, &profileFn{}, articles)
	links := beam.ParDo(s, &linkFn{}, beam.GroupByKey(s, dated))
	among, heads, words := beam.ParDo3(s, &undatedFn{}, beam.GroupByKey(s, undated))
	met := beam.ParDo(s, &sieveFn{}, sieve, beam.SideInput{Input: words})
	between := beam.ParDo(s, &datedFn{}, beam.CoGroupByKey(s, heads, met))
	groups, parts := rounds(s, most, beam.Flatten(s, alone, links, among, between))
	return beam.ParDo(s, &homeFn{}, beam.GroupByKey(s, groups)), parts
}

// node is the name of an article among the nodes: it sorts as [story.Compare]
// does.
func (p *profiled) node() string {
	return fmt.Sprintf("%010d\x00%s", int64(p.Profile.Day)+1<<31, p.Profile.ID)
}

// compare is the order in which a single machine files articles.
func (p *profiled) compare(q *profiled) int {
	return cmp.Or(cmp.Compare(p.Date, q.Date), cmp.Compare(p.Profile.ID, q.Profile.ID))
}

// profileFn makes the profile of an article.
type profileFn struct{ words *term.Reader }

// Setup makes what all articles share.
func (f *profileFn) Setup() { f.words = &term.Reader{} }

// ProcessElement emits that there is the node, and the profile: a dated one under
// each of its words and periods, and once for the undated; an undated one under
// each of its words. An article of which none can be made is left to the
// extraction, which says so.
func (f *profileFn) ProcessElement(ctx context.Context, id string, data []byte, link, dated, undated func(string, []byte), sieve func([]byte)) error {
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
	link(p.node(), links.pack(ctx, p.node(), &linked{}))
	if p.Profile.Day != 0 {
		p.emitDated(ctx, dated)
		sieve(sieved.pack(ctx, "", &p))
		return nil
	}
	for _, k := range p.Profile.Keys {
		undated(wordKey(k), profiles.pack(ctx, wordKey(k), &p))
	}
	return nil
}

// emitDated emits a profile under its words and periods.
func (p profiled) emitDated(ctx context.Context, emit func(string, []byte)) {
	own, next := story.Blocks(p.Profile.Day)
	for block := own; block <= next; block++ {
		p.Known = block != own
		for _, k := range p.Profile.Keys {
			key := wordKey(k) + "." + strconv.Itoa(int(block))
			emit(key, profiles.pack(ctx, key, &p))
		}
	}
}

func wordKey(k uint32) string { return strconv.FormatUint(uint64(k), 36) }

// keyOf is the word of a group's key.
func keyOf(key string) (uint32, error) {
	word, _, _ := strings.Cut(key, ".")
	k, err := strconv.ParseUint(word, 36, 32)
	return uint32(k), err
}

// linkFn links the articles of a word and a period.
type linkFn struct{}

// largest is how many articles are linked at once.
var largest = beam.NewDistribution(counters, "articles of a word and four weeks")

// ProcessElement emits the links.
func (*linkFn) ProcessElement(ctx context.Context, key string, group func(*[]byte) bool, link func(string, []byte)) error {
	defer linkClock.run(ctx)()
	list, err := profiles.all(group)
	if err != nil {
		return err
	}
	largest.Update(ctx, int64(len(list)))
	return linkAll(ctx, key, list, link)
}

// linkAll links the articles of a group, and leaves them in order: those that are
// known are the first by date.
func linkAll(ctx context.Context, key string, list []profiled, link func(string, []byte)) error {
	k, err := keyOf(key)
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b profiled) int { return a.compare(&b) })
	all, known := make([]story.Profile, len(list)), 0
	for i, p := range list {
		all[i] = p.Profile
		if p.Known {
			known++
		}
	}
	edges, capped := story.InBlock(k, all, known)
	out := make([]linked, len(list))
	for _, e := range edges {
		for _, ends := range [][2]int32{{e.A, e.B}, {e.B, e.A}} {
			from := &out[ends[0]]
			from.Near = append(from.Near, star.Near{Name: list[ends[1]].node(), Similarity: e.Similarity})
		}
	}
	for _, i := range capped {
		out[i].Capped = true
	}
	for i, l := range out {
		if len(l.Near) > 0 || l.Capped {
			name := list[i].node()
			link(name, links.pack(ctx, name, &l))
		}
	}
	return nil
}

// undatedFn links the articles of a word that have no date.
type undatedFn struct{}

// ProcessElement emits the links, the articles that dated ones are
// compared with, and the word.
func (*undatedFn) ProcessElement(ctx context.Context, key string, group func(*[]byte) bool, link, head func(string, []byte), word func(string)) error {
	defer linkClock.run(ctx)()
	list, err := profiles.all(group)
	if err != nil {
		return err
	}
	if err := linkAll(ctx, key, list, link); err != nil {
		return err
	}
	for _, p := range list[:min(story.Heads, len(list))] { // linkAll has sorted them
		p.Known = true
		head(key, profiles.pack(ctx, key, &p))
	}
	word(key)
	return nil
}

// sieveFn keeps of the dated articles those that share a word with an undated
// one.
type sieveFn struct{ words map[string]bool }

// ProcessElement emits the article under each such word.
func (f *sieveFn) ProcessElement(ctx context.Context, data []byte, words func(*string) bool, emit func(string, []byte)) error {
	if f.words == nil {
		f.words = map[string]bool{}
		for w := ""; words(&w); {
			f.words[w] = true
		}
	}
	if len(f.words) == 0 {
		return nil
	}
	p, err := sieved.unpack(data)
	if err != nil {
		return err
	}
	for _, k := range p.Profile.Keys {
		if key := wordKey(k); f.words[key] {
			emit(key, profiles.pack(ctx, key, &p))
		}
	}
	return nil
}

// datedFn links the dated articles of a word with those without a date.
type datedFn struct{}

// ProcessElement emits the links. It keeps the undated ones only.
func (*datedFn) ProcessElement(ctx context.Context, key string, heads, group func(*[]byte) bool, link func(string, []byte)) error {
	defer linkClock.run(ctx)()
	known, err := profiles.all(heads)
	if err != nil {
		return err
	}
	for data := []byte(nil); group(&data); {
		p, err := profiles.unpack(data)
		if err != nil {
			return err
		}
		if err := linkAll(ctx, key, append(slices.Clone(known), p), link); err != nil {
			return err
		}
	}
	return nil
}

// homeFn tells the articles of a story which it is.
type homeFn struct{}

// ProcessElement emits for each article the ID of its story, which is that of the
// first.
func (*homeFn) ProcessElement(ctx context.Context, _ string, group func(*string) bool, emit func(string, []byte)) error {
	list := names(group)
	_, home, _ := strings.Cut(list[0], "\x00")
	for _, name := range list {
		_, id, _ := strings.Cut(name, "\x00")
		emit(id, homes.pack(ctx, id, &home))
	}
	return nil
}
