package entity

import (
	"strings"

	"crosscheck/claims"
)

// Roll says who speaks in an article: all that joining the speakers of a run
// needs of it. Rolls are plain data, many times smaller than the claims.
type Roll struct {
	Article  string // its ID
	Story    string // the ID of its story
	Speakers []Voice
}

// Voice is a speaker of an article as he was found there.
type Voice struct {
	Speaker claims.Speaker
	Claims  int // how many of the article's claims are his, at least 1
}

// RollOf calls the roll of an article; its claims are in the order of the text.
func RollOf(article, story string, list []claims.Claim) Roll {
	r := Roll{Article: article, Story: story}
	at := map[*claims.Speaker]int{}
	for i := range list {
		s := list[i].Speaker
		if s == nil {
			continue
		}
		k, ok := at[s]
		if !ok {
			k = len(r.Speakers)
			at[s] = k
			r.Speakers = append(r.Speakers, Voice{Speaker: *s})
		}
		r.Speakers[k].Claims++
	}
	return r
}

// Directory is who is who in a run.
type Directory struct{ d *directory }

// Directory makes the directory of a run of the rolls of all articles, in the
// order in which their claims would be given to [Gazetteer.Unify].
func (g *Gazetteer) Directory(rolls []Roll) *Directory {
	c := census{}
	for _, r := range rolls {
		c.enter(g, r)
	}
	return &Directory{g.directoryOf(c.everybody())}
}

// Unified is a speaker, as an article of a story has him, as the run knows
// him: the speaker that [Gazetteer.Unify] puts in his place.
func (d *Directory) Unified(s claims.Speaker, story string) claims.Speaker {
	return d.d.unified(s, story)
}

// census gathers the persons among the speakers, by ID.
type census map[string]*identity

// enter counts who speaks in one article.
func (c census) enter(g *Gazetteer, r Roll) {
	for _, v := range r.Speakers {
		if !strings.HasPrefix(v.Speaker.ID, "person:") {
			continue
		}
		p, ok := c[v.Speaker.ID]
		if !ok {
			p = g.newIdentity(v.Speaker)
			c[v.Speaker.ID] = p
		}
		p.count += v.Claims
		p.stories.add(r.Story)
		p.articles.add(r.Article)
		p.learn(v.Speaker, v.Claims)
	}
}
