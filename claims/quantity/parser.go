package quantity

import (
	"math"
	"strings"

	"crosscheck/claims"
)

// parser reads the values of one block.
type parser struct {
	text  string
	toks  []token
	title bool // most words have capitals: a capital tells nothing
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
func (p parser) in(list string, i int) bool { return contexts[list][p.norm(i)] }

// span covers the tokens from i up to, not including, j.
func (p parser) span(i, j int) claims.Span {
	return claims.Span{Start: p.toks[i].Start, End: p.toks[j-1].End}
}

// opens reports whether a sentence, or a quotation, begins with the token at i.
func (p parser) opens(i int) bool {
	return i <= 0 || p.at(i-1).punct && !strings.ContainsAny(p.norm(i-1), ",()/$%&")
}

// special are the readers of numbers that are no amounts, in the order tried.
// Each returns a value and the index behind it, or an index not above i.
var special = []func(parser, int) (Value, int){
	parser.grouped, parser.slashed, parser.clock, parser.calendar, parser.decade,
	parser.age, parser.year, parser.name, parser.ordinal,
}

// value reads the value that begins at i, with its hedge. It returns i where
// none does, and a value without a kind for a number that is no value.
func (p parser) value(i int) (Value, int) {
	t := p.at(i)
	if !t.digits() && !openers[t.norm] && !(t.capital && hasDigit(t.norm)) {
		return Value{}, i
	}
	hedge, j := p.before(i)
	for _, read := range special {
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
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

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
	joined := ""
	if list == "before" && !openers[p.norm(i)] {
		return h, next
	}
	for j := i; j < i+most && j < len(p.toks); j++ {
		joined = strings.TrimPrefix(joined+" "+p.norm(j), " ")
		if got, ok := hedges[list][joined]; ok {
			h, next = got, j+1
		}
	}
	return h, next
}
