package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/entity"
	"crosscheck/claims/quote"
)

// verbGroup is a cue with its auxiliaries and adverbs.
type verbGroup struct {
	cue      quote.Cue
	from, to int // units
	negated  bool
	modal    bool
	passive  bool
	as       bool // "was quoted as saying"
}

// verb files the attribution whose cue verb is unit i, if there is one, and if
// it is a bare participle or not as asked.
func (x *extractor) verb(s *sentence, i int, participle bool) {
	g, ok := s.groupAt(i)
	if !ok || (g.cue.Participle && g.from == g.to-1) != participle || s.isTaken(s.units[i].Span) && !x.nested(s, g) {
		return
	}
	np, before, found := x.source(s, g)
	if !found {
		return
	}
	content := s.contentOf(g, np, before)
	if len(content) == 0 {
		return
	}
	speaker := x.speaker(s, np)
	if speaker == nil && np.to-np.from == 1 && entity.IsPronoun(s.norm(np.from)) && s.norm(np.from) == "it" {
		return
	}
	d := draft{Claim: claims.Claim{
		Speaker: speaker, Source: []claims.Span{s.span(np.from, np.to)},
		Cue: []claims.Span{s.span(g.from, g.to)}, Content: content, Stance: g.stance(),
	}}
	if x.add(s, d) {
		s.take(content, d.Cue, d.Source)
		s.sources = append(s.sources, np)
	}
}

// groupAt reads the verb group around a cue; false where the word is no verb
// here.
func (s *sentence) groupAt(i int) (verbGroup, bool) {
	c, ok := quote.Verb(s.norm(i))
	if !ok || s.units[i].Capital && i > 0 && !s.titleCase() {
		return verbGroup{}, false
	}
	g := verbGroup{cue: c, from: i, to: i + 1}
	for g.from > 0 && !s.units[g.from-1].quoted() {
		w := s.norm(g.from - 1)
		if !is("auxiliary", w) && !is("adverb", w) && !(w == "to" && s.reportedly(g.from-1)) && !reporting(w) {
			break
		}
		g.negated = g.negated || is("negation", w)
		g.modal = g.modal || w == "would" || w == "could" || w == "might" || w == "may"
		g.passive = g.passive || is("passive", w) && c.Past
		g.from--
	}
	if g.from < i && reporting(s.norm(g.from)) {
		g.from++ // "reported" without "is" before it is a verb of its own
	}
	w := s.norm(g.from - 1)
	switch {
	case w == "to" || i+1 < len(s.units) && s.norm(i+1) == "by" && !s.quotedAs(i):
		return g, false
	case g.from == i && (is("possessive", w) || w == "a" || w == "an" || w == "the" || w == "of" || w == "no" || strings.HasSuffix(w, "'s")):
		return g, false // a noun: "his claims"
	case c.Participle && w == "as":
		g.as = true
	}
	if s.has(g.from, i, "have") && s.has(g.from, i, "to") { // "is reported to have said"
		g.passive = false
	}
	return g, !g.passive
}

// titleCase reports a headline that writes most words with a capital: there, a
// capital does not show a name.
func (s *sentence) titleCase() bool {
	words, capitals := 0, 0
	for _, u := range s.units {
		if !u.quoted() && !u.Punct && u.Len() > 3 {
			words++
			if u.Capital {
				capitals++
			}
		}
	}
	return s.kind != claims.Paragraph && capitals*4 >= words*3
}

// reporting are the verbs in "is said to have ...".
func reporting(w string) bool {
	return w == "reported" || w == "understood" || w == "believed" || w == "alleged" || w == "thought"
}

func (s *sentence) reportedly(to int) bool {
	return to > 0 && (reporting(s.norm(to-1)) || s.norm(to-1) == "said" || s.norm(to-1) == "went")
}

func (s *sentence) has(from, to int, norm string) bool {
	for k := from; k < to; k++ {
		if s.norm(k) == norm {
			return true
		}
	}
	return false
}

func (s *sentence) quotedAs(i int) bool { return s.norm(i) == "quoted" }

// source finds who the verb group's subject is. before is true where the
// subject stands before the verb.
func (x *extractor) source(s *sentence, g verbGroup) (np nounPhrase, before, ok bool) {
	if g.as {
		return s.quotedSubject(g)
	}
	if g.cue.Participle && g.from == g.to-1 {
		return s.participleSubject(g)
	}
	if np, ok = s.subjectBefore(g.from); ok && s.plausible(np, g) {
		return np, true, true
	}
	w := s.norm(g.from - 1)
	u := s.unitBefore(g.from)
	if w == "," || u != nil && u.quoted() { // `," said Kirby`
		if np, ok = s.subjectAfter(g.to); ok && !g.negated && (g.cue.Past || strings.HasSuffix(s.norm(g.to-1), "s")) {
			return np, false, true
		}
	}
	if w == "and" || w == "but" || w == "," || w == "also" { // "warned ... and criticised ...": the subject before
		if np, ok = s.sharedSubject(g.from); ok && (g.cue.Past || w != "," && strings.HasSuffix(s.norm(g.to-1), "s")) {
			return np, true, true
		}
	}
	return np, false, false
}

func (s *sentence) unitBefore(i int) *unit {
	if i <= 0 {
		return nil
	}
	return &s.units[i-1]
}

// plausible weeds out nouns that look like cue verbs: "US claims that", "the
// state report".
func (s *sentence) plausible(np nounPhrase, g verbGroup) bool {
	form, last := s.norm(g.to-1), s.norm(np.to-1)
	if g.from < g.to-1 || g.cue.Past { // an auxiliary or a past form: a verb
		return !(np.to-np.from == 1 && is("determiner", last) && !is("clause", last))
	}
	if form == g.cue.Lemma { // base form: the subject is plural, or "I"
		return last == "i" || last == "we" || last == "they" || last == "you" || last == "who" || is("plural", last) ||
			strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "'s") && s.norm(np.from) != "a" || s.has(np.from, np.to, "and")
	}
	return !is("plural", last) && !strings.HasSuffix(last, "'s")
}

// quotedSubject is the source of "he was quoted by the agency as saying".
func (s *sentence) quotedSubject(g verbGroup) (nounPhrase, bool, bool) {
	for k := g.from - 1; k > 0 && g.from-k < maxSource; k-- {
		if n := s.norm(k); n == "quoted" || n == "cited" || n == "reported" {
			h := k
			for h > 0 && (is("auxiliary", s.norm(h-1)) || is("adverb", s.norm(h-1))) {
				h--
			}
			np, ok := s.subjectBefore(h)
			return np, true, ok
		}
	}
	return nounPhrase{}, false, false
}

// participleSubject is the source of ", saying ...": whoever the clause before
// it is about.
func (s *sentence) participleSubject(g verbGroup) (nounPhrase, bool, bool) {
	if w := s.norm(g.from - 1); w == "is" || w == "are" || w == "was" || w == "were" {
		return nounPhrase{}, false, false
	}
	if len(s.taken) > 0 {
		if np, ok := s.sharedSubject(g.from); ok {
			return np, true, true
		}
	}
	np, ok := s.mainSubject()
	return np, true, ok && np.to <= g.from
}

// sharedSubject is the source of the last attribution before unit i.
func (s *sentence) sharedSubject(i int) (nounPhrase, bool) {
	var best nounPhrase
	ok := false
	for _, t := range s.sources {
		if t.to <= i {
			best, ok = t, true
		}
	}
	if ok {
		return best, true
	}
	return s.mainSubject()
}

// nested reports whether a cue inside a content already taken deserves a claim
// of its own: another, named speaker's.
func (x *extractor) nested(s *sentence, g verbGroup) bool {
	if inward[g.cue.Lemma] {
		return false
	}
	np, ok := s.subjectBefore(g.from)
	return ok && g.from > 0 && (s.units[np.to-1].Capital || np.to-np.from > 1) && g.cue.Complement == quote.Clause
}

// inward are verbs of thought: inside reported speech they belong to what is
// said ("he said Moscow did not think ...").
var inward = map[string]bool{
	"think": true, "believe": true, "know": true, "expect": true, "feel": true, "fear": true, "find": true, "hold": true,
	"show": true, "understand": true, "learn": true, "realise": true, "realize": true, "guess": true, "suspect": true, "intend": true,
}

// stance combines the verb's own with its negation.
func (g verbGroup) stance() claims.Stance {
	if !g.negated {
		return g.cue.Stance
	}
	switch g.cue.Lemma {
	case "think", "believe", "expect", "agree", "accept":
		return claims.Denied // "does not believe that" is said of the content
	}
	return claims.Unsaid
}

// speaker resolves the noun phrase of a source.
func (x *extractor) speaker(s *sentence, np nounPhrase) *claims.Speaker {
	at := s.span(np.from, np.to)
	if n := s.norm(np.from); np.to-np.from == 1 && (n == "who" || n == "which") {
		at = s.antecedentOf(np.from)
	}
	return x.roster.Speaker(entity.Parse(x.a.Text, at), x.antecedents(s, np.from))
}

// antecedentOf is the phrase that the relative pronoun at unit i stands for: the
// name just before it, else the noun phrase.
func (s *sentence) antecedentOf(i int) claims.Span {
	end := i
	if s.norm(end-1) == "," {
		end--
	}
	from := end
	for from > 0 && (s.units[from-1].Capital || s.norm(from-1) == "." && from > 1 && s.units[from-2].Len() <= 3) {
		from--
	}
	if from < end {
		return s.span(from, end)
	}
	if np, ok := s.subjectBefore(end); ok {
		return s.span(np.from, np.to)
	}
	return s.span(i, i+1)
}

// antecedents are whom a pronoun at unit i may mean, likeliest first: the
// subject of its own sentence, the subject of the sentence before, then who is
// being quoted.
func (x *extractor) antecedents(s *sentence, i int) []*claims.Speaker {
	var out []*claims.Speaker
	if np, ok := s.mainSubject(); ok && np.to <= i && i > 0 {
		m := entity.Parse(x.a.Text, s.span(np.from, np.to))
		if m.Form == entity.Named || m.Form == entity.Description && m.Role != "" {
			out = append(out, x.roster.Speaker(m, nil))
		}
	}
	for i := len(x.subjects) - 1; i >= 0; i-- {
		out = append(out, x.subjects[i])
	}
	return append(out, x.carry.speaker)
}

// noteSubject remembers who the sentence is about.
func (x *extractor) noteSubject(s *sentence) {
	np, ok := s.mainSubject()
	if len(s.sources) > 0 {
		np, ok = s.sources[0], true
	} else if ok && s.norm(np.from) == "it" { // "It comes after Putin praised ..."
		np, ok = s.subordinateSubject(np.to)
	}
	if !ok {
		return
	}
	m := entity.Parse(x.a.Text, s.span(np.from, np.to))
	if m.Form == entity.Pronoun && len(s.sources) == 0 {
		return
	}
	if m.Form == entity.Group && len(s.sources) == 0 || m.Form == entity.Description && m.Role == "" {
		return
	}
	if sp := x.roster.Speaker(m, x.antecedents(s, 0)); sp != nil {
		x.subjects = append(tail(x.subjects, 7), sp)
	}
}
