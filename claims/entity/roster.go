package entity

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Roster is who is who in one article.
type Roster struct {
	article string
	people  []*person
	byLast  map[string][]*person
	groups  map[string]*claims.Speaker
	plural  map[*claims.Speaker]bool // unnamed speakers who are several
}

// person is somebody whom the article names.
type person struct {
	speaker   *claims.Speaker
	first     string // folded, "" where only the surname is known
	last      string // folded
	gender    Gender
	speaksFor bool
	roles     []string // folded last words of the roles named: "spokesman", "secretary"
	at        []int    // offsets of the mentions
	bare      int      // mentions by title and surname
}

// NewRoster collects the people named anywhere in the article, captions
// included: what comes late ("Dmitry Peskov, the spokesman") helps to read
// what came early ("his spokesman").
func NewRoster(a claims.Article) *Roster {
	r := &Roster{article: a.ID, byLast: map[string][]*person{}, groups: map[string]*claims.Speaker{}, plural: map[*claims.Speaker]bool{}}
	for _, b := range a.Blocks {
		if b.Kind != claims.Boilerplate {
			r.scan(a.Text, word.Split(b.In(a.Text), b.Start))
		}
	}
	return r
}

// add finds or makes the person that a mention names.
func (r *Roster) add(m Mention, at int) *person {
	names := strings.Fields(m.Name)
	if len(names) == 0 {
		return nil
	}
	last, first := Fold(names[len(names)-1]), ""
	if len(names) > 1 {
		first = Fold(names[0])
	}
	p := r.find(first, last, m.Gender)
	if p == nil {
		p = &person{first: first, last: last, speaker: &claims.Speaker{ID: "person:" + slug(m.Name), Name: m.Name}}
		r.people = append(r.people, p)
		r.byLast[last] = append(r.byLast[last], p)
	}
	if p.first == "" && first != "" {
		p.first, p.speaker.Name, p.speaker.ID = first, m.Name, "person:"+slug(m.Name)
	}
	p.at = append(p.at, at)
	if first == "" {
		p.bare++
	}
	p.learn(m)
	return p
}

// find looks a person up by surname; the first name, where both are known,
// must agree, and so must the gender. A bare surname means whom the article
// calls by it or by title and surname, else whom it introduced first: a
// relative who comes in later keeps the first name.
func (r *Roster) find(first, last string, g Gender) *person {
	var best *person
	for _, p := range r.byLast[last] {
		if first != "" && p.first != "" && !sameFirst(first, p.first) || g != Unknown && p.gender != Unknown && g != p.gender {
			continue
		}
		if best == nil || p.bare > best.bare || p.bare == best.bare && p.at[0] < best.at[0] {
			best = p
		}
	}
	return best
}

// learn takes over what a mention tells of a person and was not known.
func (p *person) learn(m Mention) {
	p.gender = pick(p.gender, m.Gender)
	if m.Role == "" {
		return
	}
	s := p.speaker
	if s.Role == "" || s.Affiliation == "" && m.Affiliation != "" {
		s.Role, s.Affiliation = m.Role, m.Affiliation
	}
	p.roles = append(p.roles, lastWord(m.Role))
	if p.speaksFor = p.speaksFor || m.speaksFor; p.speaksFor && s.Party == "" && !strings.HasPrefix(strings.ToLower(m.Role), "former") {
		s.Party = party(m.Affiliation)
	}
}

// Speaker says who a mention means. antecedents are the speakers that a
// pronoun may stand for, likeliest first. It returns nil for a pronoun that
// fits none of them.
func (r *Roster) Speaker(m Mention, antecedents []*claims.Speaker) *claims.Speaker {
	switch m.Form {
	case Pronoun:
		return r.antecedent(m, antecedents)
	case Named:
		if p := r.add(m, m.Start); p != nil {
			return p.speaker
		}
	case Description:
		if p := r.byRole(m); p != nil {
			return p.speaker
		}
		return r.unnamed(m)
	}
	return r.group(m)
}

func (r *Roster) antecedent(m Mention, antecedents []*claims.Speaker) *claims.Speaker {
	for _, s := range antecedents {
		if s == nil {
			continue
		}
		named := strings.HasPrefix(s.ID, "person:")
		p := r.person(s)
		switch {
		case m.Plural:
			if !named {
				return s
			}
		case m.Gender != Unknown && !named && (strings.HasPrefix(s.ID, "group:") || r.plural[s] || s.Role == ""):
		case p != nil && m.Gender != Unknown && p.gender != Unknown && p.gender != m.Gender:
		default:
			return s
		}
	}
	return nil
}

func (r *Roster) person(s *claims.Speaker) *person {
	for _, p := range r.people {
		if p.speaker == s {
			return p
		}
	}
	return nil
}

// GenderOf is the gender of a speaker that this roster returned.
func (r *Roster) GenderOf(s *claims.Speaker) Gender {
	if p := r.person(s); p != nil {
		return p.gender
	}
	return Unknown
}

// unnamed is a speaker known by description only, who is nobody beyond this
// article: two papers' "officials" need not be the same people.
func (r *Roster) unnamed(m Mention) *claims.Speaker {
	id := "unnamed:" + slug(m.Name) + "@" + r.article
	if s, ok := r.groups[id]; ok {
		return s
	}
	s := &claims.Speaker{ID: id, Name: m.Name, Role: m.Role, Affiliation: m.Affiliation}
	if m.speaksFor {
		s.Party = party(m.Affiliation)
	}
	r.groups[id] = s
	r.plural[s] = m.Plural
	return s
}

// group is a body, a country or several named speakers together.
func (r *Roster) group(m Mention) *claims.Speaker {
	id := "group:" + slug(m.Name)
	if s, ok := r.groups[id]; ok {
		return s
	}
	s := &claims.Speaker{ID: id, Name: m.Name, Party: bodyParty(m.Name)}
	r.groups[id] = s
	return s
}

// Knows reports whether the article names the person of a mention elsewhere.
func (r *Roster) Knows(m Mention) bool {
	names := strings.Fields(m.Name)
	return len(names) > 0 && len(r.byLast[Fold(names[len(names)-1])]) > 0
}

// PronounMention is the mention of a bare pronoun.
func PronounMention(norm string) Mention {
	m := pronouns[norm]
	m.Form = Pronoun
	return m
}

// IsBody reports the name of a place or body that can make a statement: "the
// Kremlin", "transport ministry".
func IsBody(name string) bool {
	_, group := data().groups[lastWord(name)]
	return group || bodyParty(name) != ""
}
