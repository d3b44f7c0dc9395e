// Package entity finds out who is meant: people, bodies and places that stand
// for a government.
//
//  1. [Parse] reads a noun phrase ("Kremlin spokesman Dmitry Peskov") into a
//     [Mention]: name, role, affiliation;
//  2. [NewRoster] collects the people of one article;
//  3. [Roster.Speaker] says who a mention is: a surname, "the senator for
//     Arizona" and "he" find the person introduced earlier;
//  4. [Unify] gives one person one identity across articles.
//
// It does not look for statements and knows no world beyond the article and
// the embedded lists.
package entity

import (
	"slices"
	"strings"
	"unicode"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Gender is the grammatical gender of a person, as far as the text tells.
type Gender int

// The genders.
const (
	Unknown Gender = iota
	Male
	Female
)

// Form says what kind of phrase a mention is.
type Form int

// The forms.
const (
	Named       Form = iota // a person by name
	Group                   // a body, a country, several speakers together
	Description             // a person by role: "the Kremlin spokesman"
	Pronoun                 // he, she, they, who
)

// Mention is a noun phrase that means somebody.
type Mention struct {
	claims.Span
	Form        Form
	Name        string // as printed, without title and role; "" for a pronoun
	Role        string // "deputy foreign minister", "" where none is named
	Affiliation string // "Kremlin", "" where none is named
	Gender      Gender
	Plural      bool
	speaksFor   bool // the role is one that speaks for its institution
}

// Parse reads the noun phrase at a span of text.
func Parse(text string, at claims.Span) Mention {
	ws := word.Split(at.In(text), at.Start)
	head, apposed := parts(ws)
	m := parseHead(text, head)
	if len(apposed) > 0 && m.Form != Pronoun {
		m.apply(parseHead(text, apposed))
	}
	m.Span = at
	return m
}

// apply adds what an apposition says: "John Kirby, a State Department
// spokesman", "the mayor, Ann Lee".
func (m *Mention) apply(o Mention) {
	switch {
	case m.Form == Named && o.Form == Description:
		if m.Role == "" {
			m.Role, m.Affiliation, m.speaksFor = o.Role, o.Affiliation, o.speaksFor
		}
	case m.Form == Description && o.Form == Named:
		m.Form, m.Name, m.Gender, m.Plural = Named, o.Name, o.Gender, false
	}
}

// parts splits a noun phrase at its first comma or dash: head and apposition.
func parts(ws []word.Word) (head, apposed []word.Word) {
	for i, w := range ws {
		if w.Punct && (w.Norm == "," || w.Norm == "—" || w.Norm == "–" || w.Norm == "(") {
			rest := ws[i+1:]
			for j, v := range rest {
				if v.Punct && v.Norm != "." && v.Norm != "-" && !isQuoteMark(v.Norm) {
					rest = rest[:j]
					break
				}
			}
			return ws[:i], rest
		}
	}
	return ws, nil
}

var pronouns = map[string]Mention{
	"he": {Gender: Male}, "she": {Gender: Female}, "they": {Plural: true}, "it": {}, "who": {}, "i": {}, "we": {Plural: true},
	"both": {Plural: true}, "which": {}, "him": {Gender: Male}, "her": {Gender: Female}, "them": {Plural: true},
	"himself": {Gender: Male}, "you": {}, "that": {},
}

// IsPronoun reports whether a folded word is a pronoun that can be a speaker.
func IsPronoun(norm string) bool { _, ok := pronouns[norm]; return ok }

func parseHead(text string, ws []word.Word) Mention {
	if len(ws) == 0 {
		return Mention{Form: Description}
	}
	if p, ok := pronouns[ws[0].Norm]; ok && len(ws) == 1 {
		p.Form = Pronoun
		return p
	}
	from, to, speaks := findRole(ws)
	if from < 0 {
		return parseBare(text, ws)
	}
	m := Mention{Form: Description, speaksFor: speaks, Plural: strings.HasSuffix(ws[to-1].Norm, "men") && speaks}
	m.Role, m.Affiliation = roleAndAffiliation(text, ws, from, to)
	if name := nameRun(ws[to:]); len(name) > 0 && !isOf(ws, to) {
		m.Form = Named
		m.setName(text, name)
	}
	m.Gender = pick(m.Gender, roleGender(ws[to-1].Norm))
	if m.Form == Description {
		m.Name = trimDeterminer(text, ws)
		m.Plural = m.Plural || strings.HasSuffix(ws[to-1].Norm, "s") && !data().roles[ws[to-1].Norm]
	}
	return m
}

// setName takes the name from words that may begin with an honorific.
func (m *Mention) setName(text string, name []word.Word) {
	if g, ok := data().honorifics[name[0].Norm]; ok {
		m.Gender = g
		name = name[1:]
		if len(name) > 0 && name[0].Punct {
			name = name[1:]
		}
	}
	if len(name) == 0 {
		return
	}
	m.Name = trimPossessive(text[name[0].Start:name[len(name)-1].End])
	m.Gender = pick(m.Gender, data().first[name[0].Norm])
}

// parseBare reads a phrase without a role: "Peskov", "Mr Trump", "the CIA and
// FBI", "Russia", "analysts".
func parseBare(text string, ws []word.Word) Mention {
	l := data()
	if g, ok := l.honorifics[ws[0].Norm]; ok && ws[0].Capital {
		m := Mention{Form: Named, Gender: g}
		m.setName(text, ws)
		return m
	}
	ws = trimLead(ws)
	m := Mention{Form: Group, Name: trimDeterminer(text, ws)}
	last := ws[len(ws)-1].Norm
	_, isGroup := l.groups[last]
	person := !isGroup && onlyName(ws) && !slices.ContainsFunc(ws, func(w word.Word) bool { return isAcronym(text, w) }) && l.party[strings.ToLower(m.Name)] == ""
	if _, known := l.first[ws[0].Norm]; person && (known || trailingName(ws) == 0) {
		m.Form = Named
		m.Name = trimPossessive(m.Name)
		m.Gender = l.first[ws[0].Norm]
		return m
	}
	if from := trailingName(ws); from > 0 && !contains(ws, "and") { // "rival Bernard Stott", "the ministry's Ann Lee"
		m.Form = Named
		m.setName(text, ws[from:])
		if strings.HasSuffix(ws[from-1].Norm, "'s") {
			m.Affiliation = trimDeterminer(text, ws[:from])
		}
		return m
	}
	m.Plural = strings.HasSuffix(last, "s") || contains(ws, "and")
	if !ws[0].Capital && !hasCapital(ws) {
		m.Form = Description
	}
	return m
}

// trimLead drops words of time before a name: "four weeks ago Dmitry Peskov".
func trimLead(ws []word.Word) []word.Word {
	for i, w := range ws[:len(ws)-1] {
		if w.Norm == "ago" || w.Norm == "yesterday" || w.Norm == "today" {
			return ws[i+1:]
		}
	}
	return ws
}

// trailingName is where a full name begins that ends the phrase, or 0.
func trailingName(ws []word.Word) int {
	from := len(ws)
	for from > 0 && ws[from-1].Capital && !strings.HasSuffix(ws[from-1].Norm, "'s") {
		from--
	}
	for ; from < len(ws)-1; from++ {
		if introduces(ws[from:]) {
			return from
		}
	}
	return 0
}

// findRole finds the last role named in a noun phrase: the half-open range of
// its words, or -1. A role that is followed by a comma-less common noun
// ("president's office") is none.
func findRole(ws []word.Word) (from, to int, speaks bool) {
	l := data()
	from = -1
	for i := 0; i < len(ws); i++ {
		for n := min(l.roleLen, len(ws)-i); n >= 1; n-- {
			role := joined(ws[i : i+n])
			s, ok := l.roles[role]
			if !ok {
				s, ok = l.roles[strings.TrimSuffix(role, "s")]
			}
			if !ok || !endsRole(ws, i+n) {
				continue
			}
			from, to, speaks = i, i+n, s
			i += n - 1
			break
		}
		if from >= 0 && i+1 < len(ws) && (ws[i+1].Norm == "of" || ws[i+1].Norm == "for") {
			break // "leader of the union": what follows is the affiliation
		}
	}
	return from, to, speaks
}

// endsRole reports whether the word after a role lets it be the head: a name,
// a preposition, another role, or nothing.
func endsRole(ws []word.Word, i int) bool {
	if i >= len(ws) {
		return true
	}
	w := ws[i]
	_, role := data().roles[w.Norm]
	_, group := data().groups[w.Norm]
	return !group && (w.Capital || role || w.Punct || w.Norm == "of" || w.Norm == "for" || w.Norm == "at" || w.Norm == "in" ||
		w.Norm == "to" || w.Norm == "on" || w.Norm == "from" || w.Norm == "who" || w.Norm == "and" || w.Norm == "with")
}

// modifiers belong to the role, not to the affiliation.
var modifiers = map[string]bool{
	"former": true, "deputy": true, "acting": true, "chief": true, "senior": true, "junior": true, "top": true,
	"outgoing": true, "incoming": true, "veteran": true, "lead": true, "assistant": true, "ex": true, "then": true,
}

// roleAndAffiliation reads what stands around the role ws[from:to]: "the
// Kremlin's chief" before it, "for Arizona" behind it.
func roleAndAffiliation(text string, ws []word.Word, from, to int) (role, affiliation string) {
	begin := 0
	for begin < from && isDeterminer(ws[begin].Norm) {
		begin++
	}
	split := from
	for split > begin && modifiers[ws[split-1].Norm] {
		split--
	}
	role = text[ws[split].Start:ws[to-1].End]
	if begin < split && (modifiers[ws[begin].Norm] || ws[begin].Norm == "former") {
		role = text[ws[begin].Start:ws[begin].End] + " " + role
		begin++
	}
	for k := split - 1; k >= begin; k-- { // "reaction to President Lee": no affiliation of his
		if ws[k].Punct && ws[k].Norm != "." && ws[k].Norm != "-" || isPreposition(ws[k].Norm) {
			begin = k + 1
		}
	}
	if begin < split {
		affiliation = trimPossessive(text[ws[begin].Start:ws[split-1].End])
	} else if isOf(ws, to) && to+1 < len(ws) && isBody(ws[to+1:]) {
		affiliation = trimDeterminer(text, ws[to+1:])
	}
	return role, affiliation
}

// isBody reports words that name a place or a body, not a time or a matter: "for
// Arizona", "of the union", but not "for 14 years".
func isBody(ws []word.Word) bool {
	for _, w := range ws {
		if _, group := data().groups[w.Norm]; group || w.Capital {
			return true
		}
	}
	return false
}

func isPreposition(norm string) bool {
	switch norm {
	case "to", "of", "in", "on", "by", "with", "from", "about", "over", "against", "for", "at", "after", "before":
		return true
	}
	return false
}

func isOf(ws []word.Word, i int) bool {
	return i < len(ws) && (ws[i].Norm == "of" || ws[i].Norm == "for" || ws[i].Norm == "at")
}

// nameRun is the run of capitalised words at the head of ws: initials and
// particles may stand inside it.
func nameRun(ws []word.Word) []word.Word {
	n := 0
	for i, w := range ws {
		switch {
		case w.Capital:
			n = i + 1
			if strings.HasSuffix(w.Norm, "'s") {
				return ws[:n]
			}
		case w.Norm == "." && i > 0 && (ws[i-1].Len() == 1 || isHonorific(ws[i-1].Norm)):
		case isQuoteMark(w.Norm) && i > 0: // a nickname
		case particles[w.Norm] && n > 0:
		default:
			return ws[:n]
		}
	}
	return ws[:n]
}

func isQuoteMark(norm string) bool {
	return norm != "" && strings.Contains("\"“”'‘’«»", norm)
}

var particles = map[string]bool{
	"de": true, "van": true, "von": true, "der": true, "den": true, "da": true, "di": true, "bin": true, "al": true, "la": true, "le": true, "el": true,
}

func onlyName(ws []word.Word) bool {
	run := nameRun(ws)
	return len(run) == len(ws) && len(ws) <= 5 && !contains(ws, "and")
}

// isAcronym reports a word of two or more letters, all upper case, with no
// personal name's shape: CIA, NATO.
func isAcronym(text string, w word.Word) bool {
	s := w.In(text)
	return w.Len() > 1 && s == strings.ToUpper(s) && strings.ContainsFunc(s, unicode.IsLetter)
}

func isHonorific(norm string) bool { _, ok := data().honorifics[norm]; return ok }

func isDeterminer(norm string) bool {
	switch norm {
	case "the", "a", "an", "his", "her", "their", "its", "another", "one", "this", "that", "some", "several", "two", "our", "my":
		return true
	}
	return false
}

func roleGender(role string) Gender {
	switch {
	case strings.HasSuffix(role, "woman") || role == "actress" || role == "queen" || role == "princess":
		return Female
	case strings.HasSuffix(role, "man") || role == "king" || role == "prince":
		return Male
	}
	return Unknown
}

// pick is the first gender that is known.
func pick(a, b Gender) Gender {
	if a != Unknown {
		return a
	}
	return b
}

func contains(ws []word.Word, norm string) bool {
	for _, w := range ws {
		if w.Norm == norm {
			return true
		}
	}
	return false
}

func hasCapital(ws []word.Word) bool {
	for _, w := range ws {
		if w.Capital {
			return true
		}
	}
	return false
}

func joined(ws []word.Word) string {
	if len(ws) == 1 {
		return ws[0].Norm
	}
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = w.Norm
	}
	return strings.Join(parts, " ")
}

func trimDeterminer(text string, ws []word.Word) string {
	i := 0
	for i < len(ws)-1 && (ws[i].Norm == "the" || ws[i].Norm == "a" || ws[i].Norm == "an") {
		i++
	}
	return trimPossessive(text[ws[i].Start:ws[len(ws)-1].End])
}

func trimPossessive(s string) string {
	for _, x := range []string{"'s", "’s", "'", "’"} {
		if t, ok := strings.CutSuffix(s, x); ok {
			return t
		}
	}
	return s
}
