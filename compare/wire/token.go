package wire

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/claims/when"
	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
)

// token is a word, a phrase, a figure or a date of a copy, as Edits compares it.
type token struct {
	at     claims.Span
	norm   string // the word in small letters
	key    string // what is compared: norm, with what house style changes undone
	entry  lexicon.Entry
	class  class
	rungs  []rung
	value  *quantity.Value  // a figure
	date   *when.Expression // a date
	name   bool             // part of a name
	quoted bool             // stands in quotation marks
}

// copied is a copy cut into tokens.
type copied struct {
	text   string
	tokens []token
}

// maxTokens is how many tokens of a copy are compared: what is longer is no
// sentence.
const maxTokens = 300

// split cuts a copy into tokens. Marks and words that say nothing have none.
func split(p Passage) copied {
	ref, _ := when.ParseDate(p.Date) // of an unknown date the days stay unresolved
	s := splitter{text: p.Text, words: word.Split(p.Text, 0), lists: known(), lex: lexicon.Default()}
	s.values = quantity.FindWords(s.words, p.Text)
	s.dates = when.FindWords(s.words, p.Text, ref)
	s.mark(p.Quoted)
	for i := 0; i < len(s.words) && len(s.out) < maxTokens; {
		i = s.next(i)
	}
	return copied{p.Text, s.out}
}

// splitter makes the tokens of a copy.
type splitter struct {
	text   string
	words  []word.Word
	quoted []bool // by word
	values []quantity.Value
	dates  []when.Expression
	lists  *lists
	lex    *lexicon.Lexicon
	out    []token
}

// mark tells which words stand in quotation marks.
func (s *splitter) mark(all bool) {
	var q quotes
	s.quoted = make([]bool, len(s.words))
	for i, w := range s.words {
		s.quoted[i] = all || q.open != 0
		if !w.Punct {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s.text[w.Start:]); q.mark(s.text, w.Start, r) == unopened {
			for k := range i {
				s.quoted[k] = true
			}
		}
	}
}

// next makes the token that begins with word i and returns the word behind it.
func (s *splitter) next(i int) int {
	w := s.words[i]
	for len(s.dates) > 0 && s.dates[0].Span.End <= w.Start {
		s.dates = s.dates[1:]
	}
	for len(s.values) > 0 && s.values[0].Span.End <= w.Start {
		s.values = s.values[1:]
	}
	switch {
	case len(s.dates) > 0 && s.dates[0].Span.Overlaps(w.Span):
		return s.date(i)
	case len(s.values) > 0 && s.values[0].Span.Overlaps(w.Span):
		return s.value(i)
	case w.Punct:
		return i + 1
	}
	if p := s.phrase(i); p != nil {
		return s.listed(i, p)
	}
	s.plain(i, w.Norm)
	return i + 1
}

// until returns the first word from i on that begins at end or behind it.
func (s *splitter) until(i, end int) int {
	for i < len(s.words) && s.words[i].Start < end {
		i++
	}
	return i
}

func (s *splitter) date(i int) int {
	d := s.dates[0]
	j := max(s.until(i, d.Span.End), i+1)
	at := claims.Span{Start: s.words[i].Start, End: s.words[j-1].End}
	norm := strings.TrimSuffix(word.Norm(at.In(s.text)), "'s")
	s.out = append(s.out, token{at: at, norm: norm, key: "@" + norm, date: &d, quoted: s.quoted[i]})
	return j
}

// value makes a token of a figure. Of "30-member" the rest belongs to it.
func (s *splitter) value(i int) int {
	v := s.values[0]
	j := max(s.until(i, v.Span.End), i+1)
	at := claims.Span{Start: s.words[i].Start, End: s.words[j-1].End}
	rest := ""
	if v.Span.End < at.End && v.Span.End > at.Start {
		rest = strings.ToLower(s.text[v.Span.End:at.End])
	}
	t := token{at: at, norm: strings.ToLower(at.In(s.text)), value: &v, quoted: s.quoted[i]}
	t.key = fmt.Sprint("#", v.Approx, " ", v.Low, " ", v.High, " ", v.Unit, rest)
	if v.Kind == quantity.Cardinal {
		t.entry = s.lex.Look(t.norm) // "no", "zero"
	}
	s.out = append(s.out, t)
	return j
}

// phrase returns the longest phrase of the lists that begins with word i. A single
// word is in all classes and on all ladders of its dictionary forms.
func (s *splitter) phrase(i int) *phrase {
	var one *phrase
	for _, form := range lemmas(s.words[i].Norm) {
		for _, p := range s.lists.phrases[form] {
			switch {
			case !s.matches(i, p):
			case len(p.words) > 1:
				return p
			case one == nil:
				c := *p
				if form != s.words[i].Norm {
					c.same = ""
				}
				one = &c
			default:
				one.class |= p.class
				one.rungs = append(slices.Clip(one.rungs), p.rungs...)
			}
		}
	}
	return one
}

func (s *splitter) matches(i int, p *phrase) bool {
	if i+len(p.words) > len(s.words) {
		return false
	}
	if w := s.words[i]; p.capital && w.In(s.text) != strings.ToUpper(w.Norm) {
		return false
	}
	for k, want := range p.words[1:] {
		if s.words[i+1+k].Norm != want && strings.TrimSuffix(s.words[i+1+k].Norm, "'s") != want {
			return false
		}
	}
	return true
}

// listed makes a token of a phrase. One that says nothing makes none, nor does
// a title before a name.
func (s *splitter) listed(i int, p *phrase) int {
	j := i + len(p.words)
	if p.class&empty != 0 || p.class&title != 0 && s.words[i].Capital && s.named(j) {
		return j
	}
	if len(p.words) == 1 {
		s.plain(i, s.words[i].Norm)
	} else {
		at := claims.Span{Start: s.words[i].Start, End: s.words[j-1].End}
		s.out = append(s.out, token{at: at, norm: strings.Join(p.words, " "), key: strings.Join(p.words, " "),
			entry: s.lex.Look(p.words[0]), quoted: s.quoted[i]})
	}
	t := &s.out[len(s.out)-1]
	t.class |= p.class
	t.rungs = p.rungs
	if p.same != "" {
		t.key = p.same
	}
	return j
}

// named reports whether word i looks like part of a name, or a title again.
func (s *splitter) named(i int) bool {
	if i < len(s.words) && s.words[i].Norm == "." {
		i++
	}
	return i < len(s.words) && s.words[i].Capital
}

// plain makes a token of a word, two of a contraction.
func (s *splitter) plain(i int, norm string) {
	w := s.words[i]
	head, tail := norm, ""
	for k := range norm {
		if to, ok := s.lists.contractions[norm[k:]]; ok && k > 0 {
			head, tail = norm[:k], to
			break
		}
	}
	switch norm {
	case "can't", "cannot":
		head, tail = "can", "not"
	case "won't":
		head, tail = "will", "not"
	}
	s.word(i, w, head)
	if tail != "" {
		s.word(i, w, tail)
	}
}

func (s *splitter) word(i int, w word.Word, norm string) {
	bare := strings.TrimSuffix(strings.TrimSuffix(norm, "'s"), "'")
	t := token{at: w.Span, norm: bare, entry: s.lex.Look(bare), quoted: s.quoted[i], key: s.spelt(bare)}
	t.name = w.Capital && (i > 0 && !s.opens(i) || t.entry.Name || t.entry.IDF == s.lex.Look("").IDF)
	s.out = append(s.out, t)
}

// opens reports whether word i begins a sentence or a quotation.
func (s *splitter) opens(i int) bool {
	return s.words[i-1].Punct && !strings.ContainsAny(s.words[i-1].Norm, ",;-–—&/'’")
}

// leastSpelt is the length from which on a difference in spelling is told from
// another word: "cancelled" and "canceled", but not "filled" and "filed".
const leastSpelt = 6

// spelt is a word in one spelling, without hyphens.
func (s *splitter) spelt(norm string) string {
	norm = strings.ReplaceAll(norm, "-", "")
	if len(norm) < leastSpelt {
		return norm
	}
	return s.lists.spelling.Replace(norm)
}
