package main

import (
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/claims"
	"crosscheck/compare"
)

func init() {
	beam.RegisterDoFn(&partFn{})
	beam.RegisterDoFn(&keepFn{})
}

// What a report may have.
const (
	keepAll   = "all"      // everything, as on a single machine
	keepCited = "cited"    // what findings, and what was set aside, speak of
	keepFound = "findings" // what findings speak of; nothing that was set aside
)

// onlyCited leaves out of the report what no finding, and nothing set aside,
// speaks of: articles, claims, stories, topics and copies. The report of a
// thousand articles fits into one file and one memory whole, that of ten million
// only so.
func onlyCited(s beam.Scope, found, cited beam.PCollection) beam.PCollection {
	s = s.Scope("keep")
	always, byKey := beam.ParDo2(s, &partFn{}, found)
	return beam.Flatten(s, always, beam.ParDo(s, &keepFn{}, beam.CoGroupByKey(s, byKey, cited)))
}

// keysOf are the keys under which a part may be cited; none for one that stays
// whatever is cited.
func keysOf(p *part) (keys []string) {
	switch {
	case p.Article != nil:
		keys = append(keys, "article "+p.Article.ID)
	case p.Topic != nil:
		keys = append(keys, "topic "+p.Topic.ID)
	case p.Story != nil:
		for _, id := range p.Story.Articles {
			keys = append(keys, "article "+id)
		}
	case p.Copies != nil:
		for _, id := range p.Copies.Claims {
			keys = append(keys, "claim "+id)
		}
	}
	return keys
}

// partFn tells what stays from what has to be cited.
type partFn struct{}

// ProcessElement emits a part as it is, or under each of its keys.
func (*partFn) ProcessElement(_ context.Context, data []byte, always func([]byte), emit func(string, []byte)) error {
	p, err := parts.unpack(data)
	if err != nil {
		return err
	}
	keys := keysOf(&p)
	if len(keys) == 0 {
		always(data)
	}
	for _, k := range keys {
		emit(k, data)
	}
	return nil
}

// keepFn keeps what is cited.
type keepFn struct{}

// ProcessElement emits the parts of a cited key; an article has the claims that
// are cited.
func (*keepFn) ProcessElement(ctx context.Context, _ string, group, cited func(*[]byte) bool, emit func([]byte)) error {
	ids, err := cites.all(cited)
	if err != nil || len(ids) == 0 {
		return err
	}
	list, err := parts.all(group)
	if err != nil {
		return err
	}
	for _, p := range list {
		p.Claims = slices.DeleteFunc(p.Claims, func(c claims.Claim) bool { return !slices.Contains(ids, c.ID) })
		emit(kept.pack(ctx, whole, &p))
	}
	return nil
}

// cite emits what the findings of a part speak of. articleOf is the article of
// each claim.
func cite(ctx context.Context, p *part, articleOf map[string]string, emit func(string, []byte)) {
	seen := map[string]bool{}
	one := func(key, claim string) {
		if !seen[key+"\x00"+claim] {
			seen[key+"\x00"+claim] = true
			emit(key, cites.pack(ctx, key, &claim))
		}
	}
	claim := func(id string) {
		one("article "+articleOf[id], id)
		one("claim "+id, id)
	}
	for _, f := range p.Findings {
		one("topic "+f.Topic, "")
		for _, id := range slices.Concat([]string{f.A, f.B}, f.Also.A, f.Also.B) {
			claim(id)
		}
	}
	for _, s := range p.SetAside {
		claim(s.A)
		claim(s.B)
	}
}

// once takes stories and copies that were kept for several of their claims once.
func once(list []part) []part {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(p part) bool {
		key := ""
		switch {
		case p.Story != nil:
			key = "story " + p.Story.ID
		case p.Copies != nil:
			key = p.Copies.Kind + " " + strings.Join(p.Copies.Claims, " ")
		default:
			return false
		}
		had := seen[key]
		seen[key] = true
		return had
	})
}

// trim takes out of a report's lists what was left out of the report, so that it
// can be read as any other. It changes nothing in a whole one.
func trim(r *compare.Report) {
	claim, article, story := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range r.Claims {
		claim[r.Claims[i].ID] = true
	}
	for i := range r.Articles {
		article[r.Articles[i].ID] = true
	}
	for i := range r.Stories {
		story[r.Stories[i].ID] = true
		only(&r.Stories[i].Articles, article)
	}
	for i := range r.Topics {
		t := &r.Topics[i]
		only(&t.Claims, claim)
		only(&t.Stories, story)
		if !claim[t.Centre] {
			t.Centre = ""
		}
	}
	for i := range r.Copies {
		c := &r.Copies[i]
		only(&c.Claims, claim)
		c.Witnesses = min(c.Witnesses, len(c.Claims))
	}
}

// only keeps of some IDs those that are there.
func only(ids *[]string, there map[string]bool) {
	*ids = slices.DeleteFunc(*ids, func(id string) bool { return !there[id] })
}
