package entity

import (
	"strings"

	"crosscheck/claims/word"
)

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

// roleAndAffiliation reads what stands around the role ws[from:to]: "the
// Kremlin's chief" before it, "for Arizona" behind it.
func roleAndAffiliation(text string, ws []word.Word, from, to int) (role, affiliation string) {
	begin := 0
	for begin < from && isDeterminer(ws[begin].Norm) {
		begin++
	}
	split := from
	for split > begin && data().modifiers[ws[split-1].Norm] {
		split--
	}
	role = text[ws[split].Start:ws[to-1].End]
	if begin < split && (data().modifiers[ws[begin].Norm] || ws[begin].Norm == "former") {
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

func roleGender(role string) Gender {
	switch {
	case strings.HasSuffix(role, "woman") || role == "actress" || role == "queen" || role == "princess":
		return Female
	case strings.HasSuffix(role, "man") || role == "king" || role == "prince":
		return Male
	}
	return Unknown
}
