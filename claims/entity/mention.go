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

func isDeterminer(norm string) bool {
	switch norm {
	case "the", "a", "an", "his", "her", "their", "its", "another", "one", "this", "that", "some", "several", "two", "our", "my":
		return true
	}
	return false
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
