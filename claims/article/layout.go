package article

import "crosscheck/claims"

// layout says what each line of a text is.
type layout struct {
	text   string
	lines  []line
	first  int    // the first line that is not boilerplate by itself
	byline string // the authors as printed, "" where none are
	site   string // the site's name where a label announces it, "" where none does
}

// newLayout analyses a text. Each step decides on lines that no step before
// it has decided on; what is left at the end is a paragraph. Every step looks
// at a bounded part of a line and a bounded number of neighbours, so the whole
// takes time in proportion to the text.
func newLayout(text string, roles []role) *layout {
	l := &layout{text: text, lines: unwrap(text, split(text, roles))}
	l.partCaption()
	l.unglue()
	markJunk(text, l.lines)
	l.first = markCaptions(text, l.lines)
	l.markRuns()
	body := l.markHead()
	l.markTail(body)
	l.markBody(body)
	for i := range l.lines {
		if l.lines[i].kind == "" {
			l.lines[i].kind = claims.Paragraph
		}
	}
	return l
}

// blocks are the lines as an article carries them, parted at their insets.
func (l *layout) blocks() []claims.Block {
	out := make([]claims.Block, 0, len(l.lines))
	for _, x := range l.lines {
		out = appendPieces(out, l.text, x)
	}
	return out
}

// next is the first line from i that no step has decided on, or -1.
func (l *layout) next(i int) int {
	for ; i < len(l.lines); i++ {
		if l.lines[i].kind == "" {
			return i
		}
	}
	return -1
}
