package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/quote"
)

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
// a speech she would stay", "concluded with “high confidence” the vote
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
