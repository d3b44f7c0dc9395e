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

// scan walks over the words of a block and notes every phrase that names a
// person: "U.S. State Department spokesman John Kirby", "Mr. Lee".
func (r *Roster) scan(text string, ws []word.Word) {
	for i := 0; i < len(ws); {
		end := phraseEnd(ws, i)
		if end == i {
			i++
			continue
		}
		head := ws[i:end]
		if end < len(ws) && ws[end].Norm == "/" && len(head) > 3 {
			head = head[:len(head)-2] // a picture's credit: "Ivan Lee Max Hand/AFP"
		}
		for len(head) > 1 && isFunctionWord(head[0].Norm) {
			head = head[1:]
		}
		m := parseHead(text, head)
		post, described := apposed(text, ws[end:])
		if m.Form == Named && (m.Role != "" || introduces(head) || described && strings.Contains(m.Name, " ")) {
			if p := r.add(m, head[0].Start); described {
				p.learn(post)
			}
		}
		i = end
	}
}

// phraseEnd is where the run of capitalised words, roles and their modifiers
// that begins at ws[i] ends, or i where none begins or it ends in no name.
func phraseEnd(ws []word.Word, i int) int {
	end := i
	for j := i; j < len(ws); j++ {
		w := ws[j]
		switch {
		case w.Capital:
			end = j + 1
		case w.Norm == "." && j > i && (ws[j-1].Len() == 1 || isHonorific(ws[j-1].Norm)):
		case isRoleWord(w.Norm) || modifiers[w.Norm]:
		case particles[w.Norm] && j > i && ws[j-1].Capital:
		case w.Norm == "of" && j > i && strings.HasPrefix(ws[j-1].Norm, "secretar"):
		default:
			return end
		}
	}
	return end
}

func isRoleWord(norm string) bool {
	l := data()
	norm = strings.TrimSuffix(norm, "'s")
	if _, ok := l.roles[norm]; ok {
		return true
	}
	return norm == "press" || norm == "security" || norm == "prime" || norm == "attorney" || norm == "national"
}

// introduces reports whether the words look like a full or titled name: an
// honorific, or a known first name before a surname.
func introduces(ws []word.Word) bool {
	if isHonorific(ws[0].Norm) {
		return len(ws) > 1
	}
	_, known := data().first[ws[0].Norm]
	return known && len(ws) > 1
}

// apposed reads what follows a name: ", a doctor," or " is the chief spokesman".
func apposed(text string, rest []word.Word) (Mention, bool) {
	if len(rest) < 2 || rest[0].Norm != "," && rest[0].Norm != "is" && rest[0].Norm != "was" {
		return Mention{}, false
	}
	rest = rest[1:]
	n := 0
	for n < len(rest) && n < 9 && (!rest[n].Punct || rest[n].Norm == "-") && !isFinite(rest[n].Norm) {
		n++
	}
	if n == 0 || !apposes(rest[:n]) {
		return Mention{}, false
	}
	m := parseHead(text, rest[:n])
	return m, m.Form == Description && m.Role != ""
}

// apposes reports whether the words begin as an apposition does.
func apposes(ws []word.Word) bool {
	w := ws[0]
	return isDeterminer(w.Norm) || w.Capital || modifiers[w.Norm] || isRoleWord(w.Norm)
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
	p.learn(m)
	return p
}

// find looks a person up by surname; the first name, where both are known,
// must agree, and so must the gender. Of several, the last mentioned wins.
func (r *Roster) find(first, last string, g Gender) *person {
	var best *person
	for _, p := range r.byLast[last] {
		if first != "" && p.first != "" && !sameFirst(first, p.first) || g != Unknown && p.gender != Unknown && g != p.gender {
			continue
		}
		if best == nil || p.at[len(p.at)-1] > best.at[len(best.at)-1] {
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

// byRole finds the person a description stands for: one with that role and no
// conflicting affiliation, the last mentioned before it, else the first after.
func (r *Roster) byRole(m Mention) *person {
	role := lastWord(m.Role)
	if role == "" || m.Plural {
		return nil
	}
	var before, after *person
	sure := false // somebody's affiliation is the same, not merely unknown
	for _, p := range r.people {
		if !holds(p, role) || !agree(m.Affiliation, p.speaker.Affiliation) {
			continue
		}
		if known := m.Affiliation != "" && p.speaker.Affiliation != ""; known != sure {
			if !known {
				continue
			}
			sure, before, after = true, nil, nil
		}
		if m.Affiliation != "" && !sure && p.at[0] > m.Start {
			continue // nobody known to belong there, and not introduced yet
		}
		if p.at[0] <= m.Start {
			if before == nil || lastBefore(p, m.Start) > lastBefore(before, m.Start) {
				before = p
			}
		} else if after == nil || p.at[0] < after.at[0] {
			after = p
		}
	}
	if before != nil {
		return before
	}
	if indefinite(m) {
		return nil
	}
	return after
}

// indefinite reports a description that introduces somebody: "a spokesman".
func indefinite(m Mention) bool { return m.Affiliation == "" && m.Plural }

func lastBefore(p *person, at int) int {
	last := -1
	for _, x := range p.at {
		if x <= at {
			last = max(last, x)
		}
	}
	return last
}

// alike are roles that stand for one another in descriptions.
var alike = map[string]string{"spokesperson": "spokesman", "spokeswoman": "spokesman", "adviser": "advisor", "sen": "senator", "gov": "governor", "rep": "representative", "congressman": "representative", "congresswoman": "representative"}

func holds(p *person, role string) bool {
	for _, have := range p.roles {
		if have == role || base(have) == base(role) || base(role) == "spokesman" && have == "secretary" && p.speaksPress() {
			return true
		}
	}
	return false
}

// speaksPress reports a press secretary, who is called spokesman as well.
func (p *person) speaksPress() bool {
	return strings.Contains(strings.ToLower(p.speaker.Role), "press")
}

func base(role string) string {
	if b, ok := alike[role]; ok {
		return b
	}
	return role
}

// agree reports whether two affiliations may be the same: one is unknown, they
// share a word, or they name one country's government.
func agree(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	if isLabel(a) || isLabel(b) {
		return true
	}
	pa, pb := party(a), party(b)
	if pa != "" && pa == pb {
		return true
	}
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		for v := range strings.FieldsSeq(strings.ToLower(b)) {
			if w == v && w != "the" && w != "of" {
				return true
			}
		}
	}
	return false
}

// isLabel reports the name of a political camp, which says nothing against an
// affiliation of another kind: the Republican senator is the senator for Arizona.
func isLabel(affiliation string) bool {
	switch strings.ToLower(affiliation) {
	case "republican", "democrat", "democratic", "conservative", "labour", "tory", "liberal", "independent", "gop", "socialist", "green":
		return true
	}
	return false
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
