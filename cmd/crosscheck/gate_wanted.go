package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/archive"
	"crosscheck/compare/topic"
)

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

// fetch looks through a kept archive, the newest articles first, until nothing
// is wanted any more, and tells how much was not found.
//
// Note: the archive knows by its numbers where each of them lies, but does not
// tell. Until it does, this is what takes long in a large one; and the last
// numbers of an archive in which articles were replaced are out of reach, which
// is told as missed.
func (w wanted) fetch(ctx context.Context, store *archive.Archive, n int) (out []claims.Article, missed int, err error) {
	articles, list := maps.Clone(w.articles), maps.Clone(w.claims)
	for i := n - 1; i >= 0 && len(articles)+len(list) > 0; i-- {
		s, err := store.Sheet(int32(i))
		if err := errors.Join(err, ctx.Err()); err != nil {
			return nil, 0, fmt.Errorf("reading the archive: %w", err)
		}
		if w.takes(&s.Article, s.Claims) {
			out = append(out, s.Article)
		}
		delete(articles, s.Article.ID)
		for k := range s.Claims {
			delete(list, s.Claims[k].ID)
		}
	}
	return out, len(articles) + len(list), nil
}
