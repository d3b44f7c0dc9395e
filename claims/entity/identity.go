package entity

import (
	"cmp"
	"slices"

	"crosscheck/claims"
)

// identity is one person as several articles spell and describe him.
type identity struct {
	name
	speaker  claims.Speaker
	count    int
	stories  set
	articles set
	members  []string       // speaker IDs
	names    []string       // as printed
	posts    map[post]int   // how often claims have them
	parties  map[string]int // likewise, but for his own name
}

// post is a role at an affiliation.
type post struct{ role, affiliation string }

func (g *Gazetteer) newIdentity(s claims.Speaker) *identity {
	return &identity{name: g.names(s.Name), speaker: s, members: []string{s.ID}, names: []string{s.Name}}
}

// appear counts what one article tells.
func (p *identity) appear(a Appearance) {
	p.count += a.Claims
	p.stories.add(a.Story)
	p.articles.add(a.Article)
	p.learn(a.Speaker, a.Claims)
}

// close makes a person ready for questions: nothing appears any more.
func (p *identity) close() {
	p.stories.close()
	p.articles.close()
}

// learn counts the post and the party of n claims.
func (p *identity) learn(s claims.Speaker, n int) {
	if s.Role != "" {
		p.holds(post{s.Role, s.Affiliation}, n)
	}
	if s.Party != "" && s.Party != s.Name {
		p.sides(s.Party, n)
	}
}

// holds counts a post. Many a person has none.
func (p *identity) holds(held post, n int) {
	if p.posts == nil {
		p.posts = map[post]int{}
	}
	p.posts[held] += n
}

// sides counts a party.
func (p *identity) sides(party string, n int) {
	if p.parties == nil {
		p.parties = map[string]int{}
	}
	p.parties[party] += n
}

// side is the commonest party, "" where there is none but himself; the alphabet
// decides between equals.
func (p *identity) side() string {
	best := ""
	for party, n := range p.parties {
		if best == "" || n > p.parties[best] || n == p.parties[best] && party < best {
			best = party
		}
	}
	return best
}

// settle decides what is shown of a person: a post that is not over, with an
// affiliation if one is told, the commonest, the longer, the alphabet deciding
// at last, so that the order of the claims does not matter.
func (p *identity) settle(g *Gazetteer) {
	var best post
	for held := range p.posts {
		if best.role == "" || g.compare(held, best, p.posts) > 0 {
			best = held
		}
	}
	if best.role != "" {
		p.speaker.Role, p.speaker.Affiliation = best.role, best.affiliation
	}
	if side := p.side(); side != "" {
		p.speaker.Party = side
	} else if p.speaker.Party != "" {
		p.speaker.Party = p.speaker.Name
	}
}

// rare is how many times commoner a role must be without an affiliation for one that the
// lists do not know to be a slip: of a president in thousands of claims some line of a
// page makes the president of something. Set by judgement.
const rare = 20

// compare is positive where post a tells more than post b.
func (g *Gazetteer) compare(a, b post, count map[post]int) int {
	slip := func(p post) bool {
		return count[post{role: p.role}] > rare*count[p] && g.bodyParty(p.affiliation) == ""
	}
	current := func(p post) int { return truth(!isFormer(p.role)) }
	told := func(p post) int {
		return truth(p.affiliation != "" && !slip(p)) - truth(g.isCamp(p.affiliation))
	}
	return cmp.Or(
		cmp.Compare(current(a), current(b)), cmp.Compare(told(a), told(b)), cmp.Compare(count[a], count[b]),
		cmp.Compare(len(a.affiliation), len(b.affiliation)), cmp.Compare(len(a.role), len(b.role)),
		cmp.Compare(b.affiliation+b.role, a.affiliation+a.role),
	)
}

func truth(is bool) int {
	if is {
		return 1
	}
	return 0
}

// blocks groups people by the first two letters of the surname.
func blocks(all []*identity) [][]*identity {
	byKey := map[string][]*identity{}
	var keys []string
	for _, p := range all {
		key := p.last[:min(2, len(p.last))]
		if byKey[key] == nil {
			keys = append(keys, key)
		}
		byKey[key] = append(byKey[key], p)
	}
	slices.Sort(keys)
	out := make([][]*identity, 0, len(keys))
	for _, k := range keys {
		out = append(out, byKey[k])
	}
	return out
}

// merge joins the people of one block who are the same; the commonest comes
// first. Bare surnames stay by themselves: whom they mean depends on the story.
func (g *Gazetteer) merge(block []*identity) []*identity {
	slices.SortStableFunc(block, func(a, b *identity) int { return cmp.Compare(b.count, a.count) })
	var out []*identity
	var known surnames
	for _, p := range block {
		i := -1
		if p.first != "" {
			i = known.first(p, func(k int) bool { return g.same(p, out[k]) })
		}
		if i < 0 {
			known.add(p.last, len(out))
			out = append(out, p)
			continue
		}
		out[i].join(p)
	}
	return out
}

// join takes another record of the same person in.
func (p *identity) join(o *identity) {
	for held, n := range o.posts {
		p.holds(held, n)
	}
	for party, n := range o.parties {
		p.sides(party, n)
	}
	if p.speaker.Party == "" {
		p.speaker.Party = o.speaker.Party
	}
	p.members = append(p.members, o.members...)
	p.names = append(p.names, o.names...)
	p.stories.join(o.stories)
	p.articles.join(o.articles)
	p.count += o.count
}
