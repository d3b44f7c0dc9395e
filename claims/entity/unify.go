package entity

import (
	"iter"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Unify gives one person one speaker in all claims: "Dmitry Peskov" and
// "Dmitri Peskov" end with the same ID, name, role, affiliation and party. So
// does a bare "Peskov", where one full name of the same story fits, or of the
// run, and "the Kremlin spokesman" where exactly one person of the run is known
// to hold that post. People are compared only with those who share the
// beginning of the surname, so the work is near linear. The commonest full
// name wins, the alphabet decides between equals; the claims are changed in
// place, and those of one speaker then share a [claims.Speaker], which must not
// be changed.
//
// story tells the event that an article is about by the article's ID; nil
// where that is not known.
//
// It is the one stage that must see all articles of a run, because a name in
// one article may be spelt out only in another. Its key is the surname.
func (g *Gazetteer) Unify(list []claims.Claim, story func(article string) string) {
	if story == nil {
		story = func(article string) string { return article }
	}
	g.UnifyEach(byArticle(list), story)
}

// UnifyEach is Unify for claims that do not stand in one list: it is asked for
// those of one article after the other, twice.
func (g *Gazetteer) UnifyEach(articles iter.Seq[[]claims.Claim], story func(article string) string) {
	d := g.newDirectory(articles, story)
	same := map[claims.Speaker]*claims.Speaker{}
	now := map[*claims.Speaker]*claims.Speaker{}
	for part := range articles {
		if len(part) == 0 {
			continue
		}
		event := story(part[0].Article)
		clear(now)
		for i := range part {
			s := part[i].Speaker
			if s == nil {
				continue
			}
			if now[s] == nil {
				now[s] = intern(same, s, d.unified(*s, event))
			}
			part[i].Speaker = now[s]
		}
	}
}

// intern returns the one speaker of the run with the fields of s, which was
// made from was: a prime minister speaks in thousands of claims. Who has no
// name is nobody beyond the article.
func intern(same map[claims.Speaker]*claims.Speaker, was *claims.Speaker, s claims.Speaker) *claims.Speaker {
	if strings.HasPrefix(s.ID, unnamed) {
		if s == *was {
			return was
		}
		return &s
	}
	p := same[s]
	if p == nil {
		p = &s
		same[s] = p
	}
	return p
}

// unnamed begins the ID of a speaker who is known by a description only.
const unnamed = "unnamed:"

// unified is a speaker as the run knows him.
func (d *directory) unified(s claims.Speaker, story string) claims.Speaker {
	if p := d.who(s, story); p != nil {
		s = p.speaker
	}
	s.Party = d.side(s.Party)
	return s
}

// byArticle yields the claims of one article after the other, as they stand in
// the list.
func byArticle(list []claims.Claim) iter.Seq[[]claims.Claim] {
	return func(yield func([]claims.Claim) bool) {
		for from, to := 0, 0; from < len(list); from = to {
			for to = from + 1; to < len(list) && list[to].Article == list[from].Article; to++ {
			}
			if !yield(list[from:to]) {
				return
			}
		}
	}
}

// side is a party under the name that its person has in the run: whoever
// speaks for "J. Lee" speaks for Jane Lee, or for her party.
func (d *directory) side(party string) string {
	if p := d.selves[party]; p != nil {
		if p.speaker.Party != "" {
			return p.speaker.Party
		}
		return p.speaker.Name
	}
	return party
}

// Unify is Gazetteer.Unify by the embedded lists.
func Unify(list []claims.Claim, story func(article string) string) { Default().Unify(list, story) }

// directory is who is who in a run.
type directory struct {
	g      *Gazetteer
	known  []*identity
	selves map[string]*identity   // a person's name as printed, where it is a party
	full   map[string]*identity   // speaker ID -> person, for full names
	byLast map[string][]*identity // people with a full name, commonest first
	posts  map[string][]*identity
}

func (g *Gazetteer) newDirectory(articles iter.Seq[[]claims.Claim], story func(article string) string) *directory {
	c := census{}
	for part := range articles {
		if len(part) > 0 {
			c.enter(g, RollOf(part[0].Article, story(part[0].Article), part))
		}
	}
	return g.directoryOf(c.everybody())
}

// directoryOf joins the records of persons that are one's.
func (g *Gazetteer) directoryOf(all []*identity) *directory {
	slices.SortFunc(all, func(a, b *identity) int { return strings.Compare(a.speaker.ID, b.speaker.ID) })
	d := &directory{g: g, selves: map[string]*identity{}, full: map[string]*identity{}, byLast: map[string][]*identity{}}
	for _, block := range blocks(all) {
		d.known = append(d.known, g.merge(block)...)
	}
	for _, p := range d.known {
		p.settle(g)
		for _, id := range p.members {
			d.full[id] = p
		}
		for _, n := range p.names {
			if p.first != "" {
				d.selves[n] = p
			}
		}
		if p.first != "" {
			d.byLast[p.last] = append(d.byLast[p.last], p)
		}
	}
	d.posts = d.byPost()
	return d
}

// dominant is how many times commoner one of several namesakes must be for a
// bare surname to mean him whatever the story tells. Set by judgement.
const dominant = 4

// who finds the person that a speaker is, or nil.
func (d *directory) who(s claims.Speaker, story string) *identity {
	p := d.full[s.ID]
	if p == nil {
		return d.holder(d.principal(s))
	}
	if p.first != "" {
		return p
	}
	namesakes := d.byLast[p.last]
	var here []*identity
	for _, q := range namesakes {
		if q.stories.has(story) {
			here = append(here, q)
		}
	}
	switch {
	case len(here) == 1 && (len(namesakes) == 1 || namesakes[0] == here[0] || namesakes[0].count < dominant*here[0].count):
		return here[0]
	case len(here) == 1:
		return namesakes[0] // the relative of somebody far better known
	case len(here) == 0 && len(namesakes) == 1:
		return namesakes[0]
	case len(here) == 0 && len(namesakes) > 1 && namesakes[0].count >= dominant*namesakes[1].count:
		return namesakes[0]
	}
	return p
}

// byPost indexes people by the posts in which they speak for an institution.
func (d *directory) byPost() map[string][]*identity {
	index := map[string][]*identity{}
	speaks := map[string]bool{} // the roles that were asked about: many people are spokesmen
	for _, p := range d.known {
		for post := range p.posts {
			does, asked := speaks[post.role]
			if !asked {
				does = d.g.speaksFor(post.role)
				speaks[post.role] = does
			}
			if !does {
				continue
			}
			for _, key := range d.g.postKeys(post) {
				if list := index[key]; len(list) == 0 || list[len(list)-1] != p {
					index[key] = append(list, p)
				}
			}
		}
	}
	return index
}

// postKeys are the keys of a post: its role with the party of its affiliation,
// and with each word of it.
func (g *Gazetteer) postKeys(p post) []string {
	role := base(lastWord(p.role)) + "@"
	var keys []string
	if party := g.partyOf(p.affiliation); party != "" {
		keys = append(keys, role+key(party))
	}
	for w := range strings.FieldsSeq(key(p.affiliation)) {
		if !g.is(w, article|preposition|owner|bodyNoun|governing) {
			keys = append(keys, role+w)
		}
	}
	return keys
}

// speaksFor reports a role that speaks for its institution.
func (g *Gazetteer) speaksFor(role string) bool {
	ws := word.Split(role, 0)
	for i := range ws {
		if n, c := g.roleAt(ws, i); n > 0 && i+n == len(ws) {
			return c&speaks != 0 && !isFormer(role)
		}
	}
	return false
}

// principal replaces an affiliation that is a person of the run by that
// person's side: "Putin's spokesman" speaks for Russia.
func (d *directory) principal(s claims.Speaker) claims.Speaker {
	if !strings.HasPrefix(s.ID, unnamed) || s.Affiliation == "" || d.g.bodyParty(s.Affiliation) != "" {
		return s
	}
	n := d.g.names(s.Affiliation)
	for _, p := range d.byLast[n.last] {
		if p.speaker.Party != "" && (n.first == "" || d.g.firsts(n, p.name)) {
			s.Affiliation = p.speaker.Party
			return s
		}
	}
	return s
}

// holder is the one person known to hold the post by which an unnamed speaker
// is described, or nil.
func (d *directory) holder(s claims.Speaker) *identity {
	if !strings.HasPrefix(s.ID, unnamed) || s.Affiliation == "" || !d.g.speaksFor(s.Role) || isCrowd(s.Role) {
		return nil
	}
	var found *identity
	for _, key := range d.g.postKeys(post{s.Role, s.Affiliation}) {
		for _, p := range d.posts[key] {
			if found != nil && p != found {
				return nil
			}
			found = p
		}
	}
	return found
}

// isCrowd reports a role that so many hold at one institution that the words
// name none of them: "a White House official".
func isCrowd(role string) bool {
	switch lastWord(role) {
	case "official", "officials", "lawyer", "attorney", "diplomat", "aide", "head", "leader", "chief":
		return true
	}
	return strings.HasSuffix(role, "s")
}
