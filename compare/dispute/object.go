package dispute

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
	"crosscheck/claims/word"
)

// object is what the words behind a verb of dispute say is disputed.
type object struct {
	head    int         // the word that names it, -1 for a clause, a pronoun or a person
	form    form        // how it is named
	begin   int         // its first word
	end     int         // the word behind it
	clause  claims.Span // the words that tell it; empty where they do not
	of      bool        // they follow "of", and may only name what it is about
	owner   claims.Span // the words that say whose it is; empty where they do not
	its     string      // the pronoun that says whose it is
	article bool        // "the", "that": it was spoken of before
}

type form int

const (
	named   form = iota // "Lind's claim"
	clausal             // "that it rained"
	pointed             // "it", "that"
	person              // "Lind"
)

const (
	// longestObject is the most words before the noun that names a claim: "a
	// host of other recent statements".
	longestObject = 10
	// longestClause is the most words that tell what is claimed.
	longestClause = 40
)

// object reads the words behind a verb of dispute.
func (p *page) object(l *line, c cue, by int) (object, bool) {
	j := p.behindTime(l, c.to)
	if c.class == denyVerb {
		j = p.behindHearer(l, j)
	}
	o, ok := p.noun(l, j)
	switch {
	case ok && (c.class == rejectVerb || c.class == denyVerb) && p.is(l, o.head, suitNoun) && (o.clause.Len() == 0 || o.of) && p.decides(by):
		return object{}, false
	case ok && c.class == callVerb:
		return o, p.verdict(l, &o)
	case c.class == sayVerb:
		return p.said(l, j)
	case ok:
		return o, p.definite(l, o)
	case c.class == denyVerb:
		return p.denied(l, j, by)
	case c.class == opposeVerb:
		return p.person(l, j)
	}
	return object{}, false
}

// decides reports a claim of a court, or of nobody who is known to speak, which settles
// a complaint and disputes nothing when it dismisses one.
func (p *page) decides(by int) bool {
	if by < 0 {
		return false
	}
	if p.list[by].Speaker == nil { // "the office wrote back, rejecting her complaint"
		return true
	}
	for _, w := range word.Split(p.list[by].Speaker.Name+" "+p.list[by].Speaker.Role, 0) {
		if c, _ := classes().Look(w.Norm); c&courtNoun != 0 {
			return true
		}
	}
	return false
}

// noun reads a noun phrase that names a claim.
func (p *page) noun(l *line, j int) (object, bool) {
	o := object{head: -1, begin: j, article: p.is(l, j, beforeNoun)}
	for k := j; k < min(j+longestObject, l.to); k++ {
		w := &p.words[k]
		switch {
		case w.Punct && (strings.ContainsAny(w.Norm, "\"“”‘’'") || p.initial(l, k)):
		case w.Punct:
			return o, false
		case p.is(l, k, ownerWord) && (k == j || p.is(l, k-1, beforeNoun) || p.norm(l, k-1) == "of"):
			o.its = w.Norm
		case strings.HasSuffix(w.Norm, "'s") || strings.HasSuffix(w.Norm, "s'") || p.norm(l, k+1) == "'" || p.norm(l, k+1) == "’":
			o.owner = p.span(p.nameFrom(l, j, k), k+1)
		case p.is(l, k, claimNoun) && !p.is(l, k+1, claimNoun):
			o.head = k
			return p.modified(l, j, o)
		case p.norm(l, k) == "of" && p.is(l, k-1, partNoun):
		case w.Norm == "and" && k > j && p.words[k-1].Capital && k+1 < l.to && p.words[k+1].Capital: // "Lee and Hale's claim"
		case p.is(l, k, stopWord) && (k > j || w.Norm != "that"):
			return o, false
		}
	}
	return o, false
}

// initial reports whether word k is the dot of "Mr." before a name.
func (p *page) initial(l *line, k int) bool {
	const longest = 4 // bytes: "Prof"
	return p.norm(l, k) == "." && k > l.from && k+1 < l.to && p.words[k-1].Capital && p.words[k-1].Len() <= longest && p.words[k+1].Capital
}

// nameFrom is the first word of the name or description that ends with word k.
func (p *page) nameFrom(l *line, j, k int) int {
	from := k
	for from > j && (p.words[from-1].Capital && p.words[k].Capital || !p.words[k].Capital && !p.is(l, from-1, beforeNoun)) {
		from--
	}
	return from
}

// modified reads what stands around the noun that names a claim: whose it is,
// and what it says.
func (p *page) modified(l *line, j int, o object) (object, bool) {
	if o.owner.Len() == 0 && o.its == "" { // "the BuzzFeed report"
		for k := j; k < o.head; k++ {
			if p.words[k].Capital && !p.is(l, k, beforeNoun) {
				o.owner = p.span(k, k+1)
			}
		}
	}
	m := o.head + 1
	for p.is(l, m, adverb) { // "the report late Thursday that"
		m++
	}
	if p.is(l, m, given) && p.is(l, m+1, fromWord) { // "the claims made by Lind"
		m++
	}
	if p.is(l, m, fromWord) && p.norm(l, m) != "of" && !strings.HasSuffix(p.norm(l, m+1), "ing") { // not "by saying"
		m = p.from(l, m+1, &o)
	}
	m = p.behindAside(l, m)
	o.end = m
	if m < l.to && p.norm(l, m) == "which" || p.norm(l, m) == "that" && p.is(l, m+1, reportVerb) { // "a report that said"
		m++
	}
	if p.is(l, m, goesOn) || p.is(l, m, reportVerb) || p.norm(l, m) == "of" {
		o.clause, o.of = p.clause(l, m+1), p.norm(l, m) == "of"
		if o.clause.Len() > 0 {
			o.end = p.wordAt(m, o.clause.End)
		}
	}
	return o, true
}

// from reads whose claim it is behind "by", "from" or "in", and returns the word
// behind.
func (p *page) from(l *line, m int, o *object) int {
	const most = 8 // words
	first, k := -1, m
	for ; k < min(m+most, l.to) && !p.words[k].Punct && !p.is(l, k, goesOn|stopWord) && p.norm(l, k) != "against"; k++ {
		if p.words[k].Capital && first < 0 {
			first = k
		}
	}
	last := k
	for last > m && p.is(l, last-1, adverb) { // "by Lind on Monday"
		last--
	}
	switch {
	case k == m || o.owner.Len() > 0 || o.its != "":
	case first >= 0 && first < last:
		o.owner = p.span(first, last)
	case last > m: // "from several women"
		o.owner = p.span(m, last)
	}
	return k
}

// clause is the text from word m to the end of its clause: that of the claim that begins
// there, "that the mill, a long shed, burned", or up to a mark.
func (p *page) clause(l *line, m int) claims.Span {
	if p.norm(l, m) == "that" {
		m++
	}
	k := m
	for k < min(m+longestClause, l.to) && !clauseEnd(p.words[k].Norm, p.words[k].Punct) && !(k > m && p.saysBesides(l, k)) {
		k++
	}
	if k == m {
		return claims.Span{}
	}
	out := p.span(m, k)
	if k == l.to || !p.words[k].Punct {
		return out
	}
	for _, i := range p.tells(p.lineAt(out.Start)) {
		if c := &p.list[i]; len(c.Content) == 1 && c.Content[0].Start == out.Start && c.Content[0].End <= l.End {
			out.End = max(out.End, c.Content[0].End)
		}
	}
	return out
}

// saysBesides reports whether at word k it begins what somebody says besides: "deny that
// it rained and agree that it was cold".
func (p *page) saysBesides(l *line, k int) bool {
	if w := p.norm(l, k); w != "and" && w != "but" {
		return false
	}
	verb, _ := quote.Cues(p.norm(l, k+1))
	return verb != nil && p.norm(l, k+2) == "that"
}

func clauseEnd(norm string, punct bool) bool {
	return punct && strings.ContainsAny(norm, ",;:.!?—–-") && len(norm) <= len("—")
}

// definite reports whether a noun phrase points at one claim: by a clause that
// tells it, by whose it is, or because it was spoken of before. Of "similar claims"
// nothing was told before, and "his portrayal as a fool" is no claim of his.
func (p *page) definite(l *line, o object) bool {
	told := o.clause.Len() > 0
	if p.is(l, o.head, vagueNoun) || p.is(l, o.head-1, another) {
		return told
	}
	if p.norm(l, o.head+1) == "as" && o.its != "" && p.is(l, o.head, portrait) {
		return false
	}
	return told || o.owner.Len() > 0 || o.its != "" || o.article && !p.is(l, o.head-1, partNoun) && p.norm(l, o.head-1) != "a" && p.norm(l, o.head-1) != "any"
}

// verdict reports whether the words behind an object call it false, and takes
// them to it.
func (p *page) verdict(l *line, o *object) bool {
	const reach = 7 // words: `as "an outrageous and deliberate distortion`
	for k := max(o.end, o.head+1); k < min(o.head+1+reach, l.to); k++ {
		switch {
		case clauseEnd(p.norm(l, k), p.words[k].Punct), p.is(l, k, negation):
			return false
		case p.is(l, k, falseWord):
			o.end = k + 1
			return true
		}
	}
	return false
}

// said reads "the claim was false" behind a verb of saying.
func (p *page) said(l *line, j int) (object, bool) {
	if p.norm(l, j) == "that" && !p.is(l, j+1, claimNoun) && p.norm(l, j+1) != "is" && p.norm(l, j+1) != "was" {
		j++
	}
	o, ok := p.noun(l, j)
	if !ok || !p.definite(l, o) {
		return o, false
	}
	at := o.head + 1
	for k := at; k < min(at+longestObject, l.to); k++ {
		if auxiliary[p.norm(l, k)] == be {
			o.end = k
			return o, p.verdict(l, &o)
		}
	}
	return o, false
}

// denied reads a clause or a pronoun behind a verb of denial.
func (p *page) denied(l *line, j int, by int) (object, bool) {
	w := p.norm(l, j)
	ends := j+1 >= l.to || p.words[j+1].Punct || p.norm(l, j+1) == "and" || p.norm(l, j+1) == "in" || p.norm(l, j+1) == "on"
	switch {
	case (w == "it" || w == "this" || w == "that") && ends:
		return object{head: -1, begin: j, form: pointed, end: j + 1}, true
	case w == "that":
		o := object{head: -1, begin: j, form: clausal, end: j + 1}
		o.clause = p.clause(l, p.behindOwner(l, j+1, &o))
		if o.clause.Len() > 0 {
			o.end = p.wordAt(j, o.clause.End)
		}
		return o, true
	case p.list[by].Stance != claims.Denied || !p.is(l, j, opensClause) && !strings.HasSuffix(w, "ing"):
		return object{}, false
	}
	o := object{head: -1, begin: j, form: clausal, clause: p.clause(l, j)}
	o.end = p.wordAt(j, o.clause.End)
	return o, true
}

// describes reports whether the word at k goes on with the name before it, which then
// only says what somebody is: "Republican senators".
func (p *page) describes(l *line, k int) bool {
	return k < l.to && !p.words[k].Punct && !p.manner(l, k) && !leads(p.norm(l, k))
}

// leads reports a word that leads on from a noun phrase that is all there is: no noun
// goes on with it.
func leads(norm string) bool {
	c, _ := classes().Look(norm)
	return c&(stopWord|leadsOn) != 0 || strings.HasSuffix(norm, "ing") || strings.HasSuffix(norm, "'s")
}

// person reads a name behind a verb of opposition.
func (p *page) person(l *line, j int) (object, bool) {
	w := p.norm(l, j)
	if w == "him" || w == "her" || w == "them" {
		return object{head: -1, begin: j, form: person, end: j + 1, its: w}, true
	}
	k := j
	for k < l.to && p.words[k].Capital && !strings.HasSuffix(p.norm(l, k), "'s") {
		k++
		if p.initial(l, k) {
			k++
		}
	}
	if k == j || p.describes(l, k) {
		return object{}, false
	}
	return object{head: -1, begin: j, form: person, end: k, owner: p.span(j, k)}, true
}
