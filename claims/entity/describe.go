package entity

import (
	"sort"
	"strings"

	"crosscheck/claims"
)

// maxHolders is how many holders of a role are looked at on either side of a
// description, so that an article of thousands stays linear.
const maxHolders = 32

// byRole finds the person a description stands for: one with that role and no
// conflicting affiliation, the last mentioned before it, else the first after.
func (r *Roster) byRole(m Mention) *person {
	role := lastWord(m.Role)
	if m.Role == "" && m.definite {
		role = lastWord(m.Name) // "the mogul"
	}
	if role == "" || m.Plural || m.member || m.owner != "" && m.Affiliation == "" {
		return nil
	}
	var before, after *person
	sure := false // somebody's affiliation is the same, not merely unknown
	for _, p := range r.holding(role, m.Start) {
		if !p.hasRole(role) || !r.agree(m, p) {
			continue
		}
		if known := m.Affiliation != "" && (p.speaker.Affiliation != "" || p.camp != ""); known != sure {
			if !known {
				continue
			}
			sure, before, after = true, nil, nil
		}
		if m.Affiliation != "" && !sure && p.at[0] > m.Start {
			continue // nobody known to belong there, and not introduced yet
		}
		if p.at[0] <= m.Start {
			if before == nil || p.lastBefore(m.Start) > before.lastBefore(m.Start) {
				before = p
			}
		} else if after == nil || p.at[0] < after.at[0] {
			after = p
		}
	}
	if before != nil {
		return before
	}
	if !m.definite && m.Affiliation == "" { // "a spokesman" introduces somebody
		return nil
	}
	return after
}

// holding lists the people who may hold a role near a place.
func (r *Roster) holding(role string, at int) []*person {
	list := r.holders[base(role)]
	if base(role) == "spokesman" {
		list = append(list[:len(list):len(list)], r.holders["secretary"]...)
	}
	if len(list) <= 2*maxHolders {
		return list
	}
	i := sort.Search(len(list), func(i int) bool { return list[i].at[0] > at })
	return list[max(0, i-maxHolders):min(len(list), i+maxHolders)]
}

// lastBefore is the last mention of a person before a place, -1 where there is
// none.
func (p *person) lastBefore(at int) int {
	i := sort.SearchInts(p.at, at+1)
	if i == 0 {
		return -1
	}
	return p.at[i-1]
}

// alike are roles that stand for one another in descriptions.
var alike = map[string]string{
	"spokesperson": "spokesman", "spokeswoman": "spokesman", "adviser": "advisor", "sen": "senator", "gov": "governor", "rep": "representative",
	"congressman": "representative", "congresswoman": "representative", "attorney": "lawyer", "chairwoman": "chairman", "chair": "chairman",
}

func base(role string) string {
	if b, ok := alike[role]; ok {
		return b
	}
	return role
}

func (p *person) hasRole(role string) bool {
	for _, have := range p.roles {
		if base(have) == base(role) || base(role) == "spokesman" && have == "secretary" && p.speaksPress() {
			return true
		}
	}
	return false
}

// speaksPress reports a press secretary, who is called spokesman as well.
func (p *person) speaksPress() bool {
	return strings.Contains(strings.ToLower(p.speaker.Role), "press")
}

// agree reports whether a description may be of a person, as far as their
// institutions and genders tell.
func (r *Roster) agree(m Mention, p *person) bool {
	if !agreeGender(roleGender(lastWord(m.Role)), p.gender) && strings.HasSuffix(m.Role, "woman") {
		return false
	}
	if m.camp != "" && p.camp != "" && m.camp != p.camp {
		return false
	}
	return r.g.agree(m.Affiliation, p.speaker.Affiliation)
}

// agree reports whether two affiliations may be the same: one is unknown, they
// share a word, or they name one country's government.
func (g *Gazetteer) agree(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	if g.isCamp(a) || g.isCamp(b) {
		return true
	}
	pa, pb := g.partyOf(a), g.partyOf(b)
	if pa != "" && pa == pb {
		return true
	}
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		for v := range strings.FieldsSeq(strings.ToLower(b)) {
			if w == v && !g.is(w, article|preposition|owner) {
				return true
			}
		}
	}
	return false
}

// isCamp reports the name of a political camp, which says nothing against an
// affiliation of another kind: the Republican senator is the senator for Arizona.
func (g *Gazetteer) isCamp(affiliation string) bool {
	low := strings.ToLower(affiliation)
	return g.camps[low] != "" || low == "conservative" || low == "liberal" || low == "socialist" || low == "green"
}

// unnamed is a speaker known by description only, who is nobody beyond this
// article: two papers' "officials" need not be the same people. "The source"
// is the one described before, and "his lawyer" that of the one he is.
func (r *Roster) unnamed(m Mention, antecedents []*claims.Speaker) *claims.Speaker {
	head := r.headNoun(m)
	if s := r.anaphor(m, head, antecedents); s != nil {
		return s
	}
	if m.owner != "" && m.Affiliation == "" {
		m = r.owned(m, antecedents)
		if m.Affiliation != "" && m.Role == "" && !strings.HasSuffix(head, "s") && r.g.is(head, bodyNoun) { // "Ann Lee's office", in every article
			s := r.group(m)
			s.Affiliation = m.Affiliation
			return s
		}
	}
	m = r.joined(m, antecedents)
	id := unnamed + slug(m.Name) + "@" + r.article
	if o, ok := r.others[id]; ok {
		return o.speaker
	}
	s := &claims.Speaker{ID: id, Name: m.Name, Role: m.Role, Affiliation: m.Affiliation}
	if m.class&speaks != 0 && !isFormer(m.Role) {
		s.Party = r.partyOf(m.Affiliation)
	} else if m.camp != "" && m.Plural {
		s.Party = m.camp
	}
	o := &other{speaker: s, plural: m.Plural}
	r.others[id], r.ofSpeaker[s] = o, o
	if head != "" {
		r.unnamedBy[head] = o
	}
	return s
}

// anaphor is the unnamed speaker that "the source", "one of them" or "the
// spokesman" takes up, or nil.
func (r *Roster) anaphor(m Mention, head string, antecedents []*claims.Speaker) *claims.Speaker {
	if m.member {
		return r.memberOf(m, antecedents)
	}
	if o := r.unnamedBy[head]; o != nil && m.definite && m.Affiliation == "" && head != "" && strings.EqualFold(m.Name, head) {
		return o.speaker
	}
	return nil
}

// headNoun is the noun that a description is about: "source" in "a source with
// knowledge of the exchange".
func (r *Roster) headNoun(m Mention) string {
	if m.Role != "" {
		return base(lastWord(m.Role))
	}
	last := ""
	for w := range strings.FieldsSeq(strings.ToLower(m.Name)) {
		if r.g.is(w, preposition|finite) {
			break
		}
		last = w
	}
	return last
}

// memberOf is one of several speakers: "one of three officials".
func (r *Roster) memberOf(m Mention, antecedents []*claims.Speaker) *claims.Speaker {
	for _, s := range antecedents {
		if o := r.ofSpeaker[s]; o != nil && o.plural {
			if m.Name = strings.ToLower(m.Name); m.Name == "one" && strings.HasPrefix(strings.ToLower(o.speaker.Name), "one of ") {
				return o.speaker
			}
			of := *o.speaker
			of.Name = m.Name + " of " + lowerFirst(of.Name)
			of.ID = unnamed + slug(of.Name) + "@" + r.article
			if known := r.others[of.ID]; known != nil {
				return known.speaker
			}
			one := &other{speaker: &of, plural: m.Plural}
			r.others[of.ID], r.ofSpeaker[&of] = one, one
			return &of
		}
	}
	return nil
}

func lowerFirst(s string) string {
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && (s[1] < 'A' || s[1] > 'Z') {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// joined reads "he and others" as the one he is and others.
func (r *Roster) joined(m Mention, antecedents []*claims.Speaker) Mention {
	pronoun, others, ok := strings.Cut(m.Name, " and ")
	who := PronounMention(strings.ToLower(pronoun))
	if !ok || who.Gender == Unknown {
		return m
	}
	who.Span = m.Span
	if s := r.antecedent(who, antecedents); r.person(s) != nil {
		m.Name = s.Name + " and " + others
	}
	return m
}

// owned reads "his lawyer" as the lawyer of the one he is.
func (r *Roster) owned(m Mention, antecedents []*claims.Speaker) Mention {
	pronoun := map[string]string{"his": "he", "her": "she", "their": "they", "its": "it"}[m.owner]
	who := PronounMention(pronoun)
	who.Span = m.Span
	if pronoun == "" {
		return m
	}
	s := r.antecedent(who, antecedents)
	if s == nil || pronoun == "it" && r.person(s) != nil || len(m.Name) <= len(m.owner) || !strings.HasPrefix(strings.ToLower(m.Name), m.owner+" ") {
		return m
	}
	m.Affiliation = s.Name
	m.Name = s.Name + "'s" + m.Name[len(m.owner):]
	return m
}
