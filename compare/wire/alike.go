package wire

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"crosscheck/claims/quantity"
	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
)

// leastContent is the inverse document frequency from which on a word tells
// something: every fifth article of the news has the commonest of them.
const leastContent = 1.6

// content reports whether a token tells something by itself.
func (t *token) content() bool {
	if t.value != nil || t.date != nil || t.name {
		return true
	}
	return t.entry.Class&(lexicon.Function|lexicon.Pronoun|lexicon.Be|lexicon.Boundary) == 0 && t.entry.IDF >= leastContent && t.class&cue == 0
}

// turns reports whether a small word may turn the sentence.
func (t *token) turns() bool { return t.entry.Class&lexicon.Negator != 0 }

// small reports whether a token only holds the sentence together.
func small(t token) bool { return !t.content() && !t.turns() && len(t.rungs) == 0 }

// sameThing are the relations of words that a reader takes for one.
const sameThing = lexicon.Synonym | lexicon.Derivation | lexicon.Paraphrase | lexicon.Kin

// alike reports whether two tokens tell the same.
func alike(x, y *token) bool {
	switch {
	case x.key == y.key:
		return true
	case x.date != nil || y.date != nil:
		return x.date != nil && y.date != nil && sameDay(x, y)
	case x.value != nil || y.value != nil:
		return x.value != nil && y.value != nil && sameFigure(x.value, y.value)
	}
	if step, ok := apart(x, y); ok && step != 0 {
		return false
	}
	if x.name && y.name {
		return sameName(x.norm, y.norm)
	}
	if word.Stem(x.key) == word.Stem(y.key) {
		return true
	}
	rel := lexicon.Default().Between(x.entry.Lemmas, y.entry.Lemmas)
	return rel&lexicon.Opposite == 0 && rel&sameThing != 0
}

// apart is by how many steps y stands above x on a ladder that both are on.
func apart(x, y *token) (int, bool) {
	for _, a := range x.rungs {
		for _, b := range y.rungs {
			if a.ladder == b.ladder {
				return b.step - a.step, true
			}
		}
	}
	return 0, false
}

func sameFigure(v, w *quantity.Value) bool {
	return v.Low == w.Low && v.High == w.High && v.Unit == w.Unit && v.Approx == w.Approx
}

// sameDay reports whether two dates may be one day. Dates of articles are often
// a day off, and with them all that is told from the day of writing: only two
// days of one form are told apart to the day.
func sameDay(x, y *token) bool {
	fx, fy := formOf(x), formOf(y)
	if !x.date.Resolved || !y.date.Resolved {
		return fx != fy || fx == relative || fx == weekday && lastWord(x.norm) == lastWord(y.norm)
	}
	slack := 1
	if fx == fy && fx != relative {
		slack = 0
	}
	return !x.date.End.AddDays(slack).Before(y.date.Start) && !y.date.End.AddDays(slack).Before(x.date.Start)
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// form is how a date is told.
type form int

const (
	relative form = iota // "yesterday"
	weekday              // "Monday"
	calendar             // "Nov. 18"
)

func formOf(t *token) form {
	switch {
	case strings.ContainsAny(t.norm, "0123456789"):
		return calendar
	case strings.Contains(t.norm, "day") && !strings.HasSuffix(t.norm, "today") && !strings.HasSuffix(t.norm, "yesterday"):
		return weekday
	}
	return relative
}

// leastMisspelt is the length from which on a name with one letter changed is a
// slip.
const leastMisspelt = 7

// sameName reports whether two words are one name, in another form or spelling:
// "China" and "Chinese", "Peskov" and "Peskow".
func sameName(x, y string) bool {
	x, y = bare(x), bare(y)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	if n >= 4 && n == min(len(x), len(y)) {
		return true
	}
	if n >= 4 && len(x)-n <= 3 && len(y)-n <= 3 && min(len(x), len(y))-n <= 1 {
		return true
	}
	x, y = known().letter.Replace(x), known().letter.Replace(y)
	return x == y || min(len(x), len(y)) >= leastMisspelt && levenshtein.ComputeDistance(x, y) == 1
}

// bare is a word without the marks inside it.
func bare(s string) string {
	if !strings.ContainsAny(s, "-.'") {
		return s
	}
	return marksOut.Replace(s)
}

var marksOut = strings.NewReplacer("-", "", ".", "", "'", "")

// letters are those of tokens, whatever stands between: "cover-up" and "cover up".
func letters(ts []*token) string {
	var b strings.Builder
	for _, t := range ts {
		b.WriteString(bare(t.key))
	}
	return b.String()
}
