// Package quote finds quotation marks and the words that attribute.
//
//  1. [Find] pairs the quotation marks of one block, however they are written;
//  2. [Verb] and [Noun] look a word up among the attribution cues.
//
// It does not know who speaks: package extract ties quotation, cue and source.
package quote

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// Quotation is a stretch of text between quotation marks.
type Quotation struct {
	claims.Span             // with its marks
	Inner       claims.Span // without them, white space trimmed
	// Open is true where the closing mark is missing: the paragraph ends
	// before the quotation does, which the next paragraph may continue.
	Open bool
}

// family groups the marks that may close one another. A page that mixes
// “curly” with "straight" marks, or turns a curly one the wrong way round, is
// common enough that all double marks are one family.
type family int

const (
	none family = iota
	double
	single
	angle
)

// mark is one candidate quotation mark.
type mark struct {
	at, size        int
	family          family
	mayOpen, mayEnd bool
	strong          bool // an end right after or before punctuation, which no apostrophe is
}

// Find returns the quotations of one block in order, without those nested in
// another. A mark that nothing closes runs to the block's end where the block
// begins with it or punctuation stands before it, and is dropped
// elsewhere: nothing else is lost by it.
func Find(text string, block claims.Span) []Quotation {
	marks := candidates(text, block)
	var out []Quotation
	for i := 0; i < len(marks); {
		if !marks[i].mayOpen {
			i++
			continue
		}
		j := closing(marks, i)
		if j < 0 {
			if runsOn(text, block, marks[i]) {
				return append(out, between(text, marks[i], mark{at: block.End}, true))
			}
			i++
			continue
		}
		if q := between(text, marks[i], marks[j], false); q.Inner.Len() > 0 {
			out = append(out, q)
		}
		i = j + 1
	}
	return out
}

// maxMarks is how many marks ahead a closing one is looked for. A paragraph of
// 300 quotation marks is no prose, and the search must not go quadratic.
const maxMarks = 300

// closing finds the mark that closes marks[open], or -1.
func closing(marks []mark, open int) int {
	weak := -1
	for j := open + 1; j < min(len(marks), open+maxMarks); j++ {
		m := marks[j]
		if m.family != marks[open].family {
			continue
		}
		switch {
		case m.family != single && m.mayEnd && !m.mayOpen:
			return j
		case m.family != single && m.mayOpen: // opened again: the first was never closed
			return -1
		case m.family == single && m.mayEnd && m.strong:
			return j
		case m.family == single && m.mayOpen && weak >= 0:
			return weak
		case m.family == single && m.mayEnd && weak < 0:
			weak = j // perhaps the apostrophe of a plural: "the allies' plan"
		}
	}
	return weak
}

// between builds the quotation from its two marks.
func between(text string, open, end mark, unclosed bool) Quotation {
	inner := claims.Span{Start: open.at + open.size, End: end.at}
	s := inner.In(text)
	inner.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	inner.End -= len(s) - len(strings.TrimRightFunc(s, unicode.IsSpace))
	if inner.End < inner.Start {
		inner.End = inner.Start
	}
	return Quotation{Span: claims.Span{Start: open.at, End: end.at + end.size}, Inner: inner, Open: unclosed}
}

// runsOn reports whether an unclosed mark begins a quotation that goes on to
// the end of the block.
func runsOn(text string, block claims.Span, m mark) bool {
	before := strings.TrimRightFunc(text[block.Start:m.at], unicode.IsSpace)
	return before == "" || m.family != single && strings.ContainsRune(":,.!?", rune(before[len(before)-1]))
}

// candidates lists the marks of a block that may open or close a quotation.
func candidates(text string, block claims.Span) []mark {
	var out []mark
	prev := ' '
	for i := block.Start; i < block.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		m := mark{at: i, size: n, family: familyOf(r)}
		if m.family == none {
			prev, i = r, i+n
			continue
		}
		if m.size = twin(text[i:block.End], r, n); m.size > n {
			m.family = double
		}
		next, _ := utf8.DecodeRuneInString(text[i+m.size : block.End])
		if i+m.size >= block.End {
			next = ' '
		}
		m.judge(r, prev, next, text[i+m.size:block.End])
		if m.mayOpen || m.mayEnd {
			out = append(out, m)
		}
		prev, i = r, i+m.size
	}
	return out
}

// twin is the size of a double mark typed as two single ones (” or “), else n.
func twin(s string, r rune, n int) int {
	if (r == '\'' || r == '`' || r == '’' || r == '‘') && strings.HasPrefix(s[n:], string(r)) {
		return 2 * n
	}
	return n
}

// judge decides from the neighbours what the mark may be. Its own direction
// counts only where they leave it open, since pages get it wrong.
func (m *mark) judge(r, prev, next rune, rest string) {
	gapBefore := unicode.IsSpace(prev) || strings.ContainsRune("([{—–-/", prev) || familyOf(prev) != none
	gapAfter := unicode.IsSpace(next) || strings.ContainsRune(".,;:!?)]}—–-/…", next) || familyOf(next) != none
	m.mayOpen = gapBefore && !unicode.IsSpace(next) && !strings.ContainsRune(".,;:!?)]}", next)
	m.mayEnd = gapAfter && !unicode.IsSpace(prev)
	if m.mayOpen && m.mayEnd { // between two dashes or marks: believe its direction
		m.mayOpen = !strings.ContainsRune("”’»", r) && !strings.ContainsRune(".,!?…", prev)
		m.mayEnd = !m.mayOpen
	}
	if m.family == single && m.size == utf8.RuneLen(r) {
		m.mayOpen = m.mayOpen && !elided(rest, next)
		m.strong = strings.ContainsRune(".,!?…", prev) || strings.ContainsRune(".,;:!?", next)
	}
	if m.family == angle {
		m.mayOpen, m.mayEnd = r == '«' || r == '‹', r == '»' || r == '›'
	}
}

func familyOf(r rune) family {
	switch r {
	case '"', '“', '”', '„', '‟', '″', '＂':
		return double
	case '\'', '‘', '’', '‚', '‛', '`':
		return single
	case '«', '»', '‹', '›':
		return angle
	}
	return none
}

//go:embed data/elisions.txt
var elisionList string

var elisions = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(elisionList) {
		set[w] = true
	}
	return set
}()

// elided reports whether the text after an apostrophe shows that letters were
// left out there: 'em, '90s.
func elided(rest string, next rune) bool {
	if unicode.IsDigit(next) {
		return strings.HasPrefix(strings.TrimLeft(rest, "0123456789"), "s")
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	return elisions[strings.ToLower(rest[:end])]
}
