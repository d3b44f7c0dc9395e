package quote

import (
	"strings"
	"unicode"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
)

// unclosed files the quotation that m opens and that nothing closes before
// limit: the next opening mark, or the end of the block.
//
//  1. It ends where a reporting clause begins: "We went home, he said.
//  2. Where speech is expected, it runs up to limit.
//  3. Elsewhere it is a part of a sentence and ends with that: the mark behind
//     a full stop is the one that is lost most often.
func (f *finder) unclosed(m *mark, limit int, toEnd bool) {
	q := Quotation{Span: claims.Span{Start: m.at, End: limit}, Inner: claims.Span{Start: m.at + int(m.size), End: limit}, Mended: true}
	announced := m.first || m.family != single && (f.announced(m.at) || toEnd && f.follows) || toEnd && f.follows && f.goesOn(q)
	end := 0
	if announced && (!toEnd || !f.follows) {
		end = tail(f.text, q.Inner)
	}
	switch {
	case end > 0:
	case announced && toEnd:
		q.Open, q.Mended, end = true, false, limit
	case announced:
		end = lastStop(f.text, trimmed(f.text, q.Inner))
	case m.family != single:
		end = firstStop(f.text, q.Inner)
	}
	q.End, q.Inner.End = max(end, q.Inner.Start), max(end, q.Inner.Start)
	if f.add(q) && q.Open {
		f.open = m.family
	}
}

// goesOn reports a single mark behind a sentence or a cue and before a capital, which is
// no apostrophe where the next paragraph begins with a mark: ... she said. ‘I do not.
func (f *finder) goesOn(q Quotation) bool {
	r, _ := decode(q.Inner.In(f.text))
	return unicode.IsUpper(r) && f.announced(q.Start)
}

// announced reports whether what stands before the mark at i lets speech be
// expected: the block's edge, a colon, a comma, a stop or a verb of saying.
func (f *finder) announced(i int) bool {
	last, w := f.wordBefore(i)
	c, ok := Verb(w)
	return last == gap || last == stop || last == dots || f.introduced(i) || ok && c.Complement == Clause
}

// introduced reports whether a comma, a colon or a verb of saying stands before
// the mark at i.
func (f *finder) introduced(i int) bool {
	last, w := f.wordBefore(i)
	return last == comma || last == colon || saying(w)
}

// wordBefore is the class of the last character before i that is no space, and
// the word that ends there, in lower case.
func (f *finder) wordBefore(i int) (class, string) {
	before := strings.TrimRightFunc(f.text[max(f.block.Start, i-longestWord):i], unicode.IsSpace)
	if before == "" {
		return gap, ""
	}
	r, _ := decodeLast(before)
	w := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	return classOf(r), strings.ToLower(w)
}

// lastStop is behind the last full stop in a span, 0 where it has none.
func lastStop(text string, s claims.Span) int {
	i := strings.LastIndexAny(s.In(text), ".!?…")
	if i < 0 {
		return 0
	}
	_, n := decode(text[s.Start+i:])
	return s.Start + i + n
}

// firstStop is where the first sentence of a span ends, 0 where it ends
// without a full stop.
func firstStop(text string, s claims.Span) int {
	first := sentence.Split(text, s)
	if len(first) == 0 || lastStop(text, first[0]) != first[0].End {
		return 0
	}
	return first[0].End
}

// unopened files the quotation that m closes and nothing opens: it begins with
// the block, or behind the last sentence that is in the outlet's own voice: one
// with another quotation, or with a verb of saying.
func (f *finder) unopened(m *mark) {
	behind := strings.TrimLeft(f.text[m.at+int(m.size):f.block.End], " ")
	if m.family == single && behind != "" && clause(behind[:min(len(behind), longestClause)]) == 0 {
		return // more often an apostrophe gone astray
	}
	from, kept := max(f.block.Start, f.mended), len(f.out)
	f.mended = m.at // what was looked over once is not again
	for m.family != single && kept > 0 && f.out[kept-1].Start >= from && f.isSingle(f.out[kept-1]) {
		kept-- // it may be nested in this one
	}
	if kept > 0 {
		from = max(from, f.out[kept-1].End)
	}
	all := sentence.Split(f.text, claims.Span{Start: from, End: m.at})
	if len(all) == 0 {
		return
	}
	k := len(all) - 1
	for from == f.block.Start && k > 0 && !reports(all[k-1].In(f.text)) {
		k--
	}
	inner := claims.Span{Start: all[k].Start, End: m.at}
	inner.Start += introduction(inner.In(f.text))
	inner = trimmed(f.text, inner)
	for len(f.out) > kept && f.out[len(f.out)-1].End > inner.Start {
		f.out = f.out[:len(f.out)-1]
	}
	f.add(Quotation{Span: claims.Span{Start: inner.Start, End: m.at + int(m.size)}, Inner: inner, Mended: true})
}

func (f *finder) isSingle(q Quotation) bool {
	r, _ := decode(q.In(f.text))
	return familyOf(r) == single
}

// reports reports whether a verb of saying in the past tense is in s.
func reports(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if saying(strings.ToLower(strings.Trim(w, ".,:;"))) {
			return true
		}
	}
	return false
}

// introduction is the length of what introduces the speech in s: "He said:",
// "DONALD TRUMP:".
func introduction(s string) int {
	n := clause(s)
	if n == 0 {
		for range mostWords {
			n += wordLen(s[n:])
			if n == len(s) || s[n] != ' ' && s[n] != '.' {
				break
			}
			n++
		}
	}
	if n > 0 && n < len(s) && (s[n] == ':' || s[n] == ',' && clause(s) > 0) {
		return n + 1
	}
	return 0
}
