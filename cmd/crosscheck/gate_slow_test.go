package main

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/compare/topic"
	"crosscheck/report/gate"
)

// This is the gate as it was before it looked drafts up: all articles are grouped
// together with the drafts, and a run over those of the drafts' stories and topics
// judges. It finds the same in minutes.

// slowGate holds drafts against articles.
func slowGate(t testing.TB, by check.Options, in *gate.Input, articles, drafts []claims.Article) {
	t.Helper()
	own := sameArticle(drafts)
	articles = slices.DeleteFunc(slices.Clone(articles), func(x claims.Article) bool {
		return own(&check.Known{ID: x.ID, URL: x.URL, Path: x.Path, Line: x.Line})
	})
	found, copies := nearIn(t, articles, drafts)
	judge := by.Judge
	by.Judge = aboutDrafts(judge, drafts, copies)
	r, err := check.Run(t.Context(), slices.Concat(drafts, found), by)
	if err != nil {
		t.Fatal(err)
	}
	withSelf(r, judge, drafts)
	in.Report, in.Against = r, len(articles)
}

// nearIn finds them among articles that were read.
func nearIn(t testing.TB, articles, drafts []claims.Article) (found []claims.Article, copies map[string]bool) {
	t.Helper()
	r, err := check.Topics(t.Context(), slices.Concat(articles, drafts), check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w := wantedOf(r, drafts)
	of := map[string][]claims.Claim{}
	for _, c := range r.Claims {
		of[c.Article] = append(of[c.Article], c)
	}
	for i := range articles {
		if w.takes(&articles[i], of[articles[i].ID]) {
			found = append(found, articles[i])
		}
	}
	return found, w.copies
}

// wanted is what is wanted of an archive, by ID.
type wanted struct {
	articles map[string]bool     // of the drafts' stories
	claims   map[string][]*group // of the drafts' topics: those topics
	copies   map[string]bool     // claims that print a text of a draft
}

// group is what the drafts say on one topic: by whom, and of which days.
type group struct {
	speakers map[string]bool // their last names, folded
	days     []time.Time     // the zero time where a draft has no date
}

// wantedOf reads off the stories, topics and copies that the drafts are in.
func wantedOf(r *compare.Report, drafts []claims.Article) wanted {
	w := wanted{map[string]bool{}, map[string][]*group{}, map[string]bool{}}
	mine, dates, ours := ids(drafts), map[string]string{}, map[string]*claims.Claim{}
	for _, d := range drafts {
		dates[d.ID] = d.Date
	}
	for i := range r.Claims {
		if c := &r.Claims[i]; mine[c.Article] {
			ours[c.ID] = c
		}
	}
	for _, s := range r.Stories {
		others(s.Articles, func(id string) bool { return mine[id] }, func(id string) { w.articles[id] = true })
	}
	isOurs := func(id string) bool { return ours[id] != nil }
	for _, t := range r.Topics {
		g := &group{speakers: map[string]bool{}}
		for _, id := range t.Claims {
			if c := ours[id]; c != nil && c.Speaker != nil {
				day, _ := time.Parse(time.DateOnly, dates[c.Article])
				g.speakers[lastName(c)], g.days = true, append(g.days, day)
			}
		}
		others(t.Claims, isOurs, func(id string) { w.claims[id] = append(w.claims[id], g) })
	}
	for _, c := range r.Copies {
		others(c.Claims, isOurs, func(id string) { w.copies[id] = true })
	}
	return w
}

// others calls add for what is not ours in a list that has some of ours.
func others(list []string, ours func(string) bool, add func(string)) {
	if !slices.ContainsFunc(list, ours) {
		return
	}
	for _, id := range list {
		if !ours(id) {
			add(id)
		}
	}
}

// lastName is the last word of a speaker's name, folded.
func lastName(c *claims.Claim) string {
	words := strings.Fields(strings.ToLower(c.Speaker.Name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// takes reports whether an article has what is wanted. Of another story that is
// only what somebody says, in the same weeks or whenever it was the same person:
// what package check holds against each other across stories.
func (w wanted) takes(x *claims.Article, list []claims.Claim) bool {
	if w.articles[x.ID] {
		return true
	}
	return slices.ContainsFunc(list, func(c claims.Claim) bool {
		return w.copies[c.ID] || c.Speaker != nil && slices.ContainsFunc(w.claims[c.ID], func(g *group) bool { return g.meets(&c, x.Date) })
	})
}

// meets reports whether a claim may be held against what the drafts say.
func (g *group) meets(c *claims.Claim, date string) bool {
	day, err := time.Parse(time.DateOnly, date)
	return g.speakers[lastName(c)] || slices.ContainsFunc(g.days, func(d time.Time) bool {
		return err != nil || d.IsZero() || d.Sub(day).Abs() <= topic.Days*24*time.Hour
	})
}

// aboutDrafts is a judge that is asked only about pairs with a draft's statement:
// what two articles of the archive say to each other is not the gate's question.
// Copies are claims of the archive that stand for a draft's, having its text.
func aboutDrafts(judge compare.Judge, drafts []claims.Article, copies map[string]bool) compare.Judge {
	of := drafted{ids(drafts), copies}
	switch j := judge.(type) {
	case compare.Leaner:
		return aboutLeaner{aboutReader{aboutJudge{j, of}, j}, j}
	case compare.Reader:
		return aboutReader{aboutJudge{j, of}, j}
	}
	return aboutJudge{judge, of}
}

// aboutJudge asks a judge pair by pair.
type aboutJudge struct {
	judge  compare.Judge
	drafts drafted
}

// drafted are articles and claims by ID.
type drafted struct{ articles, claims map[string]bool }

// Name is the judge's.
func (j aboutJudge) Name() string { return j.judge.Name() }

// Judge asks about the pairs that concern a draft; the others are neutral.
func (j aboutJudge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	var asked []compare.Pair
	var at []int
	out := make([]compare.Verdict, len(pairs))
	for i, p := range pairs {
		out[i] = compare.Verdict{Label: compare.Neutral, Scores: compare.Scores{Neutral: 1}}
		if j.of(p.A) || j.of(p.B) {
			asked, at = append(asked, p), append(at, i)
		}
	}
	verdicts, err := j.judge.Judge(ctx, asked)
	for k, v := range verdicts {
		if k < len(at) {
			out[at[k]] = v
		}
	}
	return out, err
}

// of reports whether a statement is a draft's.
func (j aboutJudge) of(s compare.Statement) bool {
	return s.Claim != nil && (j.drafts.articles[s.Claim.Article] || j.drafts.claims[s.Claim.ID])
}

// aboutReader reads a statement only where it stands beside a draft's.
type aboutReader struct {
	aboutJudge
	reader compare.Reader
}

// aboutReading is a statement that is read when it is first needed.
type aboutReading struct {
	draft bool
	read  func() compare.Reading
}

// Read notes the statement.
func (j aboutReader) Read(s compare.Statement) compare.Reading {
	return &aboutReading{j.of(s), sync.OnceValue(func() compare.Reading { return j.reader.Read(s) })}
}

// Oppose asks the judge where one side is a draft's.
func (j aboutReader) Oppose(a, b compare.Reading) (compare.Verdict, bool) {
	x, y := a.(*aboutReading), b.(*aboutReading)
	if !x.draft && !y.draft {
		return compare.Verdict{}, false
	}
	return j.reader.Oppose(x.read(), y.read())
}

// aboutLeaner can be asked what it is less sure of, too.
type aboutLeaner struct {
	aboutReader
	leaner compare.Leaner
}

// Lean is the judge's, about the same pairs.
func (j aboutLeaner) Lean(least float64) compare.Reader {
	return aboutReader{j.aboutJudge, j.leaner.Lean(least)}
}
