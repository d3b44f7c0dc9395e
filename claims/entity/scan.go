package entity

import (
	"strings"

	"crosscheck/claims/word"
)

// scan walks over the words of a block and notes every phrase that names a
// person: "interior ministry spokesman Ivan Petrov", "Mr. Lee".
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
		case isRoleWord(w.Norm) || data().modifiers[w.Norm]:
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
	return isDeterminer(w.Norm) || w.Capital || data().modifiers[w.Norm] || isRoleWord(w.Norm)
}
