package entity

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"crosscheck/claims"
)

// minAlike is the least Levenshtein similarity of two spellings of one name:
// "dmitri" and "dmitry" have .83, "john" and "joan" .75 are different people.
const minAlike = 0.8

// identity is one person as several articles spell and describe them.
type identity struct {
	first, last string
	speaker     claims.Speaker
	count       int
	stories     map[string]bool
	members     []string // speaker IDs
	posts       []post
}

// post is a role at an affiliation.
type post struct{ role, affiliation string }

// Unify gives one person one speaker in all claims: "Dmitry Peskov" and
// "Dmitri Peskov" end with the same ID, name, role, affiliation and party. So
// does a bare "Peskov", where one full name of the same story fits, or of the
// run, and "the Kremlin spokesman" where exactly one person of the run is known
// to hold that post. People are compared only with those who share the
// beginning of the surname, so the work is near linear. The commonest full
// name wins, the alphabet decides between equals; the claims are changed in
// place.
//
// story tells the event that an article is about by the article's ID; nil
// where that is not known.
//
// It is the one stage that must see all articles of a run, because a name in
// one article may be spelt out only in another. Its key is the surname.
func Unify(list []claims.Claim, story func(article string) string) {
	if story == nil {
		story = func(article string) string { return article }
	}
	d := newDirectory(list, story)
	for i := range list {
		if s := list[i].Speaker; s != nil {
			if p := d.who(*s, story(list[i].Article)); p != nil {
				t := p.speaker
				list[i].Speaker = &t
			}
		}
	}
}

// directory is who is who in a run.
type directory struct {
	known  []*identity
	full   map[string]*identity   // speaker ID -> person, for full names
	byLast map[string][]*identity // people with a full name, commonest first
	posts  map[string][]*identity
}

func newDirectory(list []claims.Claim, story func(article string) string) *directory {
	d := &directory{full: map[string]*identity{}, byLast: map[string][]*identity{}}
	for _, block := range blocks(people(list, story)) {
		d.known = append(d.known, merge(block)...)
	}
	for _, p := range d.known {
		for _, id := range p.members {
			d.full[id] = p
		}
		if p.first != "" {
			d.byLast[p.last] = append(d.byLast[p.last], p)
		}
	}
	d.posts = byPost(d.known)
	return d
}

// dominant is how many times commoner one of several namesakes must be for a
// bare surname to mean him whatever the story tells. Set by judgement.
const dominant = 4

// who finds the person that a speaker is, or nil.
func (d *directory) who(s claims.Speaker, story string) *identity {
	p := d.full[s.ID]
	if p == nil {
		return holder(d.posts, principal(d.known, s))
	}
	if p.first != "" {
		return p
	}
	namesakes := d.byLast[p.last]
	var here []*identity
	for _, q := range namesakes {
		if q.stories[story] {
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

// byPost indexes people by the last word of the roles in which they speak for
// an institution.
func byPost(known []*identity) map[string][]*identity {
	index := map[string][]*identity{}
	for _, p := range known {
		for _, post := range p.posts {
			key := base(lastWord(post.role))
			if data().roles[strings.ToLower(post.role)] && !slices.Contains(index[key], p) {
				index[key] = append(index[key], p)
			}
		}
	}
	return index
}

// principal replaces an affiliation that is a person of the run by that
// person's side: "Putin's spokesman" speaks for Russia.
func principal(known []*identity, s claims.Speaker) claims.Speaker {
	if !strings.HasPrefix(s.ID, "unnamed:") || s.Affiliation == "" || party(s.Affiliation) != "" {
		return s
	}
	names := strings.Fields(s.Affiliation)
	last := Fold(names[len(names)-1])
	for _, p := range known {
		if p.last == last && p.speaker.Party != "" {
			s.Affiliation = p.speaker.Party
			return s
		}
	}
	return s
}

// holder is the one person known to hold the post by which an unnamed speaker
// is described, or nil.
func holder(index map[string][]*identity, s claims.Speaker) *identity {
	if !strings.HasPrefix(s.ID, "unnamed:") || s.Affiliation == "" || !data().roles[strings.ToLower(s.Role)] {
		return nil
	}
	var found *identity
	for _, p := range index[base(lastWord(s.Role))] {
		if !p.holds(s) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// holds reports whether one of the person's posts is the speaker's.
func (p *identity) holds(s claims.Speaker) bool {
	for _, post := range p.posts {
		if post.affiliation != "" && base(lastWord(post.role)) == base(lastWord(s.Role)) && agree(post.affiliation, s.Affiliation) {
			return true
		}
	}
	return false
}

// people lists the distinct persons among the speakers, sorted by ID.
func people(list []claims.Claim, story func(article string) string) []*identity {
	byID := map[string]*identity{}
	for _, c := range list {
		if c.Speaker == nil || !strings.HasPrefix(c.Speaker.ID, "person:") {
			continue
		}
		p, ok := byID[c.Speaker.ID]
		if !ok {
			p = newIdentity(*c.Speaker)
			byID[c.Speaker.ID] = p
		}
		p.count++
		p.stories[story(c.Article)] = true
		p.learn(*c.Speaker)
	}
	out := make([]*identity, 0, len(byID))
	for _, p := range byID {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *identity) int { return cmp.Compare(a.speaker.ID, b.speaker.ID) })
	return out
}

func newIdentity(s claims.Speaker) *identity {
	names := strings.Fields(s.Name)
	p := &identity{speaker: s, members: []string{s.ID}, stories: map[string]bool{}}
	if len(names) > 0 {
		p.last = Fold(names[len(names)-1])
	}
	if len(names) > 1 {
		p.first = Fold(names[0])
	}
	return p
}

// learn adds a post. Of several, the one with the longest affiliation is
// shown, the alphabet deciding between equals, so that the order of the claims
// does not matter.
func (p *identity) learn(s claims.Speaker) {
	t := &p.speaker
	if held := (post{s.Role, s.Affiliation}); s.Role != "" && !slices.Contains(p.posts, held) {
		p.posts = append(p.posts, held)
	}
	richer := cmp.Or(cmp.Compare(len(s.Affiliation), len(t.Affiliation)), cmp.Compare(len(s.Role), len(t.Role)), cmp.Compare(t.Affiliation+t.Role, s.Affiliation+s.Role))
	if s.Role != "" && (t.Role == "" || richer > 0) {
		t.Role, t.Affiliation = s.Role, s.Affiliation
	}
	if s.Party != "" && (t.Party == "" || s.Party < t.Party) {
		t.Party = s.Party
	}
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
func merge(block []*identity) []*identity {
	slices.SortStableFunc(block, func(a, b *identity) int { return cmp.Compare(b.count, a.count) })
	var out []*identity
	for _, p := range block {
		i := slices.IndexFunc(out, func(q *identity) bool { return same(p, q) })
		if i < 0 {
			out = append(out, p)
			continue
		}
		out[i].join(p)
	}
	return out
}

// join takes another record of the same person in.
func (p *identity) join(o *identity) {
	for _, post := range o.posts {
		p.learn(claims.Speaker{Role: post.role, Affiliation: post.affiliation})
	}
	p.learn(claims.Speaker{Party: o.speaker.Party})
	p.members = append(p.members, o.members...)
	maps.Copy(p.stories, o.stories)
	p.count += o.count
}

// same reports whether two full names are one person's.
func same(p, q *identity) bool {
	if p.first == "" || q.first == "" || !sameFirst(p.first, q.first) {
		return false
	}
	evidence := p.speaker.Party != "" && p.speaker.Party == q.speaker.Party
	return p.last == q.last || evidence && similar(p.last, q.last)
}

// sameFirst reports whether two folded first names may be one: equal, an
// initial of the other, two spellings, or a name and its short form.
func sameFirst(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if len(a) == 1 || len(b) == 1 {
		return a[:1] == b[:1]
	}
	return a == b || similar(a, b) || data().nicknames[[2]string{a, b}]
}

// similar compares two spellings; short names may differ by one letter and
// not be the same: Ann, Anna.
func similar(a, b string) bool {
	n := max(len(a), len(b))
	if n < 5 || len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return a == b
	}
	return 1-float64(levenshtein.ComputeDistance(a, b))/float64(n) >= minAlike
}
