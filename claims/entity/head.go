package entity

import (
	"strings"

	"crosscheck/claims/word"
)

// parseHead reads a noun phrase without appositions.
func (g *Gazetteer) parseHead(text string, ws []word.Word) Mention {
	ws = g.trimTime(trimMarks(ws))
	if len(ws) == 0 {
		return Mention{Form: Description}
	}
	if n := uncontracted(ws[0].Norm); len(ws) == 1 && IsPronoun(n) {
		return PronounMention(n)
	}
	if len(ws) == 1 && ws[0].Norm == "one" { // of those who were named before
		return Mention{Form: Description, Name: "one", member: true}
	}
	if len(ws) == 3 && ws[1].Norm == "of" && IsPronoun(ws[2].Norm) { // "one of them", "both of whom"
		return Mention{Form: Description, Name: ws[0].In(text), member: true, Plural: ws[0].Norm != "one"}
	}
	if _, state, ok := g.label(text, ws); ok && state != "" { // "R-Texas" alone names nobody
		return Mention{Form: Description}
	}
	from, to, c := g.findRole(ws)
	if from < 0 {
		return g.parseBare(text, ws)
	}
	if to < len(ws) && !ws[to-1].Capital && g.isAdjective(ws[to].Norm) && g.trailingName(ws) > to { // "veteran Democratic donor Max Hand"
		return g.parseBare(text, ws)
	}
	end := to // of the role; a rank may stand between it and the name: "spokesman Col. Max Hand"
	// "head librarian" is one role, and "head" no rank before it.
	if k, before := g.roleBefore(ws, from); c&speaks == 0 && before&speaks != 0 && !(k+1 == from && g.is(ws[k].Norm, modifier)) {
		from, end, c = k, from, before
	}
	m := Mention{Form: Description, class: c, Plural: c&plural != 0}
	m.note(g, ws)
	m.Role, m.Affiliation = g.roleAndAffiliation(text, ws, from, end, c)
	m.camp = g.camps[string(phrase(nil, ws[from:end]))]
	if m.camp == "" {
		m.camp = g.campBefore(ws[:from])
	}
	if to+1 < len(ws) && ws[to].Norm == "." && ws[to+1].Capital { // "Rep. Ann Lee"
		to++
	}
	if to+3 < len(ws) && ws[to].Norm == "." && ws[to+1].Norm == "-" && ws[to+2].Norm == "elect" { // "Rep.-elect Ann Lee"
		to += 3
	}
	if run := g.nameRun(ws[to:]); len(run) > 0 && !g.isOwner(ws, to) && !(len(run) == 1 && (g.is(run[0].Norm, opener|timeNoun) || g.isAdjective(run[0].Norm) && !ws[to-1].Capital)) {
		m.Form, m.Plural = Named, false
		g.setName(&m, text, run)
		if m.Affiliation == "" && g.isOwner(ws, to+len(run)) && g.isInstitution(ws[to+len(run)+1:]) { // "President Joe Lee of the union"
			m.Affiliation = g.institution(text, ws[to+len(run)+1:])
		}
	}
	if m.Form == Description && g.isOwner(ws, to) {
		g.nameBehind(&m, text, ws[to+1:])
	}
	m.Gender = pick(roleGender(ws[end-1].Norm), m.Gender)
	if m.Form == Description {
		m.Name = g.trimDeterminer(text, ws)
	}
	return m
}

// roleBefore is where the role begins that ends before ws[i], and what it is.
func (g *Gazetteer) roleBefore(ws []word.Word, i int) (int, class) {
	for k := max(0, i-g.longRole); k < i; k++ {
		if n, c := g.roleAt(ws, k); n == i-k {
			return k, c
		}
	}
	return i, 0
}

// nameBehind reads the name that follows role and institution without a comma:
// "secretary for the Northern Islands Ann Lee".
func (g *Gazetteer) nameBehind(m *Mention, text string, ws []word.Word) {
	from := g.trailingName(ws)
	if from == 0 || g.is(ws[from-1].Norm, article|roleWord|honorific|modifier|preposition|owner) || owns(ws[from-1].Norm) || g.camps[ws[from-1].Norm] != "" ||
		g.is(ws[len(ws)-1].Norm, bodyNoun|firm|governing) {
		return
	}
	m.Form, m.Plural = Named, false
	g.setName(m, text, ws[from:])
	if hasCapital(ws[:from]) && (m.Affiliation == "" || strings.HasSuffix(m.Affiliation, m.Name)) { // not "Congress Ann Lee"
		m.Affiliation = g.institution(text, ws[:from])
	}
}

// note remembers how a description begins.
func (m *Mention) note(g *Gazetteer, ws []word.Word) {
	m.definite = ws[0].Norm == "the" || ws[0].Norm == "that"
	if g.is(ws[0].Norm, possessive) {
		m.owner = ws[0].Norm
	}
}

// parseBare reads a phrase without a role: "Peskov", "Mr Trump", "the CIA and
// FBI", "Russia", "analysts".
func (g *Gazetteer) parseBare(text string, ws []word.Word) Mention {
	if ws[0].Capital && g.is(ws[0].Norm, honorific) {
		m := Mention{Form: Named}
		run := g.nameRun(ws)
		g.setName(&m, text, run)
		if m.Name != "" {
			return m
		}
	}
	for i := 1; i < min(len(ws)-1, 4); i++ { // "Enter Ms. Lee"
		if ws[i].Capital && g.is(ws[i].Norm, honorific) && (ws[i+1].Capital || ws[i+1].Norm == "." && i+2 < len(ws)) && g.isTitle(ws[i].Norm) {
			return g.parseBare(text, ws[i:])
		}
	}
	ws = trimLead(ws)
	if name, several := g.nounOf(ws); name != "" {
		return Mention{Form: Group, Name: name, Plural: several, camp: g.camps[strings.ToLower(name)]}
	}
	m := Mention{Form: Group, Name: g.trimDeterminer(text, ws)}
	m.note(g, ws)
	last := ws[len(ws)-1].Norm
	m.camp = g.camps[string(phrase(nil, ws[len(ws)-1:]))]
	if m.camp != "" && !strings.HasSuffix(last, "s") && g.is(last, member) && (m.definite || len(ws) > 1 && (g.is(ws[0].Norm, article|determiner) || ws[0].Norm == "no" || g.isInstitution(ws[:len(ws)-1]))) { // "the Texas Republican"
		m.Form = Description
		if len(ws) > 1 && g.isInstitution(ws[:len(ws)-1]) {
			m.Affiliation = g.institution(text, ws[:len(ws)-1])
		}
		return m
	}
	run := g.nameRun(ws)
	if g.isPerson(text, ws, run) {
		m.camp = ""
		m.Form = Named
		g.setName(&m, text, run)
		if len(run) < len(ws) { // "Ann Lee of the union"
			g.belongs(&m, text, ws[len(run):])
		}
		return m
	}
	if from := g.trailingName(ws); from > 0 && !contains(ws, "and") { // "rival Bernard Stott", "the ministry's Ann Lee"
		m.Form = Named
		g.setName(&m, text, ws[from:])
		if owns(ws[from-1].Norm) || from > 1 && ownedBySeveral(ws[:from]) == from-1 {
			m.Affiliation = g.trimDeterminer(text, ws[:from])
		} else {
			m.camp = g.campBefore(ws[:from])
		}
		return m
	}
	m.Plural = strings.HasSuffix(last, "s") || contains(ws, "and")
	owned := m.owner != "" && len(ws) > 1 && !hasCapital(ws[1:]) // "His office", at the head of a sentence
	if !hasCapital(ws) || owned || len(ws) > 1 && !ws[len(ws)-1].Capital && g.is(last, crowd) || len(ws) == 1 && g.is(last, crowd) {
		m.Form = Description
	}
	return m
}

// nounOf is who is meant by a mere adjective: Republicans by "Republican" accusations,
// Russia by "Russian" ones. "A Republican" is one of them, and "the Russian" too.
func (g *Gazetteer) nounOf(ws []word.Word) (name string, several bool) {
	if len(ws) == 2 && g.is(ws[0].Norm, article) && g.camps[ws[1].Norm] != "" && strings.HasSuffix(ws[1].Norm, "ic") { // "a Democratic" proposal
		ws = ws[1:]
	}
	if len(ws) != 1 || !ws[0].Capital || !g.isAdjective(ws[0].Norm) {
		return "", false
	}
	if p := g.places[ws[0].Norm]; p.party != "" {
		return p.party, false
	}
	name = strings.TrimSuffix(ws[0].Norm, "ic") + "s"
	return strings.ToUpper(name[:1]) + name[1:], true
}

// isAdjective reports the adjective of a political party or a government: "Russian".
func (g *Gazetteer) isAdjective(norm string) bool {
	if g.camps[norm] != "" {
		return strings.HasSuffix(norm, "ic") || g.is(norm, member) && g.camps[norm+"s"] != "" && norm != "democrat"
	}
	return g.places[norm].adjective
}

// knowsBody reports the key of a place, a body or a political party.
func (g *Gazetteer) knowsBody(key []byte) bool {
	_, place := g.places[string(key)]
	return place || g.camps[string(key)] != "" || g.bodies[string(key)].name != ""
}

// isTitle reports an honorific that is nothing else: "Mr", not "Lord".
func (g *Gazetteer) isTitle(norm string) bool {
	return norm == "mr" || norm == "mrs" || norm == "ms" || norm == "dr"
}

// isPerson reports whether the words are a person's name, or one with "of the
// union" behind it.
func (g *Gazetteer) isPerson(text string, ws, run []word.Word) bool {
	if len(run) == 0 || len(run) < len(ws) && !g.isOwner(ws, len(run)) && ws[len(run)].Norm != "from" || len(run) > 8 || g.is(ws[0].Norm, determiner) && !isInitial(ws, 0) {
		return false
	}
	if len(run) < len(ws) && (!g.is(ws[0].Norm, firstName) || g.is(ws[0].Norm, bodyNoun|nameStart|firm)) { // "Bank of England"
		return false
	}
	last := run[len(run)-1].Norm
	if g.is(last, bodyNoun|crowd|firm) && !(len(run) > 1 && g.is(run[0].Norm, firstName)) {
		return false
	}
	if len(run) == 1 && g.is(last, opener|timeNoun) {
		return false
	}
	for _, w := range run {
		if isAcronym(text, w) && !g.is(w.Norm, suffix) && !isInitials(w.Norm) {
			return false
		}
	}
	if g.knowsBody(phrase(make([]byte, 0, 64), run)) || ownedBySeveral(run) > 0 {
		return false
	}
	return g.is(ws[0].Norm, firstName) || isInitial(ws, 0) || g.trailingName(ws) == 0
}

// ownedBySeveral is where the one apostrophe stands that parts an owner in the plural
// from a name: "the Herald News' Ann Lee", but not "Chris 'Kit' Lee". It is 0 where there
// is none.
func ownedBySeveral(ws []word.Word) int {
	at := 0
	for i, w := range ws {
		if w.Norm != "'" && w.Norm != "’" {
			continue
		}
		if at > 0 || !isGenitive(ws, i) {
			return 0
		}
		at = i
	}
	return at
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

// trimTime drops "on Tuesday" from the end of a phrase.
func (g *Gazetteer) trimTime(ws []word.Word) []word.Word {
	for i := len(ws) - 2; i > 0 && i >= len(ws)-3; i-- {
		if (ws[i].Norm == "on" || ws[i].Norm == "in") && ws[i+1].Capital && g.is(ws[i+1].Norm, opener) {
			return ws[:i]
		}
	}
	return ws
}

// trimMarks drops marks at the ends, but not that of "only 13%".
func trimMarks(ws []word.Word) []word.Word {
	for len(ws) > 0 && ws[0].Punct {
		ws = ws[1:]
	}
	for len(ws) > 0 && ws[len(ws)-1].Punct && ws[len(ws)-1].Norm != "%" {
		ws = ws[:len(ws)-1]
	}
	return ws
}

// trimDeterminer is the phrase without a leading article and a possessive
// ending.
func (g *Gazetteer) trimDeterminer(text string, ws []word.Word) string {
	i := 0
	for i < len(ws)-1 && g.is(ws[i].Norm, article) && !isInitial(ws, i) {
		i++
	}
	return trimPossessive(text[ws[i].Start:ws[len(ws)-1].End])
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
