package extract

import (
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/entity"
)

// speaker resolves the noun phrase of a source.
func (x *extractor) speaker(s *sentence, np nounPhrase) *claims.Speaker {
	at := s.span(np.from, np.to)
	if n := s.norm(np.from); np.to-np.from == 1 && (n == "who" || n == "which") {
		at = x.antecedentOf(s, np.from)
	}
	m := x.roster.Parse(x.a.Text, at)
	if m.Form == entity.Description && !m.Plural {
		if end := s.apposedName(np.to); end > np.to {
			if named := x.roster.Parse(x.a.Text, s.span(np.from, end)); named.Form == entity.Named || named.Form == entity.Group {
				m = named
			}
		}
	}
	sp := x.roster.Speaker(m, append(x.partner(s, at), x.antecedents(s, np.from)...))
	if sp == nil && np.to-np.from == 1 && s.norm(np.from) == "they" && !x.tellsOfSeveral(s, 0, np.from) {
		return x.sole
	}
	return sp
}

// soleSpeaker is the one without a name whom alone a sentence quotes, where it tells of no
// others that "they" may mean: "An official said the vote was rigged. They claimed".
func (x *extractor) soleSpeaker(s *sentence, found []draft) *claims.Speaker {
	var sole *claims.Speaker
	for _, d := range found {
		switch {
		case d.Kind == claims.Own:
		case d.Speaker == nil, isNamed(d.Speaker), d.Speaker.Role == "", sole != nil && sole != d.Speaker:
			return nil
		default:
			sole = d.Speaker
		}
	}
	if sole == nil || s.kind != claims.Paragraph || x.tellsOfSeveral(s, 0, len(s.units)) {
		return nil
	}
	return sole
}

// tellsOfSeveral reports people in the plural, or a body, among units.
func (x *extractor) tellsOfSeveral(s *sentence, from, to int) bool {
	for k := from; k < to; k++ {
		u := &s.units[k]
		if u.Punct || u.quoted() || u.is(timeWord|determiner|clauseWord|starter) && !u.is(plural) {
			continue
		}
		m := x.roster.Parse(x.a.Text, u.Span)
		if u.is(plural) || m.Plural && m.Role != "" || u.Capital && m.Form == entity.Group {
			return true
		}
	}
	return false
}

// partner is whom "his" means in "Lee and his allies": the one named before it.
func (x *extractor) partner(s *sentence, at claims.Span) []*claims.Speaker {
	i := slices.IndexFunc(s.units, func(u unit) bool { return u.Start == at.Start })
	if i < 2 || !s.is(i, possessive) || s.norm(i-1) != "and" || s.norm(i-2) == "," {
		return nil
	}
	if m := x.roster.Parse(x.a.Text, x.antecedentOf(s, i-1)); m.Form == entity.Named {
		return []*claims.Speaker{x.roster.Speaker(m, nil)}
	}
	return nil
}

// maxName is the longest name, in words and dots.
const maxName = 6

// apposedName is where the name ends that follows a description between
// commas: "said the club's president, Ann Lee."; i where there is none.
func (s *sentence) apposedName(i int) int {
	if s.norm(i) != "," || i+2 >= len(s.units) || !s.units[i+1].Capital {
		return i
	}
	k := i + 1
	for k < len(s.units) && k-i <= maxName && (s.units[k].Capital || s.norm(k) == "." && s.units[k-1].Len() <= 2 && k+1 < len(s.units) && s.units[k+1].Capital) {
		k++
	}
	if k-i < 3 || k < len(s.units) && !s.units[k].Punct && !s.units[k].quoted() {
		return i
	}
	return k
}

// antecedentOf is the phrase that the relative pronoun at unit i stands for: the
// name just before it, else the noun phrase.
func (x *extractor) antecedentOf(s *sentence, i int) claims.Span {
	end := i
	if s.norm(end-1) == "," {
		end--
	}
	from := end
	for from > 0 && (s.units[from-1].Capital || from < end && from > 1 && s.norm(from-1) == "of" && s.units[from-2].Capital || s.norm(from-1) == "." && from > 1 && s.units[from-2].Len() <= 3) {
		from--
	}
	if np, ok := s.mainSubject(); ok && end-from == 1 && s.is(from, timeWord) && np.to <= from {
		return s.span(np.from, np.to) // "he spoke on Saturday, which"
	}
	if from < end {
		if k := x.aroundPlace(s, from, end); s.norm(i) == "who" && k < from {
			from = k
		}
		return s.span(from, end)
	}
	if np, ok := s.subjectBefore(end); ok {
		if s.norm(i) == "who" {
			np.from = x.peopleIn(s, s.behindVerb(np.from, np.to), np.to)
		}
		return s.span(np.from, np.to)
	}
	return s.span(i, i+1)
}

// ownerBefore is whose the speech is in which the pronoun at unit i speaks: "Lee's letter in
// which he said". It is nil where there is none.
func (x *extractor) ownerBefore(s *sentence, i int) *claims.Speaker {
	which := i - 1
	for which > 0 && i-which <= 3 && s.norm(which) != "which" {
		which--
	}
	if which < 2 || s.norm(which) != "which" || !s.is(which-1, preposition) || !s.is(which-2, missive|utterance|recording|discourse) {
		return nil
	}
	for k := which - 3; k >= 0 && which-k <= maxName && !s.units[k].Punct && !s.is(k, preposition|determiner|finite); k-- {
		if !owns(s.norm(k)) || !s.units[k].Capital {
			continue
		}
		own := s.ownerAt(max(0, k-maxName), k)
		if m := x.roster.Parse(x.a.Text, s.span(own.from, own.to)); m.Form == entity.Named && x.roster.Knows(m) {
			return x.roster.Speaker(m, nil)
		}
		return nil
	}
	return nil
}

// antecedents are whom a pronoun at unit i may mean, likeliest first: who owns the speech
// that it speaks in, the subject of its own sentence, or else whom that is about, the subject of the
// sentence before, then who is being quoted.
func (x *extractor) antecedents(s *sentence, i int) []*claims.Speaker {
	var out []*claims.Speaker
	if sp := x.ownerBefore(s, i); sp != nil {
		out = append(out, sp)
	}
	if np, ok := s.mainSubject(); ok && np.to <= i && i > 0 {
		m := x.roster.Parse(x.a.Text, s.span(np.from, np.to))
		adverb := strings.HasSuffix(s.norm(np.from), "ly") && x.namesNobody(m, np) // "Recently"
		if m.Form == entity.Named && !adverb || m.Form == entity.Description && m.Role != "" {
			if sp := x.roster.Speaker(m, nil); m.Form != entity.Named || !strings.HasPrefix(sp.ID, "unnamed:") || strings.HasSuffix(sp.Name, "s") { // "Further, they say"
				out = append(out, sp)
			}
		}
	}
	if len(out) == 0 {
		if sp := x.objectBefore(s, i); sp != nil {
			out = append(out, sp)
		}
	}
	for i := len(x.subjects) - 1; i >= 0; i-- {
		out = append(out, x.subjects[i])
	}
	out = append(out, x.carry.speaker)
	for i := len(x.carry.before) - 1; i >= 0; i-- {
		out = append(out, x.carry.before[i])
	}
	return out
}

// objectBefore is the person named last before the clause that the pronoun at unit i
// begins, if nothing leads to the name and no noun follows it: "critics attacked Lee as he
// denied it". It is nil where there is none, and where he may be the "he" of before.
func (x *extractor) objectBefore(s *sentence, i int) *claims.Speaker {
	switch s.norm(i - 1) {
	case "as", "when", "after", "because", "while":
	default:
		return nil
	}
	to := i - 1
	for ; to > 0 && !s.units[to-1].Capital; to-- {
		if n := s.norm(to - 1); n == "he" || n == "she" {
			return nil
		}
	}
	from := to
	for from > 0 && s.units[from-1].Capital && !s.is(from-1, starter|boundary|conjunction|determiner|auxiliary) {
		from--
	}
	for k := range from {
		if n := s.norm(k); n == "he" || n == "she" {
			return nil
		}
	}
	if from == to || s.is(from-1, preposition) || s.units[to-1].quoted() || owns(s.norm(to-1)) || to < i-1 && !s.units[to].Punct && !s.is(to, preposition|boundary|auxiliary) {
		return nil
	}
	if m := x.roster.Parse(x.a.Text, s.span(from, to)); m.Form == entity.Named && x.roster.Knows(m) && !x.roster.IsBody(m.Name) {
		return x.roster.Speaker(m, nil)
	}
	return nil
}

// namesNobody reports a single word that the article names nobody by: "Again", "True".
func (x *extractor) namesNobody(m entity.Mention, np nounPhrase) bool {
	return m.Form == entity.Named && np.to-np.from == 1 && !x.roster.Knows(m) && !x.roster.IsGiven(m)
}

// noteSubject remembers who the sentence is about.
func (x *extractor) noteSubject(s *sentence) {
	np, ok := s.mainSubject()
	defer x.noteWriter(s)
	if len(s.sources) > 0 {
		np, ok = s.sources[0], true
	} else if ok && s.norm(np.from) == "it" { // "It comes after Putin praised ..."
		np, ok = s.subordinateSubject(np.to)
	}
	if !ok {
		return
	}
	m := x.roster.Parse(x.a.Text, s.span(np.from, np.to))
	if m.Form == entity.Pronoun && len(s.sources) == 0 {
		return
	}
	if len(s.sources) == 0 && x.namesNobody(m, np) {
		return
	}
	if m.Form == entity.Group && len(s.sources) == 0 || m.Form == entity.Description && m.Role == "" {
		return
	}
	if sp := x.roster.Speaker(m, x.antecedents(s, np.from)); sp != nil {
		x.subjects = append(tail(x.subjects, 7), sp)
	}
}

// noteWriter remembers from whom the letter is that the sentence ends with: what
// follows is most likely from it.
func (x *extractor) noteWriter(s *sentence) {
	to := len(s.units)
	for to > 0 && s.units[to-1].Punct {
		to--
	}
	for k := to - 2; k > 0 && to-k <= maxSource && len(s.sources) == 0; k-- {
		if s.norm(k) != "from" || !s.is(k-1, missive) {
			continue
		}
		if m := x.roster.Parse(x.a.Text, s.span(k+1, to)); m.Form == entity.Named {
			x.subjects = append(tail(x.subjects, 7), x.roster.Speaker(m, nil))
		}
		return
	}
}

// possessor is whom "his" or "their" means.
func (x *extractor) possessor(s *sentence, i int) *claims.Speaker {
	pronoun := map[string]string{"his": "he", "her": "she", "their": "they"}[s.norm(i)]
	if pronoun == "" {
		return nil
	}
	return x.roster.Speaker(entity.PronounMention(pronoun), x.antecedents(s, i))
}
