package certainty

import "crosscheck/claims"

// reach is how many words a scope goes to each side at most, so that the work
// stays linear in a text without a mark. No scope of *SEM 2012 is as long.
const reach = 100

// scope is what a cue negates, the cue left out: its clause, from the first
// word to the last, or only what follows it. Where the clause shares its
// subject with one before ("the miners stopped and did not come back"), the
// subject is a span of its own.
func (f *finder) scope(s sentence, h hit, cue claims.Span) []claims.Span {
	out := make([]claims.Span, 0, 2)
	left := stretch{h.from, h.from}
	if !f.forward(h) {
		var subject stretch
		left, subject = f.left(s, h.from)
		out = f.add(out, subject)
	}
	out = f.before(out, left, cue)
	for from := h.to; from < s.to; {
		to, next := f.right(s, from, left.from)
		out = f.add(out, stretch{from, to})
		from = next
	}
	return out
}

// forward reports a cue that governs only what follows it.
func (f *finder) forward(h hit) bool {
	switch f.norm(h.from) {
	case "nor":
		return true
	case "no":
		return f.class(h.from-1)&preposition != 0
	case "not":
		return f.norm(h.to) == "to" || f.class(h.from-1)&preposition != 0
	}
	return h.class&(without|implicative|denial) != 0
}

// before adds the words before a cue, those of its own word included ("do" of
// "don't"); what comments on the whole ("surely") is left out.
func (f *finder) before(out []claims.Span, left stretch, cue claims.Span) []claims.Span {
	from := left.from
	for k := from; k < left.to; k++ {
		if f.class(k)&connective != 0 {
			out = f.add(out, stretch{from, k})
			from = k + 1
		}
	}
	if own := f.words[left.to]; own.Start < cue.Start {
		return append(out, claims.Span{Start: f.words[from].Start, End: cue.Start})
	}
	return f.add(out, stretch{from, left.to})
}

// add adds the words of a stretch, if any.
func (f *finder) add(out []claims.Span, at stretch) []claims.Span {
	if at.from >= at.to {
		return out
	}
	return append(out, f.span(at.from, at.to))
}

// left is the part of the scope before the cue at word i, and the subject of an
// earlier clause that it shares.
func (f *finder) left(s sentence, i int) (at, subject stretch) {
	k := i
	pronouns, nearest, verbs := 0, i, 0
	for ; k > max(s.from, i-reach); k-- {
		c := f.class(k - 1)
		if f.bounds(k - 1) {
			break
		}
		if c&coordinator != 0 && f.norm(k-1) != "or" {
			if f.headless(k, i) {
				subject = f.subjectBefore(s, k-1)
			}
			break
		}
		if c&pronoun != 0 {
			if pronouns++; pronouns == 1 {
				nearest = k - 1
			}
		}
		if c&auxiliary != 0 && (k == i || f.class(k)&auxiliary == 0) {
			verbs++ // one group of auxiliaries more
		}
		if c&relative != 0 && f.norm(k-1) != "that" && verbs < 2 { // its clause begins with it
			k--
			break
		}
	}
	if pronouns > 1 {
		k = nearest // "I think [you could] not"
	}
	for k < i && (f.class(k)&(connective|coordinator) != 0 || f.words[k].Punct) {
		k++
	}
	return stretch{k, i}, subject
}

// bounds reports a word or mark that a scope does not reach back over.
func (f *finder) bounds(i int) bool {
	switch n := f.norm(i); {
	case breaks(n), n == ",", n == "“", n == "”", n == `"`, n == "that" && (f.class(i+1)&auxiliary == 0 || i > 0 && !f.words[i-1].Punct && f.class(i-1)&coordinator == 0):
		return true
	case n == "what", n == "how", n == "why", n == "than":
		return false
	}
	return f.class(i)&(subordinator|complementizer) != 0 && f.class(i)&relative == 0
}

// headless reports whether the clause behind a coordinator at k-1 has no
// subject before the cue at i: "and did not", "and ask no".
func (f *finder) headless(k, i int) bool {
	if i == k+1 && f.class(k)&(subject|determiner|noun|numeral|connective) == 0 && !f.words[k].Capital {
		return true
	}
	for ; k < i; k++ {
		if f.class(k)&(auxiliary|connective) == 0 {
			return false
		}
		if f.class(k)&pronoun != 0 {
			return false
		}
	}
	return true
}

// subjectBefore is the subject of the clause that ends before word i: its
// first words up to a verb, as far as one can be told.
func (f *finder) subjectBefore(s sentence, i int) stretch {
	k := i
	for k > max(s.from, i-reach) && !f.bounds(k-1) && f.class(k-1)&coordinator == 0 {
		k--
	}
	for k < i && (f.class(k)&(connective|coordinator) != 0 || f.words[k].Punct) {
		k++
	}
	if f.class(k)&(pronoun|relative) != 0 {
		return stretch{k, k + 1}
	}
	for to := k; to < i; to++ {
		if f.class(to)&auxiliary != 0 || f.pastForm(to) && to > k {
			return stretch{k, to}
		}
	}
	return stretch{}
}

// pastForm guesses the past form of a regular verb by its ending.
func (f *finder) pastForm(i int) bool {
	n := f.norm(i)
	return len(n) > 4 && n[len(n)-2:] == "ed" && !f.words[i].Capital
}

// right is where the scope goes on to from word i, and where it is taken up
// again behind a parenthesis: "he did not know, Mr Roe, that the gate was
// open". left is where it began.
func (f *finder) right(s sentence, i, left int) (to, next int) {
	from, opened := f.class(left), false
	end := min(s.to, i+reach)
	for k := i; k < end; k++ {
		n, c := f.norm(k), f.class(k+1)
		switch {
		case n == ",":
			if next := f.resumes(s, k); next > 0 {
				return k, next
			}
			return k, s.to
		case breaks(n), n == "but":
			return k, s.to
		case n == "and" && (c&(subject|auxiliary|noun|clause) != 0):
			return k, s.to
		case k > i+1 && f.mainAgain(left, k):
			return k, s.to
		case from&relative != 0 && k > i+1 && f.class(k)&auxiliary != 0 && f.class(k-1)&(auxiliary|pronoun|relative) == 0 && !opened:
			return k, s.to // "who had not come [was]"
		}
		opened = opened || f.class(k)&(subordinator|relative|pronoun) != 0 || n == "to"
	}
	to = end
	for to > i && f.words[to-1].Punct {
		to--
	}
	return to, s.to
}

// mainAgain reports whether the main clause follows at word k behind a
// subordinate one that begins at left: "if he had not come [I would]".
func (f *finder) mainAgain(left, k int) bool {
	if left == 0 || f.class(left-1)&subordinator == 0 || f.norm(left-1) == "that" {
		return false
	}
	return f.class(k)&pronoun != 0 && f.class(k+1)&auxiliary != 0 && f.class(k-1)&(subordinator|relative|coordinator) == 0
}

// resumes is where the clause goes on behind a short parenthesis that begins
// with the comma at k, 0 where it does not.
func (f *finder) resumes(s sentence, k int) int {
	const most = 4 // words between the commas
	for j := k + 2; j < s.to && j <= k+1+most; j++ {
		if f.norm(j) == "," {
			if f.class(j+1)&(subordinator|preposition) != 0 && f.class(j+1)&coordinator == 0 {
				return j + 1
			}
			return 0
		}
	}
	return 0
}
