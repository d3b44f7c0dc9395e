package entity

import (
	"strings"

	"crosscheck/claims/word"
)

// findRole finds the role that is the head of a noun phrase, the last one
// before a preposition: the half-open range of its words, or from < 0. A role
// that is followed by a comma-less common noun ("president's office") is none.
func (g *Gazetteer) findRole(ws []word.Word) (from, to int, c class) {
	from = -1
	for i := 0; i < len(ws); i++ {
		n, found := g.roleAt(ws, i)
		if n > 0 && g.endsRole(ws, i+n) && !(g.isRoleName(ws, i, n)) {
			from, to, c = i, i+n, found
			i += n - 1
			if g.isOwner(ws, i+1) || i+1 < len(ws) && ws[i+1].Norm == "and" {
				break // "leader of the union": what follows is the affiliation
			}
			continue
		}
		if n == 0 && g.is(ws[i].Norm, preposition) && !ws[i].Capital && i > 0 {
			break // "a friend of the president" is no president
		}
	}
	return from, to, c
}

// isRoleName reports a role word that is a name here: "Ann Major", "Ms. Judge",
// "Rep. Ann Major".
func (g *Gazetteer) isRoleName(ws []word.Word, i, n int) bool {
	if n != 1 || i+1 != len(ws) || i == 0 || !ws[i].Capital {
		return false
	}
	given := g.is(ws[i-1].Norm, firstName) && !g.is(ws[i-1].Norm, roleWord|bodyNoun|nameStart|pending)
	return given && (i == 1 || g.isRank(ws, i-2)) || g.is(ws[i-1].Norm, honorific)
}

// isRank reports a title at ws[i] that stands before a name: "Rep. Peter".
func (g *Gazetteer) isRank(ws []word.Word, i int) bool {
	if ws[i].Norm == "." && i > 0 {
		i--
	}
	return ws[i].Capital && g.is(ws[i].Norm, honorific|roleWord)
}

// endsRole reports whether the word after a role lets it be the head: a name,
// a preposition, another role, or nothing.
func (g *Gazetteer) endsRole(ws []word.Word, i int) bool {
	if i >= len(ws) {
		return true
	}
	w := ws[i]
	c := g.class(w.Norm)
	return c&bodyNoun == 0 && (w.Capital || w.Punct || c&(roleWord|roleStart|follows) != 0)
}

// roleAndAffiliation reads what stands around the role ws[from:to]: "the
// Kremlin's chief" before it, "for Arizona" behind it.
func (g *Gazetteer) roleAndAffiliation(text string, ws []word.Word, from, to int, c class) (role, affiliation string) {
	begin := 0
	for k := from - 1; k >= 0; k-- { // "reaction to President Lee": no affiliation of his
		if ws[k].Punct && ws[k].Norm != "." && ws[k].Norm != "&" || ws[k].Norm == "of" && !(k > 0 && ws[k-1].Capital) || ws[k].Norm != "of" && ws[k].Norm != "on" && !ws[k].Capital && g.is(ws[k].Norm, preposition) {
			begin = k + 1
			break
		}
	}
	for begin < from && g.is(ws[begin].Norm, determiner) && !ws[begin].Capital || begin < from && begin == 0 && g.is(ws[begin].Norm, determiner) {
		begin++
	}
	begin = g.behindStray(text, ws, begin, from)
	split := from
	for split > begin && g.is(ws[split-1].Norm, modifier) {
		split--
	}
	former := ""
	for begin < split && g.is(ws[begin].Norm, modifier) { // "former Kremlin spokesman": the word belongs to the role
		former += ws[begin].In(text) + " "
		begin++
	}
	if begin < split && (!g.isEmployer(ws[begin:split]) || g.opens(text, ws[begin:split], c)) { // "environmental activist": part of the role
		return former + text[ws[begin].Start:ws[to-1].End], g.behind(text, ws, to)
	}
	role = former + text[ws[split].Start:ws[to-1].End]
	if begin < split {
		if g.camps[string(phrase(nil, ws[begin:split]))] != "" { // "Republican senator for Ohio"
			if state := g.behind(text, ws, to); state != "" {
				return role, state
			}
		}
		return role, g.institution(text, g.withoutCamp(ws[begin:split]))
	}
	return role, g.behind(text, ws, to)
}

// behindStray is where the words before a role begin without what is none of its
// institution: an age or a year, the hour of a log, a verb before it, the label of a
// video. "2008 Republican nominee", "P.M. President Lee", "Will President Lee".
func (g *Gazetteer) behindStray(text string, ws []word.Word, begin, from int) int {
	for begin < from {
		w := ws[begin]
		label := isAcronym(text, w) && g.is(w.Norm, furniture)
		verb := w.Capital && g.is(w.Norm, finite) && begin+1 == from
		if n := strings.Trim(w.Norm, "."); !isNumber(w.Norm) && n != "p.m" && n != "a.m" && !label && !verb {
			break
		}
		begin++
		if begin < from && ws[begin].Norm == "." {
			begin++
		}
	}
	return begin
}

// isNumber reports a number in digits, an age: "2008", "17-year-old".
func isNumber(norm string) bool {
	digits := strings.Trim(norm, "0123456789.,%")
	return norm != digits && (digits == "" || strings.HasSuffix(digits, "-year-old"))
}

// withoutCamp leaves out of an institution the political camp that it ends in: of
// "Ohio Republican Senator" it is Ohio, of "presumptive Republican nominee" no more than
// the camp. A "House Republican" is of both.
func (g *Gazetteer) withoutCamp(ws []word.Word) []word.Word {
	last := len(ws) - 1
	if last < 1 || !g.isAdjective(ws[last].Norm) || g.camps[ws[last].Norm] == "" || g.is(ws[last-1].Norm, chamber) {
		return ws
	}
	if n, _ := g.placeAt(ws, 0); n == last || g.states[string(phrase(nil, ws[:last]))] != "" {
		return ws[:last]
	}
	if !hasCapital(ws[:last]) || last == 1 && !g.isProper(ws[0]) || strings.HasSuffix(ws[last-1].Norm, "ive") || last == 1 && !ws[0].Capital {
		return ws[last:]
	}
	return ws
}

// behind is the institution that follows a role: "of the union".
func (g *Gazetteer) behind(text string, ws []word.Word, to int) string {
	if !g.isOwner(ws, to) || !g.isInstitution(ws[to+1:]) {
		return ""
	}
	rest := ws[to+1:]
	if i := g.employerIn(rest); i > 0 {
		rest = rest[i:]
	}
	return g.institution(text, rest)
}

// employerIn is where in "public opinion and survey research for the Hale
// Foundation" the institution begins: behind a matter in lower case; 0 where
// the words begin with it.
func (g *Gazetteer) employerIn(ws []word.Word) int {
	for i, w := range ws {
		switch {
		case w.Punct && w.Norm != "-" || w.Capital:
			return 0
		case i > 0 && g.is(w.Norm, owner) && hasCapital(ws[i+1:min(len(ws), i+4)]):
			return i + 1
		}
	}
	return 0
}

// institution is the name of a body in words that begin with it: up to a
// clause, a second role, or the "and" before one.
func (g *Gazetteer) institution(text string, ws []word.Word) string {
	end := len(ws)
	for i, w := range ws {
		if i == 0 {
			continue
		}
		if w.Punct && w.Norm != "." && w.Norm != "-" && w.Norm != "&" && w.Norm != "'" && w.Norm != "’" || !w.Capital && g.is(w.Norm, finite) && w.Norm != "and" ||
			w.Norm == "and" && (i+1 >= len(ws) || !ws[i+1].Capital || g.is(ws[i+1].Norm, roleWord)) {
			end = i
			break
		}
	}
	for end > 1 && ws[end-1].Punct && !ws[end-2].Capital {
		end--
	}
	if n, _ := g.roleAt(ws, 0); (n > 0 || g.is(ws[0].Norm, honorific)) && end > 1 { // "a spokesman for Speaker Paul Hale"
		if m := g.parseHead(text, ws[:end]); m.Form == Named && m.Name != "" {
			return m.Name
		}
	}
	s := g.trimDeterminer(text, ws[:end])
	if full, ok := g.states[string(phrase(nil, ws[:end]))]; ok && end == 1 && ws[0].Len() < 6 {
		return full
	}
	return s
}

// isInstitution reports words that name a place or a body, not a time or a
// matter: "for Arizona", "of the union", but not "for 14 years".
func (g *Gazetteer) isInstitution(ws []word.Word) bool {
	if g.isOccasion(ws) || g.isStretch(ws) {
		return false
	}
	for i, w := range ws {
		if w.Punct && w.Norm != "." && w.Norm != "-" && !isGenitive(ws, i) {
			return false
		}
		c := g.class(w.Norm)
		if w.Capital && c&(opener|determiner) == 0 || c&(bodyNoun|governing|firm) != 0 {
			return true
		}
		if i > 8 {
			return false
		}
	}
	return false
}

// isOccasion reports words that begin with where somebody spoke, not for whom: "a
// campaign event Wednesday in Elm".
func (g *Gazetteer) isOccasion(ws []word.Word) bool {
	for i, w := range ws {
		if w.Capital || w.Punct || i > 0 && g.is(w.Norm, preposition) {
			return i > 0 && g.is(ws[i-1].Norm, event)
		}
	}
	return len(ws) > 0 && g.is(ws[len(ws)-1].Norm, event)
}

// isStretch reports words that begin with how long somebody has held a role: "14 years
// and the union's voice", "more than two decades".
func (g *Gazetteer) isStretch(ws []word.Word) bool {
	const longest = 4 // words
	for _, w := range ws[:min(longest, len(ws))] {
		if w.Capital || w.Punct {
			return false
		}
		if g.is(w.Norm, timeNoun) {
			return true
		}
	}
	return false
}

// isGenitive reports the apostrophe behind a plural: "of the tenants' league".
func isGenitive(ws []word.Word, i int) bool {
	return i > 0 && (ws[i].Norm == "'" || ws[i].Norm == "’") && strings.HasSuffix(ws[i-1].Norm, "s")
}

// isEmployer reports words before a role that name whom it is held with:
// "State Department", "the company's", "transport ministry"; not "former" or
// "environmental".
func (g *Gazetteer) isEmployer(ws []word.Word) bool {
	last := ws[len(ws)-1]
	if owns(last.Norm) || g.is(last.Norm, bodyNoun|governing|firm) {
		return true
	}
	for i, w := range ws {
		if w.Capital && (i > 0 || len(ws) == 1 && g.isProper(w) || g.is(w.Norm, nameStart) || ws[len(ws)-1].Capital && len(ws) > 1) {
			return true
		}
	}
	return false
}

// opens reports a single word that may have its capital from the sentence that
// it begins: "Climate activist". A spokesman is somebody's all the same.
func (g *Gazetteer) opens(text string, ws []word.Word, c class) bool {
	w := ws[0]
	if len(ws) == 1 && strings.HasSuffix(w.Norm, "ing") { // "Following President Lee's speech"
		return true
	}
	if len(ws) > 1 || c&speaks != 0 && c&plural == 0 || owns(w.Norm) || g.is(w.Norm, nameStart|bodyNoun|governing|chamber) || g.camps[w.Norm] != "" || g.states[w.Norm] != "" || isAcronym(text, w) {
		return false
	}
	before := strings.TrimRight(text[max(0, w.Start-4):w.Start], " \t\"'“”‘’")
	return before == "" || strings.ContainsRune(".!?:\n", rune(before[len(before)-1]))
}

// isProper reports a capitalised word that is no ordinary word at the head of
// a sentence, as far as the lists tell.
func (g *Gazetteer) isProper(w word.Word) bool {
	c := g.class(w.Norm)
	return c&(opener|determiner|modifier|roleWord|timeNoun) == 0
}

func (g *Gazetteer) isOwner(ws []word.Word, i int) bool {
	return i < len(ws) && g.is(ws[i].Norm, owner) && !ws[i].Capital
}

// post is the role, affiliation and class that an apposition gives: that of
// its head role, or its head noun where the lists know no role in it ("a media
// mogul").
func (g *Gazetteer) post(text string, part []word.Word, o Mention) (role, affiliation string, c class) {
	if o.Role != "" {
		return o.Role, o.Affiliation, o.class
	}
	part = trimMarks(part)
	if len(part) < 2 || !g.is(part[0].Norm, article) {
		return "", "", 0
	}
	end := 1
	for end < len(part) && end < 6 && !part[end].Punct && !part[end].Capital && !g.is(part[end].Norm, preposition|finite) && part[end].Norm != "and" {
		end++
	}
	if end == 1 || hasOwner(part[1:end]) || g.is(part[end-1].Norm, timeNoun|bodyNoun) || part[1].Norm[0] >= '0' && part[1].Norm[0] <= '9' || !isNoun(part[end-1].Norm) {
		return "", "", 0
	}
	return text[part[1].Start:part[end-1].End], g.behind(text, part, end), 0
}

// hasOwner reports a possessive: "the company's delivery service".
func hasOwner(ws []word.Word) bool {
	for _, w := range ws {
		if owns(w.Norm) {
			return true
		}
	}
	return false
}

// isNoun guesses from its ending that a word may be a noun for a person.
func isNoun(norm string) bool {
	for _, ending := range [...]string{"ing", "ed", "ly", "ous", "ful", "able", "one", "move", "tion", "ment", "ness"} {
		if strings.HasSuffix(norm, ending) {
			return false
		}
	}
	return len(norm) > 2
}

func roleGender(role string) Gender {
	switch {
	case strings.HasSuffix(role, "woman") || role == "actress" || role == "queen" || role == "princess" || role == "lady":
		return Female
	case strings.HasSuffix(role, "man") || role == "king" || role == "prince" || role == "pope":
		return Male
	}
	return Unknown
}
