package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/entity"
	"crosscheck/claims/quote"
)

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
