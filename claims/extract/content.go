package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// contentOf decides which stretches of the sentence the verb group attributes
// to its subject np.
func (s *sentence) contentOf(g verbGroup, np nounPhrase, before bool) []claims.Span {
	left, right := g.from, g.to // where what may be content ends and begins
	if before {
		left = min(left, np.from)
	} else {
		right = np.to
	}
	from, to := s.after(g, right)
	lead := s.leading(left)
	if k := s.interrupted(left, right, to); k > 0 {
		return append(s.contents(lead.from, lead.to), s.contents(k, to)...)
	}
	switch {
	case g.cue.Participle && g.from == g.to-1 && !g.as:
		return s.contents(from, to)
	case lead.ok && (s.isAdjunct(right, to) || from >= to || lead.quoted):
		out := s.contents(lead.from, lead.to)
		if q, t, ok := s.resumed(right); ok {
			out = append(out, s.contents(q, t)...)
		}
		return out
	case from < to:
		return s.contents(from, to)
	}
	return nil
}

// interrupted is where content goes on behind an attribution set between
// commas: "Many days, former employees said, she would stay late"; 0 where
// there is none.
func (s *sentence) interrupted(left, right, to int) int {
	w := s.norm(left - 1)
	if w != "," && w != "–" && w != "—" && w != "-" || s.norm(right) != w || right+2 >= to || s.cueAt(right+1) {
		return 0
	}
	if u := s.unitBefore(left - 1); u == nil || u.quoted() || !s.hasVerb(right+1, to) {
		return 0
	}
	return right + 1
}

// stretch is a range of units before an attribution.
type stretch struct {
	from, to   int
	ok, quoted bool
}

// leading is the content that ends at unit i: `"...," he said`, "Talks have
// stopped, he said".
func (s *sentence) leading(i int) stretch {
	to := i
	for to > 0 && s.units[to-1].Punct {
		to--
	}
	if to == 0 {
		return stretch{}
	}
	last := s.units[to-1]
	if last.quoted() {
		from := to - 1
		for from > 0 && !s.isTaken(s.units[from-1].Span) && s.joinsQuote(from-1, last.speech) {
			from--
		}
		for from < to-1 && is("starter", s.norm(from)) {
			from++
		}
		return stretch{from, to, last.speech || from == 0 || to-from > 3, last.speech}
	}
	if to == i || s.norm(to) != "," && s.norm(to) != "–" && s.norm(to) != "—" && s.norm(to) != "-" {
		return stretch{}
	}
	from := to
	for from > 0 && !s.isTaken(s.units[from-1].Span) && s.norm(from-1) != ";" {
		from--
	}
	for from < to && (s.norm(from) == "but" || s.norm(from) == "and" || s.units[from].Punct) {
		from++
	}
	whole := !s.subordinate(from) || s.has(from, to, ",")
	return stretch{from: from, to: to, ok: to-from >= 3 && s.hasVerb(from, to) && whole}
}

// joinsQuote reports whether unit k, which stands before a quotation, belongs
// to the content: the rest of the clause that the quotation ends. Before
// speech, a comma or colon is where the content begins.
func (s *sentence) joinsQuote(k int, speech bool) bool {
	u := s.units[k]
	return u.quoted() || !u.Punct || !speech && u.Norm != ":" && u.Norm != ";"
}

// subordinate reports a clause that cannot be content: "When asked about ...".
func (s *sentence) subordinate(i int) bool {
	n := s.norm(i)
	return n == "when" || n == "asked" || n == "while" || n == "although" || n == "though" || n == "as" || n == "after" || n == "before" ||
		n == "speaking" || n == "despite" || n == "in" && s.norm(i+1) != "fact" || n == "on" || n == "at" || n == "during" || n == "since" || n == "if" && !s.units[i].Capital ||
		n == "responding" || n == "citing" || n == "according"
}

// resumed finds a quotation that goes on after the attribution: `"A," he
// said, "b."`
func (s *sentence) resumed(i int) (from, to int, ok bool) {
	for k := i; k < len(s.units); k++ {
		u := s.units[k]
		if u.quoted() {
			return k, k + 1, u.speech
		}
		if _, verb := quote.Verb(u.Norm); verb || k-i > 12 {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// after is the range of units behind the cue that may be its content.
func (s *sentence) after(g verbGroup, i int) (from, to int) {
	to = s.clauseEnd(i, g)
	from = i
	if takesObject[g.cue.Lemma] {
		from = s.skipObject(from, to)
	}
	if that := s.complementizer(from, to, g); that >= 0 {
		return that + 1, to
	}
	if n := s.norm(from); n == ":" || n == "," {
		if from+1 < to && s.units[from+1].quoted() {
			return from + 1, to
		}
		if n == "," {
			return to, to
		}
		return from + 1, to
	}
	if q := s.quoteAhead(from, to); q >= 0 {
		return q, to
	}
	if k := s.clauseBehindAdjunct(from, to); k > 0 && g.cue.Complement == quote.Clause {
		return k, to
	}
	switch g.cue.Complement {
	case quote.That:
		return to, to
	case quote.Phrase:
		if g.cue.Stance == claims.Denied {
			return to, to // "dismissed the report": noun.go finds what the report said
		}
		return from, to
	}
	if s.isAdjunct(from, to) || to-from < 2 || s.norm(from) == "so" || !s.startsClause(from) || !certain[g.cue.Lemma] && !s.isClause(from, to) {
		return to, to
	}
	return from, to
}

// clauseBehindAdjunct is where a bare clause begins behind an adjunct: "said in
// the interview he did not know", "concluded with “high confidence” the vote
// was fair"; 0 where there is none.
func (s *sentence) clauseBehindAdjunct(from, to int) int {
	if from >= to || !is("preposition", s.norm(from)) && !is("time", s.norm(from)) {
		return 0
	}
	for k := from + 1; k < to && k-from < 9; k++ {
		u := s.units[k]
		if u.Punct && !u.quoted() {
			return 0
		}
		if n := u.Norm; (n == "he" || n == "she" || n == "they" || n == "there" || n == "it" || n == "we") && !is("preposition", s.norm(k-1)) {
			return k
		}
		if u.quoted() && !u.speech && k == from+1 && s.hasVerb(k+1, to) {
			return k + 1
		}
	}
	return 0
}

// quoteAhead is the speech quotation that follows at once or after a short
// adjunct ("said on Wednesday: "), or -1.
func (s *sentence) quoteAhead(from, to int) int {
	for k := from; k < to && k-from < 9; k++ {
		if s.units[k].quoted() {
			if k == from && s.units[k].speech || k > from && s.units[k].speech && (s.norm(k-1) == ":" || s.norm(k-1) == "," && s.isAdjunct(from, k)) {
				return k
			}
			return -1
		}
	}
	return -1
}

// takesObject are the verbs that name the hearer before the content.
var takesObject = map[string]bool{"tell": true, "inform": true, "assure": true, "warn": true, "remind": true, "notify": true, "ask": true, "urge": true, "beg": true, "advise": true}

// certain are the verbs behind which a bare clause needs no verb that we can
// recognise to be believed.
var certain = map[string]bool{"say": true, "tell": true, "add": true, "think": true, "believe": true}

// skipObject moves past the hearer: "told reporters", "told CNN", "told him".
func (s *sentence) skipObject(from, to int) int {
	k := from
	if n := s.norm(k); n == "there" || n == "he" || n == "she" || n == "they" || n == "we" || n == "i" || n == "it" {
		return k // a subject: "warned there may be"
	}
	for k < to && k-from < 8 {
		u := s.units[k]
		if u.quoted() || u.Punct || u.Norm == "that" || u.Norm == "to" || u.Norm == "whether" || u.Norm == "if" {
			return k
		}
		if k > from && !u.Capital && !s.units[k-1].Capital && !is("determiner", s.norm(k-1)) && k-from >= 1 && (is("clause", u.Norm) || is("preposition", u.Norm)) {
			return k
		}
		if k > from && (is("clause", u.Norm) || u.Capital && !s.units[k-1].Capital && !is("determiner", s.norm(k-1))) {
			return k
		}
		if k > from && is("preposition", u.Norm) {
			return k
		}
		k++
	}
	return k
}

// complementizer is the "that", "whether" or "how" that opens the content, or
// -1: it may stand behind a short adjunct ("said in a statement that").
func (s *sentence) complementizer(from, to int, g verbGroup) int {
	for k := from; k < to && k-from < 14; k++ {
		u := s.units[k]
		if u.quoted() || u.Norm == ";" || u.Norm == ":" {
			return -1
		}
		switch u.Norm {
		case "that":
			if next := s.norm(k + 1); is("auxiliary", next) || isPastForm(next) {
				continue // "an interview that aired on Sunday"
			}
			if (k == from || s.isAdjunct(from, k) || takesObject[g.cue.Lemma]) && s.hasVerb(k+1, to) {
				return k
			}
			return -1
		case "whether", "if":
			if k == from || takesObject[g.cue.Lemma] {
				return k
			}
		}
	}
	return -1
}

// clauseEnd is where content that begins at unit i must end: at the sentence's
// last mark, or before another attribution at the same level.
func (s *sentence) clauseEnd(i int, g verbGroup) int {
	end := len(s.units)
	for k := i + 1; k < end; k++ {
		u := s.units[k]
		if u.Start >= s.context.End && i < k && s.units[i].Start < s.context.End {
			return k // "Asked about ..., he said": the clause answered to is over
		}
		if u.quoted() {
			continue
		}
		next := s.norm(k + 1)
		switch {
		case (u.Norm == "," || u.Norm == "and" || u.Norm == "but") && s.cueAt(k+1):
			return k
		case u.Norm == "," && (next == "and" || next == "but") && (s.cueAt(k+2) || s.attributes(k+2)):
			return k
		case (u.Norm == "and" || u.Norm == "but" || u.Norm == ",") && s.attributes(k+1):
			return k
		case u.Norm == "," && (next == "according" || next == "citing"):
			return k
		case (u.Norm == "," || u.Norm == "–" || u.Norm == "—") && s.endsWithAttribution(k+1):
			return k
		}
	}
	for end > i && s.units[end-1].Punct && !isCloser(s.norm(end-1)) {
		end--
	}
	return end
}

// cueAt reports a cue at unit k that shares the subject: ", adding that",
// "and criticised", "but also said".
func (s *sentence) cueAt(k int) bool {
	for k < len(s.units) && (is("adverb", s.norm(k)) || is("auxiliary", s.norm(k)) && s.norm(k) != "is" && s.norm(k) != "was") {
		k++
	}
	c, ok := quote.Verb(s.norm(k))
	return ok && (c.Participle || c.Past) && k < len(s.units) && !s.units[k].Capital && s.norm(k+1) != "by"
}

// attributes reports whether an attribution with a subject of its own begins
// at unit k: "and analysts said ...".
func (s *sentence) attributes(k int) bool {
	for j := k + 1; j < len(s.units) && j-k < 8 && !s.units[j].Punct && !s.units[j].quoted(); j++ {
		if c, ok := quote.Verb(s.norm(j)); ok && c.Past && c.Complement != quote.Phrase {
			g, ok := s.groupAt(j)
			if !ok {
				return false
			}
			np, ok := s.subjectBefore(g.from)
			return ok && np.from == k
		}
	}
	return false
}

// endsWithAttribution reports whether the units from k to the end are "the
// agency reports" or the like.
func (s *sentence) endsWithAttribution(k int) bool {
	for j := k + 1; j < len(s.units) && j-k < maxSource; j++ {
		u := s.units[j]
		if u.quoted() {
			return false
		}
		if u.Punct && u.Norm != "." && u.Norm != "," {
			return false
		}
		if c, ok := quote.Verb(u.Norm); ok && !u.Capital && !c.Participle && c.Complement == quote.Clause {
			g, is := s.groupAt(j)
			if !is {
				continue
			}
			np, found := s.subjectBefore(g.from)
			if found && np.from <= k+1 && s.plausible(np, g) && s.isAdjunct(j+1, len(s.units)) {
				return true
			}
		}
	}
	return false
}

// isAdjunct reports whether the units say only when, where or to whom: "on
// Sunday", "in a statement", or nothing.
func (s *sentence) isAdjunct(from, to int) bool {
	for from < to && s.units[from].Punct {
		from++
	}
	if from >= to {
		return true
	}
	first := s.norm(from)
	if !is("preposition", first) && !is("time", first) && first != "reporters" && first != "as" && first != "when" && !strings.HasSuffix(first, "ly") && first != "while" {
		return false
	}
	for k := from; k < to; k++ {
		if s.norm(k) == "that" && !isPastForm(s.norm(k+1)) && !is("auxiliary", s.norm(k+1)) && first != "as" && first != "when" {
			return k == to-1
		}
	}
	return true
}

// isClause reports whether the first verb among the units is a main verb and
// not that of a relative clause: "found the four who had been missing" is none.
func (s *sentence) isClause(from, to int) bool {
	for k := from; k < to; k++ {
		if n := s.norm(k); k > from && (n == "who" || n == "which" || n == "that" || n == "whose") {
			return false
		}
		if s.hasVerb(k, k+1) || k > from && s.hasVerb(k-1, k+1) {
			return true
		}
	}
	return false
}

// startsClause reports a word that a clause's subject may begin with.
func (s *sentence) startsClause(i int) bool {
	if i >= len(s.units) {
		return false
	}
	u := s.units[i]
	return !u.Punct && (u.quoted() || u.Capital || is("clause", u.Norm) || is("determiner", u.Norm) || !is("preposition", u.Norm) && u.Norm != "to")
}

// hasVerb reports a finite verb among the units, as far as its form shows.
func (s *sentence) hasVerb(from, to int) bool {
	for k := from; k < to; k++ {
		n := s.norm(k)
		if is("finite", n) || isPastForm(n) || strings.HasSuffix(n, "n't") || strings.HasSuffix(n, "'re") || strings.HasSuffix(n, "'ve") {
			return true
		}
		if c, ok := quote.Verb(n); ok && (c.Past || strings.HasSuffix(n, "s")) {
			return true
		}
		if k > from && strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && len(n) > 3 && (s.units[k-1].Capital || strings.HasSuffix(s.norm(k-1), "ment")) && !s.units[k].Capital {
			return true // "engagement continues", "Peskov denies"
		}
	}
	return false
}
