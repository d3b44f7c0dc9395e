package quantity

import (
	"math"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// parser reads the values of one block.
type parser struct {
	text  string
	toks  []token
	title bool // most words have capitals: a capital tells nothing
	stems map[string]string
}

// at is the token at i; the zero token outside of the block.
func (p parser) at(i int) token {
	if i < 0 || i >= len(p.toks) {
		return token{punct: true}
	}
	return p.toks[i]
}

func (p parser) norm(i int) string { return p.at(i).norm }

// in reports whether the word at i is on a list of context.txt.
func (p parser) in(list context, i int) bool {
	c, _ := contexts.Look(p.norm(i))
	return c&list != 0
}

// span covers the tokens from i up to, not including, j.
func (p parser) span(i, j int) claims.Span {
	return claims.Span{Start: p.toks[i].Start, End: p.toks[j-1].End}
}

// mostStems is how many stems are kept; the nouns that news counts are fewer.
const mostStems = 4096

// stem is the stem of a word, which is found once for each.
func (p parser) stem(norm string) string {
	s, ok := p.stems[norm]
	if !ok {
		if len(p.stems) >= mostStems {
			clear(p.stems)
		}
		s = word.Stem(norm)
		p.stems[strings.Clone(norm)] = s
	}
	return s
}

// opens reports whether a sentence, or a quotation, begins with the token at i.
func (p parser) opens(i int) bool {
	return i <= 0 || p.at(i-1).punct && !strings.ContainsAny(p.norm(i-1), ",()/$%&")
}

// reader reads a number that is no amount. It returns a value and the index
// behind it, or an index not above that of its first token.
type reader = func(parser, int) (Value, int)

// The readers in the order tried, of figures and of number words.
var (
	figures = []reader{
		parser.grouped, parser.slashed, parser.clock, parser.calendar, parser.decade,
		parser.age, parser.year, parser.name, parser.ordinal,
	}
	numberWords = []reader{parser.age, parser.year, parser.name, parser.ordinal}
)

// value reads the value that begins at i, with its hedge. It returns i where
// none does, and a value without a kind for a number that is no value.
func (p parser) value(i int) (Value, int) {
	t := p.at(i)
	if !p.leads(i) || !t.digits() && !openers.Has(t.norm) && !(t.capital && hasDigit(t.norm)) {
		return Value{}, i
	}
	hedge, j := p.before(i)
	readers := figures
	if !p.at(j).digits() {
		readers = numberWords
	}
	for _, read := range readers {
		if v, next := read(p, j); next > j {
			v.Span = p.span(i, next)
			return hedged(v, hedge), next
		}
	}
	a, ok := p.amounts(j)
	if !ok {
		return Value{}, i
	}
	if hedge == AtLeast && j == i+1 && p.norm(i) == "over" && p.during(i, a) {
		hedge, i = Exact, j
	}
	next := a.end
	if late, end := p.after(next); end > next && hedge == Exact {
		hedge, next = late, end
	}
	v := a.value()
	v.Span, v.Noun = p.span(i, next), p.noun(next, v.Kind)
	return hedged(v, hedge), next
}

// hasDigit reports whether a digit is in s.
func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// startsAmount reports whether a mark may stand before a figure.
func startsAmount(norm string) bool {
	_, ok := currencies[norm]
	return ok || norm == "~" || norm == "<" || norm == ">"
}

// during reports whether "over" at i speaks of a stretch of time, as in "over
// three days", and not of more than that: "for over three days".
func (p parser) during(i int, a amount) bool {
	if dimensions[a.unit.name].name != "time" {
		return false
	}
	switch p.norm(i - 1) {
	case "for", "took", "takes", "after", "spent", "lasted", "just", "well", "since":
		return false
	}
	return true
}

// hedged opens the ends of v as its hedge tells.
func hedged(v Value, h Approx) Value {
	if v.Kind == Score || v.Kind == Identifier {
		return v
	}
	switch {
	case h == AtLeast:
		v.High = math.Inf(1)
	case h == AtMost:
		v.Low = math.Inf(-1)
	case h == Exact && v.Approx != Exact:
		return v // "hundreds of" hedges itself
	}
	v.Approx = h
	return v
}

// before reads the hedge at i: the longest phrase that fits, and one more
// behind it ("at least about"), of which the first counts.
func (p parser) before(i int) (Approx, int) {
	h, j := p.phrase("before", i)
	if j > i {
		if second, k := p.phrase("before", j); k > j {
			if h == Exact {
				h = second
			}
			j = k
		}
	}
	return h, j
}

// after reads the hedge behind a figure.
func (p parser) after(i int) (Approx, int) {
	if p.norm(i) == "," && p.norm(i+1) == "at" {
		if h, j := p.phrase("after", i+1); j > i+1 {
			return h, j
		}
	}
	return p.phrase("after", i)
}

// phrase reads the longest hedge of the list at i.
func (p parser) phrase(list string, i int) (Approx, int) {
	const most = 5 // words of the longest phrase: "in the region of" and one to spare
	var h Approx
	next := i
	if !hedgeStarts[list].Has(p.norm(i)) {
		return h, next
	}
	var buf [64]byte
	joined := buf[:0]
	for j := i; j < i+most && j < len(p.toks); j++ {
		if j > i {
			joined = append(joined, ' ')
		}
		joined = append(joined, p.norm(j)...)
		if got, ok := hedges[list][string(joined)]; ok {
			h, next = got, j+1
		}
	}
	return h, next
}
