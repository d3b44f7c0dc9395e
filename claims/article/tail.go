package article

import (
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
)

// markTail decides on what stands behind the article: from a line that closes
// it up to a whole paragraph, everything; behind the last paragraph, what
// follows other boilerplate and does not end as a sentence.
func (l *layout) markTail(body int) {
	closed := false
	last := body - 1 // the last paragraph
	for i := body; i < len(l.lines); i++ {
		x := &l.lines[i]
		switch {
		case x.kind == claims.Boilerplate:
			closed = closed || i > body && isClosing(*x)
		case x.kind == "" && x.solid():
			closed, last = false, i
		case x.kind == "" && closed:
			x.kind = claims.Boilerplate
		}
	}
	junk := false
	for i := last + 1; i < len(l.lines) && last >= body; i++ {
		x := &l.lines[i]
		junk = junk || x.kind == claims.Boilerplate
		if x.kind == "" && junk && !x.stops() && x.mark == noMark {
			x.kind = claims.Boilerplate
		}
	}
}

// unglue ends each line before a phrase of boilerplate that was glued to its
// last sentence: "... on Friday.All news".
func (l *layout) unglue() {
	book := junkBook()
	for i := range l.lines {
		x := &l.lines[i]
		s := x.In(l.text)
		from := max(0, len(s)-80)
		for from > 0 && !utf8.RuneStart(s[from]) {
			from++
		}
		end := lastStop(s[from:])
		if end < 0 || from+end < 50 {
			continue
		}
		b := bare(fold(s[from+end:]))
		if b != "" && (book.whole[b] || book.teaser[b] || book.follow[b]) {
			x.Span = trim(l.text, claims.Span{Start: x.Start, End: x.Start + from + end})
			x.look(l.text)
		}
	}
}

// lastStop is the offset behind the last mark that ends a sentence and has a
// word behind it, with the quotation marks that belong to it; -1 without one.
func lastStop(s string) int {
	last := len(strings.TrimRight(s, ".!?…\"'”’) "))
	for i := last - 1; i >= 0; i-- {
		c := s[i]
		if c == '.' || c == '!' || c == '?' || c == ellipsis[len(ellipsis)-1] && strings.HasSuffix(s[:i+1], ellipsis) {
			rest := strings.TrimLeft(s[i+1:], "\"'”’)")
			return len(s) - len(rest)
		}
	}
	return -1
}

const ellipsis = "…"
