package entity

import (
	"strings"

	"crosscheck/claims/word"
)

// scan walks over the words of a block and notes every phrase that names a
// person: "interior ministry spokesman Ivan Petrov", "Mr. Lee". Only what
// stands at a capital is looked at.
func (r *Roster) scan(text string, ws []word.Word) {
	for i := 0; i < len(ws); {
		if !ws[i].Capital || r.alone(ws, i) {
			i++
			continue
		}
		from, end := r.lead(ws, i), r.phraseEnd(ws, i)
		r.places(ws, i, end)
		r.phrase(text, ws, from, end)
		i = end
	}
}

// alone reports a word that has its capital from the sentence that it begins,
// and no name behind it: "The bridge". It is half of all capitals.
func (r *Roster) alone(ws []word.Word, i int) bool {
	if i+1 >= len(ws) || ws[i+1].Capital || ws[i+1].Norm == "." {
		return false
	}
	c := r.g.class(ws[i].Norm)
	return c&(opener|determiner) != 0 && c&(firstName|nameStart|roleWord|roleStart) == 0
}

// lead is where a phrase begins whose first capital is at ws[i]: words of a
// role may stand before it ("spokesman Ivan Petrov").
func (r *Roster) lead(ws []word.Word, i int) int {
	from := i
	for from > 0 && i-from < 4 && !ws[from-1].Punct && !ws[from-1].Capital && r.g.is(ws[from-1].Norm, roleWord|modifier|pending) && !owns(ws[from-1].Norm) {
		from--
	}
	return from
}

// phraseEnd is where the run of capitalised words, roles and their modifiers
// that begins at the capital ws[i] ends.
func (r *Roster) phraseEnd(ws []word.Word, i int) int {
	end := i + 1
	for j := i + 1; j < len(ws); j++ {
		w := ws[j]
		if w.Capital {
			end = j + 1
			continue
		}
		if w.Punct {
			if w.Norm == "." && (ws[j-1].Len() <= 2 || r.g.is(ws[j-1].Norm, honorific|roleWord)) && ws[j-1].Capital || isQuoteMark(w.Norm) && r.nickname(ws, j) {
				continue
			}
			return end
		}
		c := r.g.class(w.Norm)
		switch {
		case c&(roleWord|modifier|pending) != 0:
		case c&particle != 0 && ws[j-1].Capital:
		case isArabic(w.Norm) && ws[j-1].Capital:
			end = j + 1
		case w.Norm == "of" && strings.HasPrefix(ws[j-1].Norm, "secretar"):
		default:
			return end
		}
	}
	return end
}

// nickname reports whether the mark at j belongs to a nickname inside a name:
// Robert "Bob" Lee.
func (r *Roster) nickname(ws []word.Word, j int) bool {
	switch {
	case j+3 < len(ws) && ws[j+1].Capital && isQuoteMark(ws[j+2].Norm) && ws[j+3].Capital:
		return ws[j-1].Capital
	case j > 1 && j+1 < len(ws) && ws[j-1].Capital && isQuoteMark(ws[j-2].Norm) && ws[j+1].Capital:
		return j > 2 && ws[j-3].Capital
	}
	return false
}

// places counts the governments that are named, so that "the president" can be
// read as that of the article's own country.
func (r *Roster) places(ws []word.Word, i, end int) {
	for k := i; k < end; k++ {
		if !ws[k].Capital {
			continue
		}
		if n, p := r.g.placeAt(ws, k); n > 0 {
			if p.seat {
				r.seats[p.party]++
			}
			k += n - 1
		}
	}
	if end < len(ws) && ws[end].Norm == "campaign" {
		r.campaigns[foldName(trimPossessive(ws[end-1].Norm))] = true
	}
}

// maxPhrase is how many words of a phrase are read: a longer run of capitals is
// a headline or a list, and no name.
const maxPhrase = 24

// phrase notes whom the words ws[from:end] name.
func (r *Roster) phrase(text string, ws []word.Word, from, end int) {
	head := ws[from:end]
	if end < len(ws) && ws[end].Norm == "/" && len(head) > 3 {
		head = head[:len(head)-2] // a picture's credit: "Ivan Lee Max Hand/AFP"
	}
	if len(head) > maxPhrase {
		head = head[len(head)-maxPhrase:]
	}
	for len(head) > 1 && r.g.is(head[0].Norm, opener) && !r.g.is(head[0].Norm, firstName|roleWord|roleStart) && !isInitial(head, 0) {
		head = head[1:]
	}
	r.firm(ws, head, end)
	if r.bare(ws, head, end) || r.belongsTo(ws, from, end) || isProposed(ws, from) {
		return
	}
	m := r.g.parseHead(text, head)
	if m.Form != Named || m.Name == "" || m.name.last == "" || r.g.isHeadline(m.Name) {
		return
	}
	post, described := r.behind(text, ws, end, &m)
	if !described && m.Role == "" {
		post, described = r.before(text, ws, from, end)
	}
	if m.Role != "" || m.camp != "" || r.g.introduces(head) || described && m.name.first != "" {
		p := r.add(m, head[0].Start)
		if described && p != nil {
			p.learn(r, post)
		}
	}
}

// firm notes the word that a firm may be called by: "Elm Holdings", "Elm executives".
func (r *Roster) firm(ws, head []word.Word, end int) {
	first, last := head[0].Norm, head[len(head)-1].Norm
	named := len(head) > 1 && r.g.is(last, firm) && !endowed[last] && !r.g.is(first, firstName)
	if named || len(head) == 1 && (r.g.is(last, staff) || end < len(ws) && r.g.is(ws[end].Norm, staff)) {
		r.firms[foldName(trimPossessive(first))] = true
	}
}

// endowed are the bodies that are called by a person's name as often as not, and never by
// its first word alone: "the Lee Foundation".
var endowed = map[string]bool{
	"university": true, "foundation": true, "institute": true, "school": true, "academy": true, "hospital": true, "clinic": true,
	"church": true, "college": true, "center": true, "centre": true, "library": true, "tower": true,
}

// belongsTo reports a name between an article and a body that is called by what it
// is: the place of "a private Bay Shore college".
func (r *Roster) belongsTo(ws []word.Word, from, end int) bool {
	if end == len(ws) || ws[end].Capital || !r.g.is(ws[end].Norm, firm) {
		return false
	}
	for k := from - 1; k >= max(0, from-2); k-- {
		if ws[k].Punct || r.g.is(ws[k].Norm, article) {
			return !ws[k].Punct
		}
	}
	return false
}

// isProposed reports a name that somebody is to take and nobody is known by yet: "change
// his name to".
func isProposed(ws []word.Word, from int) bool {
	return from > 1 && ws[from-1].Norm == "to" && ws[from-2].Norm == "name"
}

// bare notes a single capitalised word, which may be a surname: whose, is
// known when the whole article has been read.
func (r *Roster) bare(ws, head []word.Word, end int) bool {
	if len(head) != 1 {
		return false
	}
	if w := head[0]; !r.g.is(w.Norm, opener|bodyNoun|nameStart|determiner) {
		r.loose = append(r.loose, trace{at: w.Start, key: foldName(trimPossessive(w.Norm))})
	}
	return true
}

// maxApposition is the longest apposition, in words.
const maxApposition = 14

// behind reads what follows a name: ", a doctor,", "(R-Texas)", ", R-Texas,",
// " is the chief spokesman".
func (r *Roster) behind(text string, ws []word.Word, end int, m *Mention) (Mention, bool) {
	rest := ws[end:]
	for n := 0; n < 2 && len(rest) > 1; n++ {
		if rest[0].Norm != "," && rest[0].Norm != "(" && rest[0].Norm != "is" && rest[0].Norm != "was" {
			return Mention{}, false
		}
		verb := !rest[0].Punct
		part := r.part(rest[1:], verb)
		if len(part) == 0 {
			return Mention{}, false
		}
		if camp, state, ok := r.g.label(text, part); ok && !verb {
			if m.camp = camp; m.Affiliation == "" {
				m.Affiliation = state
			}
			rest = rest[1+len(part):]
			if len(rest) > 1 && rest[0].Norm == "." { // "R-Ky.,"
				rest = rest[1:]
			}
			if len(rest) > 1 && rest[0].Norm == ")" {
				rest = rest[1:]
			}
			continue
		}
		if !r.apposes(part) {
			return Mention{}, false
		}
		o := r.g.parseHead(text, part)
		if o.Form != Description || o.Role == "" && (verb || goesOn(rest[1:], part)) {
			return Mention{}, false
		}
		o.Role, o.Affiliation, o.class = r.g.post(text, part, o)
		return o, o.Role != ""
	}
	return Mention{}, false
}

// goesOn reports a part that no mark ends: of "Ann Lee, the bridge will close"
// the bridge is no apposition.
func goesOn(rest, part []word.Word) bool {
	end := part[len(part)-1].End
	for _, w := range rest {
		if w.Start >= end {
			return !w.Punct
		}
	}
	return false
}

// part is the stretch up to the next mark or finite verb.
func (r *Roster) part(rest []word.Word, verb bool) []word.Word {
	n := 0
	for n < len(rest) && n < maxApposition {
		w := rest[n]
		if w.Punct && w.Norm != "-" && w.Norm != "&" && !(w.Norm == "." && n > 0 && rest[n-1].Capital && rest[n-1].Len() <= 4) || !w.Capital && w.Norm != "and" && r.g.is(w.Norm, finite) {
			break
		}
		n++
	}
	if n == maxApposition {
		return nil
	}
	return trimMarks(rest[:n])
}

// before reads the description that a name stands behind as an apposition:
// "The company's president, Ann Lee, said".
func (r *Roster) before(text string, ws []word.Word, from, end int) (Mention, bool) {
	if from < 3 || ws[from-1].Norm != "," || end < len(ws) && ws[end].Norm != "," && ws[end].Norm != "." && ws[end].Norm != ")" && ws[end].Norm != "(" {
		return Mention{}, false
	}
	k := from - 1
	for k > 0 && from-k < maxApposition && (!ws[k-1].Punct || ws[k-1].Norm == "-" || ws[k-1].Norm == "." && k > 1 && ws[k-2].Capital && ws[k-2].Len() <= 4) && !(!ws[k-1].Capital && ws[k-1].Norm != "and" && r.g.is(ws[k-1].Norm, finite)) {
		k--
	}
	for j := from - 2; j >= k; j-- { // the description begins at its determiner, or at a capital
		if r.g.is(ws[j].Norm, determiner) || j > k && r.g.is(ws[j-1].Norm, preposition) && ws[j-1].Norm != "of" && ws[j-1].Norm != "for" {
			k = j
			break
		}
	}
	if !r.g.is(ws[k].Norm, determiner) && !ws[k].Capital {
		return Mention{}, false
	}
	o := r.g.parseHead(text, ws[k:from-1])
	return o, o.Form == Description && o.Role != "" && !o.Plural && o.class&roleWord != 0
}

// apposes reports whether the words begin as an apposition does.
func (r *Roster) apposes(ws []word.Word) bool {
	return ws[0].Capital || r.g.is(ws[0].Norm, determiner|modifier|roleWord|roleStart|pending)
}

// longName is the longest name, in words, that has no particle in it.
const longName = 5

// isHeadline reports words in capitals that go on behind a role or a name as no name does:
// "Director Counters Story Claiming Bridge Was Sold".
func (g *Gazetteer) isHeadline(name string) bool {
	if strings.Count(name, " ") < longName {
		return false
	}
	for w := range strings.FieldsSeq(name) {
		if g.is(strings.ToLower(w), particle|suffix) {
			return false
		}
	}
	return true
}
