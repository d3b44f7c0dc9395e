package quote

import (
	"slices"
	"strings"

	"crosscheck/claims"
)

// emit turns the marks that were read into quotations, outer ones first.
func (f *finder) emit(marks []mark, last bool) {
	var open [deepest]int // the opening marks, -1 for the one of a paragraph before
	if marks[0].from != 0 {
		open[0] = -1
	}
	for i := range marks {
		m := &marks[i]
		from, to := states[m.from].depth, states[m.to].depth
		m.mate = noMate
		switch {
		case to > from:
			open[from] = i
		case to < from && open[to] >= 0:
			marks[open[to]].mate = i
		case to < from:
			m.mate = -1
		case m.lost && from > 0:
			if open[0] >= 0 {
				marks[open[0]].mate, marks[open[0]].lost = i, true
			}
			open[0], m.lost = i, false
		}
	}
	if last && marks[len(marks)-1].to != 0 && open[0] >= 0 {
		marks[open[0]].mate, marks[open[0]].lost = len(marks), true
	}
	for i := range marks {
		f.quotation(marks, i)
	}
}

// noMate is the mate of a mark that opens nothing.
const noMate = -2

// quotation files what begins with, or is only closed by, the mark at i.
func (f *finder) quotation(marks []mark, i int) {
	m := &marks[i]
	inner := m.at + int(m.size)
	switch {
	case m.mate == -1: // it closes what the paragraph before left open
		f.resumed = true
		f.add(Quotation{Span: claims.Span{Start: f.block.Start, End: inner},
			Inner: claims.Span{Start: f.block.Start, End: m.at}, Continues: true})
	case m.mate == noMate && m.lost:
		f.unopened(m)
	case m.mate == noMate:
	case m.lost && m.mate == len(marks) && m.family == straight && hasCurly(marks[i+1:]):
		// A page that prints another's article sets a straight mark before each
		// paragraph: what the curly ones say in it is of more use.
	case m.lost && m.mate == len(marks):
		f.unclosed(m, f.block.End, true)
	case m.lost:
		f.reopened(marks, m)
	default:
		f.closed(m, &marks[m.mate], false)
	}
}

// closed files the quotation between two marks.
func (f *finder) closed(m, c *mark, mended bool) {
	f.add(Quotation{Span: claims.Span{Start: m.at, End: c.at + int(c.size)},
		Inner: claims.Span{Start: m.at + int(m.size), End: c.at}, Mended: mended})
}

// reopened files the quotation of m, before whose end another is opened. Within
// one sentence that is not the outlet's the second mark is one too many.
func (f *finder) reopened(marks []mark, m *mark) {
	next := &marks[m.mate]
	between := f.text[m.at+int(m.size) : next.at]
	if !next.lost && next.mate >= 0 && !strings.ContainsAny(between, ".!?…") && !f.introduced(next.at) {
		f.closed(m, &marks[next.mate], true)
		return
	}
	f.unclosed(m, next.at, false)
}

// hasCurly reports whether a curly mark opens a quotation among the marks.
func hasCurly(marks []mark) bool {
	return slices.ContainsFunc(marks, func(m mark) bool { return m.family == curly && m.mate >= 0 })
}
