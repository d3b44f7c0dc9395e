package quote

import (
	"strings"

	"crosscheck/claims"
)

// mostSilent is how many paragraphs without a mark a quotation may run through
// that is not opened again in each: a speech printed in full.
const mostSilent = 4

// Blocks returns the quotations of each of the blocks of one article, which are
// in order. Beside what [Find] sees, it sees the paragraphs around each:
//
//  1. an opening mark at the start of a paragraph continues the quotation that
//     the paragraph before left open;
//  2. a closing mark that nothing opens ends the one left open, be it several
//     paragraphs before: those between, without a mark, belong to it whole;
//  3. a quotation that the next paragraph goes on with is not cut short.
//
// A block that is no paragraph is read alone; captions and boilerplate are
// passed over, and a quotation goes on behind them.
func Blocks(text string, blocks []claims.Block) [][]Quotation {
	t := thread{text: text, blocks: blocks, out: make([][]Quotation, len(blocks))}
	for i := range blocks {
		switch blocks[i].Kind {
		case claims.Paragraph:
			t.paragraph(i)
		case claims.Headline, claims.Summary:
			t.out[i] = Find(text, blocks[i].Span)
			t.leave(nothing)
		}
	}
	return t.out
}

// thread is what is known between two paragraphs.
type thread struct {
	text   string
	blocks []claims.Block
	out    [][]Quotation
	left   family // of the quotation left open
	silent [mostSilent]int
	quiet  int // how many of silent are in use
}

func (t *thread) leave(f family) { t.left, t.quiet = f, 0 }

func (t *thread) paragraph(i int) {
	f := newFinder(t.text, t.blocks[i].Span, t.left, t.opensBehind(i))
	f.run()
	t.out[i] = f.out
	switch {
	case t.left == nothing:
	case f.resumed:
		for _, k := range t.silent[:t.quiet] {
			b := trimmed(t.text, t.blocks[k].Span)
			t.out[k] = []Quotation{{Span: b, Inner: b, Open: true, Continues: true}}
		}
	case len(f.out) > 0:
		q := &f.out[0]
		q.Continues = t.quiet == 0 && q.Start == trimmed(t.text, f.block).Start && t.alike(q.In(t.text))
	case trimmed(t.text, f.block).Len() == 0:
		return
	case t.quiet < mostSilent:
		t.silent[t.quiet] = i
		t.quiet++
		return
	}
	t.leave(f.open)
}

// alike reports whether a quotation begins with a mark like the one left open:
// a single one, a double one, or one in angles.
func (t *thread) alike(q string) bool {
	r, n := decode(q)
	f := familyOf(r)
	if f == single && strings.HasPrefix(q[n:], q[:n]) {
		f = twinFamily(r)
	}
	return f != nothing && (f == t.left || f <= curly && t.left <= curly)
}

// opensBehind reports whether the next paragraph begins with a mark.
func (t *thread) opensBehind(i int) bool {
	for _, b := range t.blocks[i+1:] {
		switch b.Kind {
		case claims.Paragraph:
			r, _ := decode(trimmed(t.text, newFinder(t.text, b.Span, nothing, false).block).In(t.text))
			return familyOf(r) != nothing
		case claims.Headline, claims.Summary:
			return false
		}
	}
	return false
}
