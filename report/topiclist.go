package report

import (
	"cmp"
	"slices"

	"crosscheck/compare"
)

// TopicList are topics as a reader sees them, by story. All its texts are clean.
type TopicList struct {
	Totals  Totals // of all that was read
	Stories int    // of all that was read
	Listed  int    // topics that are listed
	Few     int    // topics left out since too few outlets have them
	Over    int    // topics left out since there are so many
	Groups  []TopicGroup
}

// TopicGroup is a story with its topics.
type TopicGroup struct {
	ID, Title string
	Articles  int
	Outlets   []string // by name
	From, To  string   // YYYY-MM-DD, "" where unknown
	Topics    []TopicEntry
	Over      int // topics of this story that were left out since there are so many
}

// TopicEntry is a topic in words.
type TopicEntry struct {
	Rank      int // from 1, in the order in which they stand
	ID, Label string
	Claims    int
	Witnesses int      // outlets that have it of their own, not from another
	Outlets   []string // by name
	Speakers  []string // who speaks most often first
	From, To  string   // YYYY-MM-DD, "" where unknown
	Also      []string // the titles of other stories that it runs through
	Quotes    []Quote  // some of its claims, in the order of the news
}

// Quote is a claim on one line.
type Quote struct {
	Source
	Kind    Term
	Text    string // the sentence that tells most of the topic
	Printed Printed
}

// FillTopics turns the topics of a report into what a reader sees. Each stands
// in the story that most of its claims are from, and stories stand in the order
// of their first topics.
func FillTopics(r *compare.Report, o TopicOptions) *TopicList {
	f := newFiller(orEmpty(r))
	c := f.choose(o)
	l := &TopicList{Totals: f.totals(), Stories: len(f.report.Stories), Listed: len(c.topics), Few: len(c.few), Over: len(c.over)}
	at := map[string]int{}
	for _, p := range c.topics {
		g, ok := at[p.home]
		if !ok {
			g = len(l.Groups)
			at[p.home] = g
			l.Groups = append(l.Groups, f.group(p.home))
		}
		e := f.entry(p)
		e.Quotes = f.quotes(p, cmp.Or(o.Claims, usualClaims), c.hands)
		l.Groups[g].Topics = append(l.Groups[g].Topics, e)
	}
	for _, p := range c.over {
		if g, ok := at[p.home]; ok {
			l.Groups[g].Over++
		}
	}
	l.number()
	return l
}

// number numbers the topics in the order in which they stand.
func (l *TopicList) number() {
	n := 0
	for g := range l.Groups {
		for t := range l.Groups[g].Topics {
			n++
			l.Groups[g].Topics[t].Rank = n
		}
	}
}

// group is a story without its topics.
func (f *filler) group(id string) TopicGroup {
	i, ok := f.stories[id]
	if !ok {
		return TopicGroup{ID: clean(id), Title: "no story"}
	}
	s := f.report.Stories[i]
	g := TopicGroup{ID: clean(s.ID), Title: cmp.Or(name(s.Title), "untitled"), Articles: len(s.Articles), From: clean(s.From), To: clean(s.To)}
	for _, a := range s.Articles {
		if f.articles[a] != nil {
			g.Outlets = append(g.Outlets, cmp.Or(name(f.articles[a].Outlet), unknownOutlet))
		}
	}
	slices.Sort(g.Outlets)
	g.Outlets = slices.Compact(g.Outlets)
	return g
}

// entry is a topic without its rank and quotes.
func (f *filler) entry(p homed) TopicEntry {
	e := TopicEntry{ID: clean(p.ID), Label: name(p.Label), Claims: len(p.Claims), Witnesses: p.witnesses, From: clean(p.From), To: clean(p.To)}
	for _, x := range p.Outlets {
		e.Outlets = append(e.Outlets, cmp.Or(name(x), unknownOutlet))
	}
	for _, x := range p.Speakers {
		e.Speakers = append(e.Speakers, name(x))
	}
	for _, id := range p.Stories {
		if i, ok := f.stories[id]; ok && id != p.home {
			e.Also = append(e.Also, cmp.Or(name(f.report.Stories[i].Title), clean(id)))
		}
	}
	return e
}
