package certainty

// sentenceEnd is where the sentence that begins with word from ends.
func (f *finder) sentenceEnd(from int) int {
	for i := from; i < len(f.words); i++ {
		if f.words[i].Punct && f.stops(i) {
			for i+1 < len(f.words) && f.words[i+1].Punct && isClose(f.norm(i+1)) {
				i++
			}
			return i + 1
		}
	}
	return len(f.words)
}

// stops reports whether the mark i ends a sentence: a capital or a quotation
// follows, and it is no full stop of a title.
func (f *finder) stops(i int) bool {
	switch f.norm(i) {
	case "?", "!":
	case ".", "…":
		if f.class(i-1)&title != 0 && f.words[i-1].Capital && f.norm(i-1) != "no" || i > 0 && f.words[i-1].Len() == 1 {
			return false
		}
	default:
		return false
	}
	const most = 8 // marks looked over
	for last := i + most; i+1 < len(f.words) && f.words[i+1].Punct && i < last; i++ {
		if !isClose(f.norm(i + 1)) {
			return true
		}
	}
	return i+1 >= len(f.words) || f.words[i+1].Capital || f.norm(i) == "?"
}

func isClose(mark string) bool {
	switch mark {
	case `"`, "”", "’", "'", ")", "]", ".", "?", "!":
		return true
	}
	return false
}

// breaks reports a mark that a clause does not go beyond. A full stop inside of
// a sentence is that of a title.
func breaks(mark string) bool {
	switch mark {
	case ";", ":", "?", "!", "…", "—", "–", "-", "--", "(", ")":
		return true
	}
	return false
}

// asks reports a question: it has a question mark, or all of it is an indirect
// one, "whether the road is open".
func (f *finder) asks(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if f.words[i].Punct && f.norm(i) == "?" {
			return true
		}
	}
	return f.norm(s.from) == "whether" && f.opening(s) == s.from
}

// mainClause is the main clause of a sentence, as far as its first words and
// marks tell: behind a subordinate clause that opens the sentence and its
// comma, up to the first word that begins another clause. "I think that" and
// the like belong to it: what is thought is what is said.
func (f *finder) mainClause(s sentence) stretch {
	m := stretch{s.head, s.to}
	if f.class(s.from)&subordinator == 0 {
		m.from = s.from // "perhaps" belongs to it
	}
	last := s.hits[len(s.hits)-1].from // what follows it asks nobody about
	for i := f.transparent(s, s.head) + 1; i < s.to && i <= last; i++ {
		if breaks(f.norm(i)) || f.beginsClause(s, i) {
			m.to = i
			break
		}
	}
	return m
}

// opening is where the main clause begins.
func (f *finder) opening(s sentence) int {
	i := s.from
	for i < s.to && (f.words[i].Punct || f.class(i)&(coordinator|connective) != 0) {
		i++
	}
	if f.class(i)&subordinator == 0 || f.norm(i) == "that" {
		return i
	}
	for k := i + 2; k+1 < s.to; k++ {
		if f.norm(k) == "," {
			return k + 1
		}
	}
	return i
}

// transparent skips "I think that" and the like at word i.
func (f *finder) transparent(s sentence, i int) int {
	for _, h := range s.hits {
		if h.from > i {
			break
		}
		if h.from == i && h.to > i+1 && h.to < s.to && h.class&(likely|maybe) != 0 {
			i = h.to
			break
		}
	}
	if f.norm(i) == "that" && f.class(i+1)&(subject|determiner|noun) != 0 {
		i++
	}
	return i
}

// beginsClause reports whether another clause begins with word i.
func (f *finder) beginsClause(s sentence, i int) bool {
	c := f.class(i)
	switch {
	case c&coordinator != 0:
		return f.norm(i) == "but" || f.class(i+1)&(subject|auxiliary) != 0
	case f.norm(i) == "that":
		return f.class(i-1)&preposition == 0 && f.class(i+1)&preposition == 0
	case f.norm(i) == "to":
		return f.infinitive(s, i)
	case f.norm(i) == "than", f.norm(i) == "as", f.norm(i) == "no":
		return false
	}
	return c&(subordinator|relative) != 0
}

// infinitive reports whether "to" at i begins a clause of its own, as in "has
// promised to": a plain verb must follow, which is guessed, and the word be no
// part of an expression such as "has to".
func (f *finder) infinitive(s sentence, i int) bool {
	next := i + 1
	if f.inPhrase(s, i) || next >= len(f.words) || f.words[next].Capital || f.words[next].Punct {
		return false
	}
	return f.class(next)&(determiner|subject|preposition|numeral) == 0
}
