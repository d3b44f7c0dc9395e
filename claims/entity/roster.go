package entity

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Roster is who is who in one article. It is for one goroutine.
type Roster struct {
	g         *Gazetteer
	article   string
	people    []*person
	byLast    map[string][]*person
	byFirst   map[string][]*person // made when first asked for
	bySpeaker map[*claims.Speaker]*person
	holders   map[string][]*person // who holds a role, in the order of the text
	others    map[string]*other    // bodies and unnamed people, by ID
	unnamedBy map[string]*other    // the last unnamed person described by a noun
	ofSpeaker map[*claims.Speaker]*other
	seats     map[string]int  // governments named by their seats: how often
	campaigns map[string]bool // surnames before "campaign"
	firms     map[string]bool // words that firms are called by: "Elm" where "Elm Holdings" is named
	loose     []trace         // single capitalised words
	trail     []trace         // mentions of people in the order of the text
	words     [][]word.Word   // of the blocks
	small     map[string]bool // those without a capital, made when first asked for
	settled   bool            // the whole article has been read
}

// person is somebody whom the article names.
type person struct {
	speaker *claims.Speaker
	name
	gender    Gender
	camp      string
	speaksFor bool
	rank      bool     // the role shown is a rank: "Gen"
	office    bool     // holds an office of a government that is not named with it
	roles     []string // folded last words of the roles named: "spokesman", "secretary"
	at        []int    // offsets of the mentions, in order
	bare      int      // mentions by title and surname
}

// other is a speaker who is no person with a name.
type other struct {
	speaker *claims.Speaker
	plural  bool
	number  number // made when first asked for
}

// trace is one mention of somebody.
type trace struct {
	at  int
	key string // the word, folded
	who *person
}

// NewRoster is the roster of an article by the embedded lists.
func NewRoster(a claims.Article) *Roster { return Default().Roster(a, nil) }

// Roster collects the people named anywhere in the article, captions
// included: what comes late ("Dmitry Peskov, the spokesman") helps to read
// what came early ("his spokesman"). words are those of each block where they
// are split already; a block that has none is split here.
func (g *Gazetteer) Roster(a claims.Article, words [][]word.Word) *Roster {
	r := &Roster{
		g: g, article: a.ID, byLast: map[string][]*person{}, bySpeaker: map[*claims.Speaker]*person{}, holders: map[string][]*person{},
		others: map[string]*other{}, unnamedBy: map[string]*other{}, ofSpeaker: map[*claims.Speaker]*other{},
		seats: map[string]int{}, campaigns: map[string]bool{}, firms: map[string]bool{},
	}
	for i, b := range a.Blocks {
		switch {
		case b.Kind == claims.Boilerplate:
		case i < len(words) && words[i] != nil:
			r.words = append(r.words, words[i])
		default:
			r.words = append(r.words, word.Split(b.In(a.Text), b.Start))
		}
	}
	for _, ws := range r.words {
		r.scan(a.Text, ws)
	}
	r.settle()
	return r
}

// Parse reads the noun phrase at a span of the article's text.
func (r *Roster) Parse(text string, at claims.Span) Mention { return r.g.Parse(text, at) }

// settle finds out whose the bare surnames are and for whom people speak, now
// that all of them are known.
func (r *Roster) settle() {
	r.settled = true
	for _, p := range r.people {
		r.identify(p)
	}
	for _, t := range r.loose {
		if t.who = r.find(name{last: t.key}, Unknown); t.who != nil {
			t.who.at = append(t.who.at, t.at)
		}
	}
	for _, p := range r.people {
		slices.Sort(p.at)
		for _, at := range p.at {
			r.trail = append(r.trail, trace{at: at, who: p})
		}
	}
	slices.SortStableFunc(r.trail, func(a, b trace) int { return cmp.Compare(a.at, b.at) })
	for _, list := range r.holders {
		slices.SortStableFunc(list, func(a, b *person) int { return cmp.Compare(a.at[0], b.at[0]) })
	}
	r.parties()
}

// add finds or makes the person that a mention names.
func (r *Roster) add(m Mention, at int) *person {
	if m.name.last == "" {
		m.name = r.g.names(m.Name)
	}
	if m.name.last == "" {
		return nil
	}
	p := r.find(m.name, m.Gender)
	if p != nil && p.suffix != "" && m.name.first == "" && m.class&(office|speaks) != 0 && !p.hasRole(lastWord(m.Role)) {
		p = r.titled(m) // "President Lee" is not Max Lee Jr.
	}
	if p == nil {
		p = &person{name: m.name, speaker: &claims.Speaker{ID: "person:" + slug(m.Name), Name: m.Name}}
		r.people = append(r.people, p)
		r.byLast[p.last] = append(r.byLast[p.last], p)
		r.bySpeaker[p.speaker] = p
		if r.byFirst != nil && p.first != "" {
			r.byFirst[p.first] = append(r.byFirst[p.first], p)
		}
	}
	if p.first == "" && m.name.first != "" {
		p.name = m.name
		p.speaker.Name, p.speaker.ID = m.Name, "person:"+slug(m.Name)
	}
	if r.settled {
		r.identify(p)
	} else {
		p.at = append(p.at, at)
		if m.name.first == "" {
			p.bare++
		}
	}
	if len(p.at) == 0 {
		p.at = append(p.at, at)
	}
	p.learn(r, m)
	return p
}

// titled is the person of a surname who is known by title and surname alone.
func (r *Roster) titled(m Mention) *person {
	list := r.byLast[m.name.last]
	for _, p := range list[:min(len(list), maxNamesakes)] {
		if p.suffix == "" && (p.first == "" || p.hasRole(lastWord(m.Role))) {
			return p
		}
	}
	return nil
}

// maxNamesakes is how many people of one surname are looked at, so that a list
// of thousands stays linear.
const maxNamesakes = 32

// find looks a person up by surname; the first name, where both are known,
// must agree, and so must the gender and what stands behind the surname. A
// bare surname means whom the article calls by it or by title and surname,
// else whom it introduced first: a relative who comes in later keeps the first
// name. A single name that is nobody's surname may be a first name, or a
// family name that stands first.
func (r *Roster) find(n name, g Gender) *person {
	var best *person
	list := r.byLast[n.last]
	for _, p := range list[:min(len(list), maxNamesakes)] {
		if n.first != "" && p.first != "" && (!r.g.firsts(n, p.name) || n.suffix != p.suffix) || g != Unknown && p.gender != Unknown && g != p.gender {
			continue
		}
		if n.suffix != "" && p.first == "" && (p.office || p.speaksFor) { // "President Lee" is not Max Lee Jr.
			continue
		}
		if n.first == "" && n.suffix != "" && n.suffix != p.suffix {
			continue
		}
		if best == nil || r.likelier(p, best, g) {
			best = p
		}
	}
	if best == nil && n.first == "" && r.settled {
		return r.byGiven(n.last, g)
	}
	return best
}

// likelier reports whether a bare surname means p rather than q: who is called
// by it more, whose gender is known to be that of its title, who came first.
func (r *Roster) likelier(p, q *person, g Gender) bool {
	if p.bare != q.bare {
		return p.bare > q.bare
	}
	if g != Unknown && p.gender != q.gender {
		return p.gender == g
	}
	return p.at[0] < q.at[0]
}

// byGiven is the one person whose given name, or nickname, it is.
func (r *Roster) byGiven(given string, g Gender) *person {
	if r.byFirst == nil {
		r.byFirst = map[string][]*person{}
		for _, p := range r.people {
			if p.first != "" {
				r.byFirst[p.first] = append(r.byFirst[p.first], p)
			}
			if p.nick != "" {
				r.byFirst[p.nick] = append(r.byFirst[p.nick], p)
			}
		}
	}
	list := r.byFirst[given]
	if len(list) == 1 && !r.g.is(given, firstName) && list[0].nick != given && len(list[0].roles) == 0 {
		return nil // "Amazon" is not Amazon Flex
	}
	if len(list) == 1 && (g == Unknown || list[0].gender == Unknown || list[0].gender == g) {
		return list[0]
	}
	return nil
}

// learn takes over what a mention tells of a person and was not known.
func (p *person) learn(r *Roster, m Mention) {
	p.gender = pick(p.gender, m.Gender)
	if m.camp != "" && p.camp == "" {
		p.camp = m.camp
		p.holds(r, labelNoun(m.camp))
	}
	s := p.speaker
	if m.Role == "" {
		if s.Affiliation == "" && m.Affiliation != "" {
			s.Affiliation = m.Affiliation
		}
		return
	}
	if s.Role == "" || p.rank && m.class&speaks != 0 || s.Affiliation == "" && m.Affiliation != "" && (base(lastWord(s.Role)) == base(lastWord(m.Role)) || m.class&speaks != 0) {
		s.Role, p.rank = m.Role, r.g.is(lastWord(m.Role), rank)
		if m.Affiliation != "" {
			s.Affiliation = m.Affiliation
		}
	}
	p.holds(r, lastWord(m.Role))
	if isFormer(m.Role) {
		return
	}
	p.speaksFor = p.speaksFor || m.class&speaks != 0
	p.office = p.office || m.class&office != 0 && m.Affiliation == ""
	if m.class&speaks != 0 && s.Party == "" && base(lastWord(m.Role)) == "lawyer" && r.g.country(m.Affiliation) == "" {
		if r.settled {
			s.Party = r.principal(m.Affiliation) // a lawyer speaks for a client, not for a firm or a town
		}
	} else if m.class&speaks != 0 && s.Party == "" {
		if s.Party = r.partyOf(m.Affiliation); s.Party == unitedNations && accredited(m.Role) {
			s.Party, p.office = "", true // "U.N. Ambassador Ann Lee" speaks for the country that sent her
		}
	}
	if m.class&speaks != 0 && s.Party == "" && p.camp != "" && leads(m.Role) {
		s.Party = p.camp
	}
}

// unitedNations is where countries send ambassadors who are not its own.
const unitedNations = "United Nations"

func accredited(role string) bool {
	last := lastWord(role)
	return last == "ambassador" || last == "envoy"
}

func isFormer(role string) bool {
	low := strings.ToLower(role)
	return strings.HasPrefix(low, "former") || strings.HasPrefix(low, "ex-") || strings.HasPrefix(low, "then")
}

// leads reports a role that speaks for a political party.
func leads(role string) bool {
	switch lastWord(role) {
	case "leader", "whip", "chairman", "chairwoman", "chair", "spokesman", "spokeswoman":
		return true
	}
	return false
}

// labelNoun is what a member of a political party is called: "republican".
func labelNoun(camp string) string {
	switch camp {
	case "Republican Party":
		return "republican"
	case "Democratic Party":
		return "democrat"
	}
	return strings.ToLower(firstWord(camp))
}

// holds notes the last word of a role.
func (p *person) holds(r *Roster, role string) {
	if role == "" || slices.Contains(p.roles, role) || len(p.roles) >= maxRoles {
		return
	}
	p.roles = append(p.roles, role)
	b := base(role)
	if list := r.holders[b]; len(list) == 0 || list[len(list)-1] != p {
		r.holders[b] = append(list, p)
	}
}

// maxRoles is how many roles of one person are kept.
const maxRoles = 12

// Speaker says who a mention means. antecedents are the speakers that a
// pronoun may stand for, likeliest first. It returns nil for a pronoun that
// fits none of them.
func (r *Roster) Speaker(m Mention, antecedents []*claims.Speaker) *claims.Speaker {
	switch m.Form {
	case Pronoun:
		return r.antecedent(m, antecedents)
	case Named:
		switch {
		case r.isFirm(m):
			return r.group(m)
		case r.isCommon(m):
			m.Form, m.Name, m.Plural, m.common = Description, lowerFirst(m.Name), strings.HasSuffix(m.Name, "s"), true
			return r.unnamed(m, antecedents)
		}
		if p := r.add(m, m.Start); p != nil {
			return p.speaker
		}
	case Description:
		if m.Name == "" && !m.member {
			return nil
		}
		if p := r.byRole(m); p != nil {
			return p.speaker
		}
		return r.unnamed(m, antecedents)
	}
	if len(m.several) > 0 {
		return r.together(m)
	}
	return r.group(m)
}

// isFirm reports a single name that the article has a firm for, and nobody with a given
// name, a title or a role.
func (r *Roster) isFirm(m Mention) bool {
	n := m.name
	state := len(n.last) > 3 && r.g.states[n.last] != "" && !r.g.is(n.last, firstName)
	return (r.firms[n.last] || state) && r.isNobody(m)
}

// isCommon reports a common noun that has its capital from the sentence it begins, as
// the article shows that has it in small letters too: "Employers said". A singular has an
// article before it, and "Brown" is a surname beside any "brown dog".
func (r *Roster) isCommon(m Mention) bool {
	n := m.name
	if n.last == "" || n.first != "" || !strings.HasSuffix(n.last, "s") || r.g.is(n.last, firstName) || strings.ContainsAny(m.Name, " .") || !r.isNobody(m) {
		return false
	}
	if r.small == nil {
		r.small = smallWords(r.words)
	}
	return r.small[n.last]
}

// isNobody reports a single name that is surely no person's in this article.
func (r *Roster) isNobody(m Mention) bool {
	if m.name.last == "" || m.name.first != "" || m.Role != "" || m.Gender != Unknown {
		return false
	}
	p := r.find(m.name, Unknown)
	return p == nil || !p.isHuman()
}

// smallWords are the words of a text that stand in it without a capital, but for those
// that have one behind a small word too: "but Banks said".
func smallWords(blocks [][]word.Word) map[string]bool {
	small, proper := map[string]bool{}, map[string]bool{}
	for _, ws := range blocks {
		for i, w := range ws {
			switch {
			case !w.Capital && !w.Punct:
				small[w.Norm] = true
			case w.Capital && i > 0 && !ws[i-1].Capital && !ws[i-1].Punct:
				proper[w.Norm] = true
			}
		}
	}
	for w := range proper {
		delete(small, w)
	}
	return small
}

// person is the person that a speaker of this roster is, or nil.
func (r *Roster) person(s *claims.Speaker) *person { return r.bySpeaker[s] }

// GenderOf is the gender of a speaker that this roster returned.
func (r *Roster) GenderOf(s *claims.Speaker) Gender {
	if p := r.person(s); p != nil {
		return p.gender
	}
	return Unknown
}

// Knows reports whether the article names the person of a mention elsewhere.
func (r *Roster) Knows(m Mention) bool {
	n := m.name
	if n.last == "" {
		n = r.g.names(m.Name)
	}
	return n.last != "" && r.find(name{last: n.last}, Unknown) != nil
}

// IsGiven reports a mention by no more than a given name: "Daniel".
func (r *Roster) IsGiven(m Mention) bool {
	n := r.g.names(m.Name)
	return n.first == "" && r.g.is(n.last, firstName) && !r.g.is(n.last, opener|nameStart|bodyNoun)
}

// IsBody reports the name of a place or body that can make a statement: "the
// Kremlin", "transport ministry".
func (r *Roster) IsBody(name string) bool {
	return r.g.is(lastWord(name), bodyNoun|governing) || r.g.bodyParty(name) != ""
}

// IsBody is Roster.IsBody by the embedded lists.
func IsBody(name string) bool { return (&Roster{g: Default()}).IsBody(name) }
