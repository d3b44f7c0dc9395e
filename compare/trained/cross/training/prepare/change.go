package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"crosscheck/compare/lexicon"
)

// change makes a second sentence of one, and says what the first one, as
// premise, does to it. It returns "" where it finds nothing to change. pick
// chooses among places and words.
type change struct {
	set, label string
	make       func(w *pairs, text string, pick uint32) string
	// one in so many sentences is tried
	every uint32
}

// changes are all of them. Those that keep the meaning, or lose part of it, are
// there so that "nearly the same words" does not come to mean contradiction.
var changes = []change{
	{"made.negate", "contradiction", negate, 14},
	{"made.affirm", "contradiction", affirm, 4},
	{"made.antonym", "contradiction", antonym, 25},
	{"made.number", "contradiction", number, 12},
	{"made.role", "contradiction", role, 12},
	{"made.shorter", "entailment", shorter, 30},
	{"made.synonym", "entailment", synonym, 40},
	{"made.contract", "entailment", contract, 12},
	{"made.bare", "entailment", bare, 30},
	{"made.longer", "neutral", nil, 40},
}

// changes adds what becomes of one sentence: at most one pair.
func (s *sheet) changes(w *pairs, a *article, n int, text string) error {
	h := hash(fmt.Sprint(a.ID, n))
	c := changes[h%uint32(len(changes))]
	h /= uint32(len(changes))
	if h%c.every != 0 {
		return nil
	}
	h /= c.every
	r := row{Set: c.set, ID: fmt.Sprint(a.ID, "-", n), Label: c.label, Fold: hash(a.ID) % folds}
	if c.make == nil { // the shorter sentence first: what was cut is not known
		if cut := shorter(w, text, h); cut != "" {
			return s.add(r, cut, text)
		}
		return nil
	}
	other := c.make(w, text, h)
	if other == "" || other == text {
		return nil
	}
	if c.label == "contradiction" && h%3 == 0 { // as often the changed one first
		text, other = other, text
	}
	if c.label == "contradiction" && h%2 == 0 { // and not always all of it
		if cut := shorter(w, other, h); cut != "" && keeps(cut, other, text) {
			other = cut
		}
	}
	return s.add(r, text, other)
}

// keeps reports whether what was changed, what other has and text has not, is
// still in the part cut.
func keeps(cut, other, text string) bool {
	n := 0
	for n < len(other) && n < len(text) && other[n] == text[n] {
		n++
	}
	return n+12 < len(cut)
}

var (
	auxiliary = regexp.MustCompile(`\b(is|are|was|were|will|would|can|could|should|has|have|had|did|does|do) (\w+)`)
	negated   = regexp.MustCompile(`\b(is|are|was|were|will|would|could|should|has|have|had|did|does|do)( not|n['’]t) (\w+)`)
	digits    = regexp.MustCompile(`\b\d[\d,]*(\.\d+)?\b`)
	contrast  = regexp.MustCompile(`\b(no|not|never|none|nobody|nothing|neither|nor|without|hardly|barely)\b|n['’]t\b`)
)

// negate denies the first auxiliary, in one of several wordings.
func negate(_ *pairs, text string, pick uint32) string {
	m := auxiliary.FindStringSubmatchIndex(text)
	if m == nil || contrast.MatchString(text) {
		return ""
	}
	aux, next := text[m[2]:m[3]], text[m[4]:m[5]]
	if next == "to" || aux == "do" && next == "you" || strings.HasSuffix(text, "?") {
		return ""
	}
	how := []string{" not", " not", " never", "n't"}[pick%4]
	if how == "n't" && (aux == "will" || aux == "can") {
		how, aux = "", map[string]string{"will": "won't", "can": "can't"}[aux]
	}
	return text[:m[2]] + aux + how + text[m[3]:]
}

// affirm takes the negation off an auxiliary.
func affirm(_ *pairs, text string, _ uint32) string {
	m := negated.FindStringSubmatchIndex(text)
	if m == nil || strings.HasSuffix(text, "?") || len(contrast.FindAllString(text, 2)) > 1 {
		return ""
	}
	if next := text[m[6]:m[7]]; next == "only" || next == "just" || next == "even" || next == "be" {
		return ""
	}
	return text[:m[3]] + text[m[5]:]
}

// contract writes "not" as "n't", or the other way round.
func contract(_ *pairs, text string, _ uint32) string {
	m := negated.FindStringSubmatchIndex(text)
	if m == nil {
		return ""
	}
	if text[m[4]:m[5]] == " not" && text[m[2]:m[3]] != "will" {
		return text[:m[4]] + "n't" + text[m[5]:]
	}
	return text[:m[4]] + " not" + text[m[5]:]
}

var small = strings.Fields("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety")

// number puts another number in place of one.
func number(_ *pairs, text string, pick uint32) string {
	if at := digits.FindAllStringIndex(text, -1); len(at) > 0 {
		m := at[int(pick)%len(at)]
		return text[:m[0]] + otherNumber(text[m[0]:m[1]], pick) + text[m[1]:]
	}
	for _, f := range strings.Fields(text) {
		if i := slices.Index(small, f); i >= 0 {
			other := small[(i+1+int(pick)%(len(small)-1))%len(small)]
			return strings.Replace(text, " "+f+" ", " "+other+" ", 1)
		}
	}
	return ""
}

// otherNumber changes the digits: a year by some years, another by a factor.
func otherNumber(s string, pick uint32) string {
	if n, err := strconv.Atoi(s); err == nil {
		switch {
		case n > 1900 && n < 2100:
			return strconv.Itoa(n - 1 - int(pick%9))
		case n < 100:
			return strconv.Itoa(n + 2 + int(pick%7)*(n/4+1))
		}
	}
	out := []byte(s)
	for i := range out {
		if '0' <= out[i] && out[i] <= '9' && (i == 0 || pick>>i&1 == 1) {
			out[i] = '1' + (out[i]-'0'+byte(pick%7))%9
		}
	}
	return string(out)
}

var names = regexp.MustCompile(`\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b`)

// role has two names change places, where a verb stands between them.
func role(_ *pairs, text string, _ uint32) string {
	at := names.FindAllStringIndex(text, 4)
	for i := 1; i < len(at); i++ {
		a, b := at[i-1], at[i]
		between := strings.Fields(text[a[1]:b[0]])
		if a[0] == 0 && !strings.Contains(text[a[0]:a[1]], " ") || len(between) == 0 || len(between) > 4 || !acts(between) {
			continue
		}
		return text[:a[0]] + text[b[0]:b[1]] + text[a[1]:b[0]] + text[a[0]:a[1]] + text[b[1]:]
	}
	return ""
}

// acts reports whether the words between two names say that one did something
// to the other.
func acts(between []string) bool {
	verb := false
	for _, w := range between {
		switch {
		case strings.ContainsAny(w, ",;:()\"“”-–—"), w == "and", w == "or", w == "met", w == "with", w == "joined", w == "than", w == "said":
			return false
		case strings.HasSuffix(w, "ed") || w == "beat" || w == "told" || w == "sued" || w == "fought" || w == "fired":
			verb = true
		}
	}
	return verb
}

// shorter leaves out what comes behind the last comma or preposition of time or
// place.
func shorter(_ *pairs, text string, _ uint32) string {
	end := strings.TrimRight(text, ".!?\"”’'")
	at := -1
	for _, mark := range []string{", ", " after ", " because ", " while ", " during ", " amid ", " as ", " following "} {
		at = max(at, strings.LastIndex(end, mark))
	}
	if at < len(text)*2/5 || strings.Count(text[:at], " ") < 5 || contrast.MatchString(text[at:]) || strings.Contains(text[at:], " said") {
		return ""
	}
	if strings.Contains(text, " if ") || strings.Contains(text, "If ") || strings.Count(text[:at], "“") != strings.Count(text[:at], "”") ||
		strings.Count(text[:at], `"`)%2 == 1 {
		return ""
	}
	return text[:at] + "."
}

// bare leaves out a word that only colours: an adverb in -ly.
func bare(_ *pairs, text string, _ uint32) string {
	fields := strings.Split(text, " ")
	for i, f := range fields {
		if i > 0 && len(f) > 5 && strings.HasSuffix(f, "ly") && strings.ToLower(f) == f && f != "early" && f != "only" && f != "nearly" &&
			f != "family" && f != "hardly" && f != "barely" && f != "allegedly" && f != "likely" && f != "daily" && f != "supply" {
			return strings.Join(slices.Delete(fields, i, i+1), " ")
		}
	}
	return ""
}

// pairs are the words that may stand for one another.
type pairs struct{ opposite, alike map[string][]string }

// readPairs reads the lists of counter-fitting (Mrkšić et al. 2016). Of the
// opposites only those count that the lexicon knows too, in the same form.
func readPairs(dir string) (*pairs, error) {
	lex := lexicon.Default()
	p := &pairs{map[string][]string{}, map[string][]string{}}
	opposite := func(a, b string) bool { return ending(a) == ending(b) && lex.Antonyms(a, b) }
	alike := func(a, b string) bool {
		r, _ := lex.Related(a, b)
		return ending(a) == ending(b) && r&lexicon.Synonym != 0 && a[:2] != b[:2]
	}
	if err := readList(filepath.Join(dir, "wordnet_antonyms.txt"), p.opposite, opposite); err != nil {
		return nil, err
	}
	return p, readList(filepath.Join(dir, "ppdb_synonyms.txt"), p.alike, alike)
}

func readList(path string, into map[string][]string, good func(a, b string) bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		w := strings.Fields(lines.Text())
		if len(w) == 2 && len(w[0]) > 2 && len(w[1]) > 2 && good(w[0], w[1]) && !slices.Contains(into[w[0]], w[1]) {
			into[w[0]] = append(into[w[0]], w[1])
		}
	}
	return lines.Err()
}

// ending is the form that a word seems to have.
func ending(w string) string {
	for _, e := range []string{"ed", "ing", "ly", "est", "er", "s"} {
		if strings.HasSuffix(w, e) {
			return e
		}
	}
	return ""
}

func antonym(w *pairs, text string, pick uint32) string { return swap(w.opposite, text, pick) }
func synonym(w *pairs, text string, pick uint32) string { return swap(w.alike, text, pick) }

// swap puts another word in place of one that the list knows.
func swap(list map[string][]string, text string, pick uint32) string {
	fields := strings.Split(text, " ")
	var at []int
	for i, f := range fields {
		if i > 0 && len(list[strings.TrimRight(f, ",.")]) > 0 {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return ""
	}
	i := at[int(pick)%len(at)]
	word := strings.TrimRight(fields[i], ",.")
	others := list[word]
	fields[i] = others[int(pick/8)%len(others)] + fields[i][len(word):]
	return strings.Join(fields, " ")
}
