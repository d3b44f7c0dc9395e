package entity

import (
	"cmp"
	"iter"
	"slices"
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

// Appearance is a person in one article.
type Appearance struct {
	Order          string // sorts as claims would be given to [Gazetteer.Unify]
	Nth            int    // place on the roll: an article may describe one speaker twice
	Article, Story string // their IDs
	Voice
}

// Appearances are those of the persons on a roll.
func (r *Roll) Appearances(order string) (out []Appearance) {
	for n, v := range r.Speakers {
		if strings.HasPrefix(v.Speaker.ID, "person:") {
			out = append(out, Appearance{order, n, r.Article, r.Story, v})
		}
	}
	return out
}

// Record is what a run tells of one speaker ID. Records are plain data, and few:
// most articles quote those whom others quote, for 16 bytes of each article.
type Record struct {
	Speaker           claims.Speaker // as the first article has him
	Claims            int            // at least 1
	Told              []Told         // sorted
	Articles, Stories []uint64       // hashes of their IDs, sorted
}

// Told is a post or a party that claims give a person.
type Told struct {
	Role, Affiliation string // "" for a party
	Party             string
	Claims            int // at least 1
}

// RecordOf puts the appearances of one speaker ID together, at least one, in any
// order and one at a time.
func RecordOf(list iter.Seq[Appearance]) Record {
	var p identity
	var first Appearance
	for a := range list {
		if p.count == 0 || cmp.Or(cmp.Compare(a.Order, first.Order), cmp.Compare(a.Nth, first.Nth)) < 0 {
			first = a
		}
		p.appear(a)
	}
	p.close()
	out := Record{Speaker: first.Speaker, Claims: p.count, Articles: p.articles, Stories: p.stories}
	for held, n := range p.posts {
		out.Told = append(out.Told, Told{Role: held.role, Affiliation: held.affiliation, Claims: n})
	}
	for party, n := range p.parties {
		out.Told = append(out.Told, Told{Party: party, Claims: n})
	}
	slices.SortFunc(out.Told, func(a, b Told) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Affiliation, b.Affiliation), cmp.Compare(a.Party, b.Party))
	})
	return out
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

// DirectoryOf makes the directory of a run of its records, one for each speaker
// ID, in any order.
func (g *Gazetteer) DirectoryOf(records []Record) *Directory {
	all := make([]*identity, len(records))
	for i, one := range records {
		p := g.newIdentity(one.Speaker)
		p.count, p.articles, p.stories = one.Claims, one.Articles, one.Stories
		for _, t := range one.Told {
			if t.Role != "" {
				p.holds(post{t.Role, t.Affiliation}, t.Claims)
			}
			if t.Party != "" {
				p.sides(t.Party, t.Claims)
			}
		}
		all[i] = p
	}
	return &Directory{g.directoryOf(all)}
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
	for _, a := range r.Appearances("") {
		p, ok := c[a.Speaker.ID]
		if !ok {
			p = g.newIdentity(a.Speaker)
			c[a.Speaker.ID] = p
		}
		p.appear(a)
	}
}

// everybody lists the persons.
func (c census) everybody() []*identity {
	out := make([]*identity, 0, len(c))
	for _, p := range c {
		p.close()
		out = append(out, p)
	}
	return out
}
