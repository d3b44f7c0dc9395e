package entity

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/claims"
)

// parties finds the sides of those whose party does not follow from their own
// words: holders of an office that names no country, and people who have
// others speak for them.
func (r *Roster) parties() {
	home := r.home()
	for _, p := range r.people {
		s := p.speaker
		if p.office && s.Party == "" && home != "" && r.g.hasOffice(home, p.roles) && (s.Affiliation == "" || accredited(s.Role)) {
			s.Party = home
		}
		if s.Party == "" && r.campaigns[p.last] && len(r.byLast[p.last]) == 1 {
			s.Party = surnameOf(s.Name, p.name) + " campaign"
		}
		if s.Party == "" && p.camp != "" && p.speaksFor && slices.ContainsFunc(p.roles, leads) {
			s.Party = p.camp
		}
	}
	for _, p := range r.people {
		if p.speaksFor && p.speaker.Affiliation != "" {
			if party := r.principal(p.speaker.Affiliation); party != "" && !isFormer(p.speaker.Role) {
				p.speaker.Party = party
			}
		}
	}
}

// home is the country whose government the article means by "the president":
// the one that it names by its seat ("White House"), if no holder of the office
// is said to be of that country, and there is one such only.
func (r *Roster) home() string {
	best, most, rest := "", 0, 0
	for party, n := range r.seats {
		if n > most || n == most && party < best {
			best, most = party, n
		}
		rest += n
	}
	if rest -= most; most <= rest {
		return ""
	}
	return best
}

// hasOffice reports whether a country has one of the offices, given by their
// last words.
func (g *Gazetteer) hasOffice(country string, roles []string) bool {
	list, known := g.offices[country]
	return !known || slices.ContainsFunc(list, func(o string) bool { return slices.Contains(roles, lastWord(o)) })
}

// surnameOf is the surname as printed.
func surnameOf(printed string, n name) string {
	for _, w := range slices.Backward(strings.Fields(printed)) {
		if foldName(strings.ToLower(w)) == n.last {
			return w
		}
	}
	return printed
}

// partyOf is the party that a post at an affiliation speaks for.
func (r *Roster) partyOf(affiliation string) string {
	if affiliation == "" {
		return ""
	}
	if r.settled {
		if owner, _, ok := cutOwner(affiliation); ok { // "Moon's office"
			if party := r.principal(owner); party != "" {
				return party
			}
		}
		if party := r.principal(affiliation); party != "" {
			return party
		}
	}
	return r.g.partyOf(affiliation)
}

// cutOwner splits "Moon's office" into owner and thing.
func cutOwner(s string) (owner, thing string, ok bool) {
	for _, x := range [...]string{"'s ", "’s "} {
		if owner, thing, ok = strings.Cut(s, x); ok {
			return owner, thing, ok
		}
	}
	return s, "", false
}

// principal is the side of the person whom an affiliation names: "Putin" in
// "Putin's spokesman". A person without a side is one by himself.
func (r *Roster) principal(affiliation string) string {
	n := r.g.names(affiliation)
	if n.last == "" || r.g.bodyParty(affiliation) != "" {
		return ""
	}
	p := r.find(n, Unknown)
	if p == nil || foldName(strings.ToLower(lastField(affiliation, p.suffix))) != p.last && n.first != p.first {
		return ""
	}
	if p.speaker.Party == "" {
		p.speaker.Party = p.speaker.Name
	}
	return p.speaker.Party
}

func lastField(s, suffix string) string {
	f := strings.Fields(s)
	if suffix != "" && len(f) > 1 {
		f = f[:len(f)-1]
	}
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// identify fills in what the newsroom's list knows of a person.
func (r *Roster) identify(p *person) {
	f := r.g.people[Fold(p.speaker.Name)]
	if f == nil && p.first != "" {
		f = r.g.people[p.first+p.last]
	}
	if f == nil || f.gender != Unknown && p.gender != Unknown && f.gender != p.gender {
		return
	}
	s := p.speaker
	s.Name, s.ID = f.name, "person:"+slug(f.name)
	if s.Role == "" {
		s.Role = f.role
		p.holds(r, lastWord(f.role))
	}
	if s.Affiliation == "" {
		s.Affiliation = f.affiliation
	}
	if f.party != "" {
		s.Party = f.party
	}
	p.gender = pick(p.gender, f.gender)
}

// group is a body or a country.
func (r *Roster) group(m Mention) *claims.Speaker {
	name := m.Name
	if b, ok := r.g.bodies[key(name)]; ok {
		name = b.name
	}
	id := "group:" + slug(name)
	if o, ok := r.others[id]; ok {
		r.describe(o, m.Role)
		return o.speaker
	}
	party := r.g.bodyParty(name)
	if m.Plural && party != "" && !m.definite && r.g.camps[key(name)] == "" && r.g.places[key(strings.TrimSuffix(name, "s"))].party == party {
		party = "" // "Americans" in a poll are not their government
	}
	if party == "" && m.Plural && m.definite { // "the Americans": at the table
		party = r.g.places[key(strings.TrimSuffix(name, "s"))].party
	}
	if party == "" && m.camp != "" && m.Plural {
		party = m.camp
	}
	if party == "" {
		party = r.ownSide(m, name)
	}
	s := r.file(id, m, claims.Speaker{ID: id, Name: name, Party: party})
	r.describe(r.others[id], m.Role)
	return s
}

// ownSide is the party of a body that answers for itself: its name, where it
// has one; of a person's office or administration, the person's.
func (r *Roster) ownSide(m Mention, name string) string {
	who, thing, ok := cutOwner(name)
	if !ok {
		who, thing, ok = strings.Cut(name, " ")
	}
	if ok && strings.Contains("office campaign administration team camp aides lawyers attorneys", strings.ToLower(thing)) {
		if party := r.principal(who); party != "" {
			return party
		}
	}
	fields := strings.Fields(name)
	if len(fields) == 1 && r.g.is(strings.ToLower(name), opener) { // "Polls"
		return ""
	}
	for _, w := range fields {
		if c := w[0]; (c < 'A' || c > 'Z') && !r.g.is(w, owner|article|particle) && w != "and" && w != "&" {
			return ""
		}
	}
	if m.Plural && strings.Contains(name, " and ") || len(fields) == 0 || len(fields) > 8 {
		return ""
	}
	return name
}

// describe notes what a body is called beside its name: "the owner" is the firm
// of which that was said last.
func (r *Roster) describe(o *other, role string) {
	if role == "" {
		return
	}
	o.speaker.Role = cmp.Or(o.speaker.Role, role)
	r.unnamedBy[base(lastWord(role))] = o
}

func (r *Roster) file(id string, m Mention, s claims.Speaker) *claims.Speaker {
	o := &other{speaker: &s, plural: m.Plural}
	r.others[id], r.ofSpeaker[&s] = o, o
	return &s
}

// together is a list of people who speak as one: it is named after all of
// them, and keeps what they share.
func (r *Roster) together(m Mention) *claims.Speaker {
	names, ids := make([]string, len(m.several)), make([]string, len(m.several))
	var all claims.Speaker
	for i, one := range m.several {
		p := r.add(one, one.Start)
		if p == nil {
			return r.group(Mention{Name: m.Name, Plural: true})
		}
		s := p.speaker
		names[i], ids[i] = s.Name, strings.TrimPrefix(s.ID, "person:")
		if i == 0 {
			all.Role, all.Affiliation, all.Party = s.Role, s.Affiliation, s.Party
		}
		all.Role, all.Affiliation, all.Party = shared(all.Role, s.Role), shared(all.Affiliation, s.Affiliation), shared(all.Party, s.Party)
	}
	slices.Sort(ids)
	all.ID, all.Name = "group:"+strings.Join(ids, "+"), strings.Join(names, " and ")
	if o, ok := r.others[all.ID]; ok {
		return o.speaker
	}
	return r.file(all.ID, Mention{Plural: true}, all)
}

func shared(a, b string) string {
	if a != b {
		return ""
	}
	return a
}
