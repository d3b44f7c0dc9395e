package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/quote"
	sent "crosscheck/claims/sentence"
	"crosscheck/claims/word"
)

// unit is one word, one mark, or one whole quotation of a sentence.
type unit struct {
	word.Word
	class class            // the closed word classes that the word belongs to
	verb  *quote.Cue       // the attribution verb that the word may be a form of, or nil
	noun  *quote.Cue       // the attribution noun that the word may be a form of, or nil
	quote *quote.Quotation // nil for a word and a mark
	// speech is true for a quotation that reads as something said, false for
	// a word or two in quotation marks inside the outlet's own sentence.
	speech bool
}

// newUnit looks a word up once in all lists.
func newUnit(w word.Word) unit {
	u := unit{Word: w, class: classOf(w.Norm)}
	if w.Punct {
		return u
	}
	u.verb, u.noun = quote.Cues(w.Norm)
	return u
}

func (u *unit) quoted() bool { return u.quote != nil }

// is reports whether the word belongs to one of the classes c.
func (u *unit) is(c class) bool { return u.class&c != 0 }

// sentence is a sentence of the narrative: the quotations in it are units.
type sentence struct {
	claims.Span
	text      string
	units     []unit
	block     int
	kind      claims.BlockKind
	context   claims.Span         // the clause that what is said answers to; empty where there is none
	taken     []claims.Span       // what is attributed already: sources, cues and contents
	sources   []nounPhrase        // the sources found so far
	first     []clause            // what is told of a source before it is quoted
	announced *draft              // who speaks next, or nil
	left      []attribution.Range // where content was ended, and others may be found
}

// shortQuote is the longest quotation, in words, that may be a mere expression
// in quotation marks. PolNeAR annotates longer ones as speech nearly always.
const shortQuote = 4

// cut splits a block into narrative sentences: a boundary inside a quotation
// is none. Their units are appended to units, which is returned as well.
func cut(text string, block claims.Span, quotes []quote.Quotation, words []word.Word, units []unit) ([]*sentence, []unit) {
	c := cutter{text: text, quotes: quotes, words: words, units: slices.Grow(units, len(words))}
	begin, q := -1, 0
	for _, s := range sent.Split(text, block) {
		if begin < 0 {
			begin = s.Start
		}
		for q < len(quotes) && quotes[q].End <= s.End {
			q++
		}
		if q < len(quotes) && quotes[q].Start < s.End && s.End < quotes[q].End {
			continue
		}
		c.sentence(claims.Span{Start: begin, End: s.End})
		begin = -1
	}
	if begin >= 0 {
		c.sentence(trim(text, claims.Span{Start: begin, End: block.End}))
	}
	return c.out, c.units
}

// cutter makes the sentences of one block, from left to right.
type cutter struct {
	text   string
	quotes []quote.Quotation // those that no sentence has taken yet
	words  []word.Word       // the same
	units  []unit            // of the whole block; a sentence's are a part of it
	out    []*sentence
}

// sentence cuts a stretch of the block into its units.
func (c *cutter) sentence(at claims.Span) {
	pos, first := at.Start, len(c.units)
	for ; len(c.quotes) > 0 && c.quotes[0].End <= at.End; c.quotes = c.quotes[1:] {
		q := &c.quotes[0]
		if q.Start < pos {
			continue
		}
		c.fill(pos, q.Start)
		// A quotation that a colon announces is speech however short.
		colon := len(c.units) > first && c.units[len(c.units)-1].Norm == ":"
		c.units = append(c.units, unit{Word: word.Word{Span: q.Span}, quote: q, speech: colon || isSpeech(c.text, q)})
		pos = q.End
	}
	c.fill(pos, at.End)
	c.add(at, slices.Clip(c.units[first:]))
}

// fill appends the words between two offsets. A word that lies across one of
// them ("ended.Then", a mark that is an apostrophe elsewhere) is split again.
func (c *cutter) fill(from, to int) {
	for len(c.words) > 0 && c.words[0].End <= from {
		c.words = c.words[1:]
	}
	for ; len(c.words) > 0 && c.words[0].Start < to; c.words = c.words[1:] {
		w := c.words[0]
		if w.Start >= from && w.End <= to {
			c.units = append(c.units, newUnit(w))
			continue
		}
		start, end := max(w.Start, from), min(w.End, to)
		for _, part := range word.Split(c.text[start:end], start) {
			c.units = append(c.units, newUnit(part))
		}
		if w.End > to {
			return
		}
	}
}

// maxUnits is the longest sentence, in words, that is read as one. The longest
// in 34,000 news articles that is no list has about 400.
const maxUnits = 800

// add files a sentence; one that is no prose is divided, so that the work stays
// linear.
func (c *cutter) add(at claims.Span, units []unit) {
	if len(units) <= maxUnits {
		c.out = append(c.out, &sentence{Span: at, text: c.text, units: units})
		return
	}
	for part := range slices.Chunk(units, maxUnits) {
		at := claims.Span{Start: part[0].Start, End: part[len(part)-1].End}
		c.out = append(c.out, &sentence{Span: at, text: c.text, units: part})
	}
}

func isSpeech(text string, q *quote.Quotation) bool {
	inner := q.Inner.In(text)
	if q.Open || longer(inner, shortQuote) {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(inner)
	return strings.ContainsRune(".,!?…", r) && inner != ""
}

// longer reports whether text has more than n words.
func longer(text string, n int) bool { return fieldsUpTo(text, n+1) > n }

// fieldsUpTo counts the words of text, up to n.
func fieldsUpTo(text string, n int) int {
	k := 0
	for range strings.FieldsSeq(text) {
		if k++; k >= n {
			break
		}
	}
	return k
}

// onlyQuote reports a sentence that is one or more quotations and nothing else.
func (s *sentence) onlyQuote() bool {
	any := false
	for i := range s.units {
		if u := &s.units[i]; u.quoted() {
			any = true
		} else if !u.Punct {
			return false
		}
	}
	return any
}

// norm is the folded word at i, "" outside the sentence and for a quotation.
func (s *sentence) norm(i int) string {
	if i < 0 || i >= len(s.units) {
		return ""
	}
	return s.units[i].Norm
}

// is reports whether the word at i belongs to one of the classes c; what norm
// gives "" for belongs to none.
func (s *sentence) is(i int, c class) bool {
	return i >= 0 && i < len(s.units) && s.units[i].is(c)
}

// verb is the attribution verb that the word at i may be a form of, or nil.
func (s *sentence) verb(i int) *quote.Cue {
	if i < 0 || i >= len(s.units) {
		return nil
	}
	return s.units[i].verb
}

// span covers the units i up to, not including, j.
func (s *sentence) span(i, j int) claims.Span {
	if i >= j || i >= len(s.units) {
		return claims.Span{}
	}
	return claims.Span{Start: s.units[i].Start, End: s.units[j-1].End}
}

// kindOf tells direct, mixed and reported content apart by what of it stands
// in quotation marks.
func (s *sentence) kindOf(spans []claims.Span) claims.Kind {
	quoted, all := 0, 0
	for _, c := range spans {
		all += c.Len()
		for i := range s.units {
			if u := &s.units[i]; u.quoted() {
				quoted += max(0, min(c.End, u.quote.Inner.End)-max(c.Start, u.quote.Inner.Start))
			}
		}
	}
	switch {
	case quoted == 0:
		return claims.Reported
	case quoted >= all:
		return claims.Direct
	}
	return claims.Mixed
}

// contents turns the units i..j into content spans: a quotation alone gives
// its inside, quotations among other words stay with their marks.
func (s *sentence) contents(i, j int) []claims.Span {
	for i < j && s.units[i].Punct && !isOpener(s.units[i].Norm) {
		i++
	}
	for j > i && s.units[j-1].Punct && !isCloser(s.units[j-1].Norm) {
		j--
	}
	if i >= j {
		return nil
	}
	var inner []claims.Span
	for k := i; k < j; k++ {
		if u := &s.units[k]; u.quoted() {
			inner = append(inner, u.quote.Inner)
		} else if !u.Punct {
			return []claims.Span{s.span(i, j)}
		}
	}
	return inner
}

func isOpener(m string) bool {
	return m == "(" || m == "[" || m == "$" || m == "£" || m == "€" || m == "#"
}
func isCloser(m string) bool { return m == ")" || m == "]" || m == "%" }

// trim takes white space and stray marks off the ends of a span.
func trim(text string, at claims.Span) claims.Span {
	for at.Start < at.End {
		r, n := utf8.DecodeRuneInString(text[at.Start:at.End])
		if !unicode.IsSpace(r) && !strings.ContainsRune(",;:—–", r) {
			break
		}
		at.Start += n
	}
	for at.Start < at.End {
		r, n := utf8.DecodeLastRuneInString(text[at.Start:at.End])
		if !unicode.IsSpace(r) && !strings.ContainsRune(",;:—–", r) {
			break
		}
		at.End -= n
	}
	return at
}
