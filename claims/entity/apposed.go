package entity

import (
	"crosscheck/claims/word"
)

// A firm may stand behind what it does, as a person behind a role: "the owner,
// Harbor Storage Inc.". It is the firm that speaks then.

// isCommon reports a noun phrase without a name, be its first word in capitals as
// that of a sentence.
func (g *Gazetteer) isCommon(ws []word.Word) bool {
	ws = trimMarks(ws)
	return len(ws) > 1 && g.is(ws[0].Norm, determiner) && !hasCapital(ws[1:])
}

// mayBeBody reports a mention that a body can be, as far as its noun tells: "the
// owner", "the firm", but no "spokesman" and no "minister".
func (g *Gazetteer) mayBeBody(m *Mention) bool {
	if m.Plural || m.Form == Named || m.class&(speaks|office) != 0 {
		return false
	}
	return m.Role != "" || m.common && g.is(lastWord(m.Name), bodyNoun|governing|firm)
}

// introducedBy reports a noun phrase at the head of a sentence behind which a person
// is introduced: "The builder, Ann Lee".
func (g *Gazetteer) introducedBy(m *Mention, part []word.Word) bool {
	return m.Form == Group && m.common && part[0].Capital && g.introduces(part)
}

// isFirmName reports a name of two words or more that has a word for a body in
// it: "Harbor Storage Inc.", "the Bank of Tarn".
func (g *Gazetteer) isFirmName(ws []word.Word) bool {
	ws = trimMarks(ws)
	if len(ws) > 0 && ws[0].Norm == "the" {
		ws = ws[1:]
	}
	if len(ws) < 2 || !ws[0].Capital || !ws[len(ws)-1].Capital {
		return false
	}
	body := false
	for _, w := range ws {
		switch {
		case w.Capital:
			body = body || g.is(w.Norm, firm|bodyNoun)
		case w.Norm != "&" && w.Norm != "." && !g.is(w.Norm, owner|article|particle) && w.Norm != "and":
			return false
		}
	}
	return body
}

// become makes a description the body that is named behind it, which keeps the role.
func (m *Mention) become(body Mention) {
	m.Form, m.Name, m.Affiliation = Group, body.Name, ""
}
