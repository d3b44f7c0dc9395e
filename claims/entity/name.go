package entity

import (
	"strings"
	"unicode"

	"crosscheck/claims/word"
)

// name is a person's name in parts, folded.
type name struct {
	first  string // "" where only the surname is known
	middle string // the second given name, "" for none
	prefix string // the particle before the surname: "de"
	last   string // the surname without particles: "blasio" for "de Blasio"
	suffix string // "jr", "iii"
	nick   string // the nickname in quotation marks
}

// setName takes the name from a run of words that may begin with an honorific.
func (g *Gazetteer) setName(m *Mention, text string, run []word.Word) {
	if g.is(run[0].Norm, honorific) && len(run) > 1 {
		m.Gender = g.class(run[0].Norm).gender()
		if run = run[1:]; run[0].Punct {
			run = run[1:]
		}
	}
	if len(run) == 0 {
		return
	}
	end := run[len(run)-1].End
	if g.is(run[len(run)-1].Norm, suffix) && end < len(text) && text[end] == '.' { // "Jr."
		end++
	}
	m.Name = trimPossessive(text[run[0].Start:end])
	m.name = g.parts(run)
	if m.name.first != "" && g.is(run[0].Norm, firstName) && !g.is(run[0].Norm, familyFirst) {
		m.Gender = pick(m.Gender, g.class(run[0].Norm).gender())
	}
}

// names reads the parts of a printed name.
func (g *Gazetteer) names(printed string) name { return g.parts(word.Split(printed, 0)) }

// parts reads the parts of a name.
func (g *Gazetteer) parts(run []word.Word) name {
	var n name
	var list [8]string
	bare := list[:0]
	for i, w := range run {
		switch {
		case w.Punct:
		case len(bare) > 0 && g.is(w.Norm, suffix):
			n.suffix = strings.Trim(w.Norm, ".")
		case i > 0 && isQuoteMark(run[i-1].Norm) && len(bare) > 0 && i+1 < len(run):
			n.nick = foldName(w.Norm)
		case len(bare) < len(list):
			bare = append(bare, w.Norm)
		}
	}
	for len(bare) > 1 && g.is(bare[0], particle) && !g.is(bare[0], firstName) { // but not of "Van Jones"
		n.prefix, bare = bare[0], bare[1:]
	}
	if len(bare) == 0 {
		return n
	}
	if len(bare) > 1 && g.is(bare[0], familyFirst) && !g.is(bare[1], firstName) { // "Kim Jong Un"
		n.last, n.first = foldName(bare[0]), foldName(strings.Join(bare[1:], ""))
		return n
	}
	n.last = foldName(bare[len(bare)-1])
	if len(bare) > 1 {
		n.first = foldName(bare[0])
	}
	if k := len(bare) - 2; k > 0 {
		n.middle = foldName(bare[1])
		if g.is(bare[k], particle) {
			n.prefix = bare[k]
		}
	}
	return n
}

// trailingName is where a full name begins that ends the phrase, or 0.
func (g *Gazetteer) trailingName(ws []word.Word) int {
	from := len(ws)
	for from > 0 && (ws[from-1].Capital || ws[from-1].Norm == "." && from > 1 && ws[from-2].Len() == 1) && !strings.HasSuffix(ws[from-1].Norm, "'s") {
		from--
	}
	for ; from < len(ws)-1; from++ {
		if g.introduces(ws[from:]) {
			for from > 1 && ws[from-1].Norm == "." && ws[from-2].Len() == 1 { // "rival D. Allen Hand"
				from -= 2
			}
			return from
		}
	}
	return 0
}

// introduces reports whether the words look like a full or titled name: an
// honorific, or a known first name before a surname.
func (g *Gazetteer) introduces(ws []word.Word) bool {
	if len(ws) < 2 {
		return false
	}
	if isInitial(ws, 0) { // "J. K. Lee"
		return len(ws) > 2 && ws[len(ws)-1].Capital && ws[len(ws)-1].Len() > 2
	}
	c := g.class(ws[0].Norm)
	if c&honorific != 0 {
		return true
	}
	if c&firstName == 0 || c&nameStart != 0 {
		return false
	}
	return len(ws) > 2 && g.is(ws[2].Norm, suffix) || !ws[1].Punct && !g.is(ws[1].Norm, suffix) || ws[1].Punct && len(ws) > 2
}

// nameRun is the run of capitalised words at the head of ws: initials,
// particles and a nickname in quotation marks may stand inside it.
func (g *Gazetteer) nameRun(ws []word.Word) []word.Word {
	n := 0
	for i, w := range ws {
		switch {
		case w.Capital || n > 0 && isArabic(w.Norm):
			if n = i + 1; owns(w.Norm) {
				return ws[:n]
			}
		case w.Norm == "." && i > 0 && i == n && (ws[i-1].Len() <= 2 || g.is(ws[i-1].Norm, honorific|suffix)):
			if g.is(ws[i-1].Norm, suffix) {
				return ws[:i+1]
			}
			n = max(n, i)
		case w.Norm == "," && i > 0 && i+1 < len(ws) && g.is(ws[i+1].Norm, suffix): // "Stone, Jr."
		case isQuoteMark(w.Norm) && i > 0:
		case n > 0 && g.is(w.Norm, particle):
		default:
			return ws[:n]
		}
	}
	return ws[:n]
}

// isInitial reports a letter with a dot behind it at ws[i]: the "A." of "A. M.
// Lee" is no article.
func isInitial(ws []word.Word, i int) bool {
	return ws[i].Capital && (ws[i].Len() == 1 && i+1 < len(ws) && ws[i+1].Norm == "." || isInitials(ws[i].Norm))
}

// isInitials reports two letters with dots in one word: "J.D.", but not "FBI".
func isInitials(norm string) bool {
	n := strings.TrimSuffix(norm, ".")
	return len(n) == 3 && n[1] == '.' && n != "u.s" && n != "u.n" && n != "u.k" && n != "e.u"
}

// isArabic reports a surname in lower case with its article: "al-Assad".
func isArabic(norm string) bool {
	return strings.HasPrefix(norm, "al-") || strings.HasPrefix(norm, "el-") || strings.HasPrefix(norm, "bin-")
}

func owns(norm string) bool { return strings.HasSuffix(norm, "'s") || strings.HasSuffix(norm, "s'") }

func isQuoteMark(norm string) bool {
	return norm != "" && strings.Contains("\"“”'‘’«»", norm)
}

// isAcronym reports a word of two or more letters, all upper case, with no
// personal name's shape: CIA, NATO.
func isAcronym(text string, w word.Word) bool {
	if w.Len() < 2 {
		return false
	}
	letters := 0
	for _, r := range w.In(text) {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}
