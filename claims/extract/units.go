package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/quote"
	sent "crosscheck/claims/sentence"
	"crosscheck/claims/word"
)

// unit is one word, one mark, or one whole quotation of a sentence.
type unit struct {
	word.Word
	quote *quote.Quotation
	// speech is true for a quotation that reads as something said, false for
	// a word or two in quotation marks inside the outlet's own sentence.
	speech bool
}

func (u unit) quoted() bool { return u.quote != nil }

// sentence is a sentence of the narrative: the quotations in it are units.
type sentence struct {
	claims.Span
	text    string
	units   []unit
	block   int
	kind    claims.BlockKind
	next    bool          // another sentence follows in the block
	context claims.Span   // the clause that what is said answers to; empty where there is none
	taken   []claims.Span // what is attributed already: sources, cues and contents
	sources []nounPhrase  // the sources found so far
}

// shortQuote is the longest quotation, in words, that may be a mere expression
// in quotation marks. PolNeAR annotates longer ones as speech nearly always.
const shortQuote = 4

// cut splits a block into narrative sentences: a boundary inside a quotation
// is none.
func cut(text string, block claims.Span, quotes []quote.Quotation) []*sentence {
	var out []*sentence
	var begin = -1
	q := 0
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
		out = append(out, chop(newSentence(text, claims.Span{Start: begin, End: s.End}, quotes))...)
		begin = -1
	}
	if begin >= 0 {
		out = append(out, chop(newSentence(text, trim(text, claims.Span{Start: begin, End: block.End}), quotes))...)
	}
	return out
}

// maxUnits is the longest sentence, in words, that is read as one. The longest
// in 34,000 news articles that is no list has about 400.
const maxUnits = 800

// chop divides a sentence that is no prose, so that the work stays linear.
func chop(s *sentence) []*sentence {
	if len(s.units) <= maxUnits {
		return []*sentence{s}
	}
	var out []*sentence
	for units := range slices.Chunk(s.units, maxUnits) {
		at := claims.Span{Start: units[0].Start, End: units[len(units)-1].End}
		out = append(out, &sentence{Span: at, text: s.text, units: units})
	}
	return out
}

func newSentence(text string, at claims.Span, quotes []quote.Quotation) *sentence {
	s := &sentence{Span: at, text: text}
	pos := at.Start
	for i := range quotes {
		q := &quotes[i]
		if q.Start < pos || q.End > at.End {
			continue
		}
		s.words(pos, q.Start)
		s.units = append(s.units, unit{Word: word.Word{Span: q.Span}, quote: q, speech: isSpeech(text, q)})
		pos = q.End
	}
	s.words(pos, at.End)
	for i := range s.units { // a quotation that a colon or a cue announces is speech however short
		if s.units[i].quoted() && i > 0 && s.units[i-1].Norm == ":" {
			s.units[i].speech = true
		}
	}
	return s
}

func (s *sentence) words(from, to int) {
	for _, w := range word.Split(s.text[from:to], from) {
		s.units = append(s.units, unit{Word: w})
	}
}

func isSpeech(text string, q *quote.Quotation) bool {
	inner := q.Inner.In(text)
	if q.Open || len(strings.Fields(inner)) > shortQuote {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(inner)
	return strings.ContainsRune(".,!?…", r) && inner != ""
}

// onlyQuote reports a sentence that is one or more quotations and nothing else.
func (s *sentence) onlyQuote() bool {
	any := false
	for _, u := range s.units {
		if u.quoted() {
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

// isWord reports a word outside of quotation marks.
func (s *sentence) isWord(i int) bool { return !s.units[i].quoted() && !s.units[i].Punct }

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
		for _, u := range s.units {
			if u.quoted() {
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
		if u := s.units[k]; u.quoted() {
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
