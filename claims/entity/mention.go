// Package entity finds out who is meant: people, bodies and places that stand
// for a government.
//
//  1. a [Gazetteer] holds what is known before an article is read: the embedded
//     lists, and a newsroom's own file (names.go);
//  2. [Roster.Parse] reads a noun phrase ("Kremlin spokesman Dmitry Peskov")
//     into a [Mention]: name, role, affiliation;
//  3. [Gazetteer.Roster] collects the people of one article;
//  4. [Roster.Speaker] says who a mention is: a surname, "the senator for
//     Arizona" and "he" find the person introduced earlier;
//  5. [Gazetteer.Unify] gives one person one identity across articles.
//
// The party of a speaker is the side that answers for what he says: the
// government he speaks for ("Russia" for Peskov, the Kremlin and Moscow), else
// a political party, a campaign ("Romney campaign"), or the body or the person
// whose spokesman he is. Who speaks for himself, as a senator, a judge or an
// analyst does, has none (party.go).
//
// The package does not look for statements and knows no world beyond the
// article and the lists.
package entity

import (
	"cmp"
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

	class    class     // of the role: speaks, office
	name     name      // of a Named mention
	camp     string    // the political party, "Republican Party" for "(R-Texas)"
	definite bool      // "the spokesman", not "a spokesman"
	owner    string    // the pronoun that owns it: "his" spokesman
	member   bool      // "one of them"; of a pronoun: who writes or reads, "I"
	thing    bool      // of a pronoun: stands for no person, "it"
	two      bool      // of a pronoun: stands for two people who were named together, "both"
	common   bool      // a noun without a name: "the owner", also where the sentence begins with it
	several  []Mention // the people of "Ann Lee and Max Hand"
}

// Parse reads the noun phrase at a span of text with the embedded lists.
func Parse(text string, at claims.Span) Mention { return Default().Parse(text, at) }

// Parse reads the noun phrase at a span of text.
func (g *Gazetteer) Parse(text string, at claims.Span) Mention {
	ws := word.Split(at.In(text), at.Start)
	m := g.parse(text, ws)
	m.Span = at
	return m
}

func (g *Gazetteer) parse(text string, ws []word.Word) Mention {
	ws = ws[:min(len(ws), maxMention)]
	for len(ws) > 1 && ws[0].Punct {
		ws = ws[1:]
	}
	if m, ok := g.parseSeveral(text, ws); ok {
		return m
	}
	head, rest := cutPart(ws)
	m := g.parseHead(text, head)
	m.common = g.isCommon(head)
	for n := 0; len(rest) > 0 && n < maxParts && m.Form != Pronoun; n++ {
		var part []word.Word
		if part, rest = cutPart(rest); len(part) > 0 {
			g.apply(&m, text, part)
		}
	}
	return m
}

// maxMention is the longest noun phrase, in words, that is read.
const maxMention = 64

// maxParts is how many appositions and parentheses are read of one phrase.
const maxParts = 4

// apply adds what an apposition says: "John Kirby, a State Department
// spokesman", "the mayor, Ann Lee", "Michael Hale, R-Texas".
func (g *Gazetteer) apply(m *Mention, text string, part []word.Word) {
	if camp, state, ok := g.label(text, part); ok {
		if m.camp = camp; m.Affiliation == "" {
			m.Affiliation = state
		}
		return
	}
	if m.Form == Named {
		part, _ = g.relativeClause(part)
		if len(part) == 0 {
			return
		}
		if part[0].Norm == "of" { // "Ann Lee, of the union"
			g.belongs(m, text, part)
			return
		}
	}
	o := g.parseHead(text, part)
	switch {
	case o.Form == Group && g.mayBeBody(m) && g.isFirmName(part):
		m.become(o)
	case m.Form == Named && o.Form == Description:
		if m.Role == "" {
			role, affiliation, c := g.post(text, part, o)
			m.Role, m.Affiliation, m.class = role, cmp.Or(affiliation, m.Affiliation), c
		}
	case (m.Form == Description || g.introducedBy(m, part)) && o.Form == Named && !m.Plural:
		m.Form, m.Name, m.name, m.Gender = Named, o.Name, o.name, pick(o.Gender, m.Gender)
	}
}

// belongs adds the institution that "of the union" names.
func (g *Gazetteer) belongs(m *Mention, text string, of []word.Word) {
	if m.Affiliation == "" && g.isInstitution(of[1:]) {
		m.Affiliation = g.institution(text, of[1:])
	}
}

// relativeClause cuts a part at "who": what follows describes, but names no
// post.
func (g *Gazetteer) relativeClause(ws []word.Word) (head, clause []word.Word) {
	for i, w := range ws {
		if w.Norm == "who" || w.Norm == "which" || w.Norm == "whose" {
			return ws[:i], ws[i:]
		}
	}
	return ws, nil
}

// cutPart splits a noun phrase at its first comma, dash or parenthesis.
func cutPart(ws []word.Word) (head, rest []word.Word) {
	for i, w := range ws {
		if w.Punct && (isBreak(w.Norm) || w.Norm == "-" && i+1 < len(ws) && ws[i+1].Norm == "-") { // " -- "
			return ws[:i], ws[i+1:]
		}
	}
	return ws, nil
}

func isBreak(norm string) bool {
	switch norm {
	case ",", "—", "–", "(", ")", ";", ":", "[", "]":
		return true
	}
	return false
}

var pronouns = map[string]Mention{
	"he": {Gender: Male}, "she": {Gender: Female}, "they": {Plural: true}, "it": {thing: true}, "who": {}, "i": {member: true}, "we": {Plural: true, member: true},
	"both": {Plural: true, two: true}, "which": {}, "him": {Gender: Male}, "her": {Gender: Female}, "them": {Plural: true},
	"himself": {Gender: Male}, "you": {member: true}, "that": {},
}

// IsPronoun reports whether a folded word is a pronoun that can be a speaker.
func IsPronoun(norm string) bool { _, ok := pronouns[norm]; return ok }

// uncontracted is the pronoun of "they'd", and any other word as it is.
func uncontracted(norm string) string {
	if p, _, ok := strings.Cut(norm, "'"); ok && IsPronoun(p) {
		return p
	}
	return norm
}

// PronounMention is the mention of a bare pronoun.
func PronounMention(norm string) Mention {
	m := pronouns[norm]
	m.Form = Pronoun
	return m
}

// pick is the first gender that is known.
func pick(a, b Gender) Gender {
	if a != Unknown {
		return a
	}
	return b
}
