package worth

import (
	"math/bits"
	"strings"

	"crosscheck/claims/word"
)

// full is the length, in words, below which a sentence counts as short.
const full = 8

// count counts the features of a sentence.
func count(words []word.Word) tally {
	var t tally
	verb, inName := false, false
	for i, w := range words {
		if w.Norm == "" {
			inName = false
			continue
		}
		if w.Punct {
			t.mark(w.Norm, i == len(words)-1)
			inName = inName && w.Norm == "."
			continue
		}
		set := lookUp(w.Norm)
		verb = t.word(w, set) || verb
		starts := w.Capital && t.words > 1 && set&(1<<reader) == 0
		if starts && !inName {
			t.n[name]++
		}
		inName = starts
	}
	t.n[short] = max(0, full-t.words)
	if !verb && Finite(words) < 0 {
		t.n[fragment] = 1
	}
	return t
}

// mark counts a punctuation mark.
func (t *tally) mark(norm string, last bool) {
	switch norm {
	case "?":
		t.n[question]++
	case "!":
		t.n[exclaim]++
	case "$", "£", "€", "%":
		t.n[figure]++
	case ":":
		if last {
			t.n[leadIn]++
		}
	}
}

// atStart are the classes that count at the first word only.
const atStart = 1<<order | 1<<opening | 1<<anaphor | 1<<nobody

// scene are the classes whose past forms tell nothing that happened in public:
// "smiled", "hoped", "wicked".
const scene = 1<<colour | 1<<mind | 1<<attitude | 1<<abstract | 1<<modal | 1<<future

// word counts a word and reports whether it may be a finite verb.
func (t *tally) word(w word.Word, set classes) (verb bool) {
	if t.words++; t.words > 1 {
		set &^= atStart
	}
	if w.Capital && t.words > 1 { // "May", "Will": a month, a man
		set &^= 1<<modal | 1<<future
	}
	switch {
	case isDigit(w.Norm[0]):
		set |= 1 << numeral(w.Norm)
	case regular(w.Norm):
		set |= 1 << past
	}
	verb = set&(1<<finite|1<<past|1<<modal|1<<future|1<<act) != 0
	if set&scene != 0 {
		set &^= 1 << past
	}
	for set &= 1<<last - 1; set != 0; set &= set - 1 {
		t.n[bits.TrailingZeros32(uint32(set))]++
	}
	return verb
}

// regular guesses a regular past form by its ending.
func regular(norm string) bool { return len(norm) > 4 && strings.HasSuffix(norm, "ed") }

// numeral tells a year from another figure.
func numeral(norm string) feature {
	if len(norm) == 4 && (norm[:2] == "18" || norm[:2] == "19" || norm[:2] == "20") && isDigit(norm[2]) && isDigit(norm[3]) {
		return date
	}
	return figure
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
