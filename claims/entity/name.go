package entity

import (
	"strings"
	"unicode"

	"crosscheck/claims/word"
)

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
