package report

import (
	"slices"
	"strings"

	"crosscheck/claims"
)

// The bounds of a passage, so that one page without a full stop does not bury
// the rest. A news sentence of 25 words is some 150 bytes long.
const (
	maxStatement = 600 // bytes of one sentence that hold the statement
	maxNeighbour = 300 // bytes of a neighbouring sentence
)

// omission stands for sentences that are left out between two that are shown.
var omission = Segment{Text: "[…]", Near: true}

// builder puts a passage together, sentence by sentence.
type builder struct {
	page  *page
	marks []claims.Span // sound
	out   Passage
	clean cleaner
	last  int // index of the sentence added last
}

// add appends a sentence, beginning a new paragraph where the article does.
func (b *builder) add(k pick) {
	l := b.page.lines[k.index]
	switch {
	case len(b.out) == 0:
		b.begin()
	case k.index > b.last+1:
		b.begin()
		b.out[len(b.out)-1] = append(b.out[len(b.out)-1], omission)
		b.begin()
	case l.para != b.page.lines[b.last].para:
		b.begin()
	default:
		b.put(" ", Segment{Near: k.near})
	}
	b.last = k.index
	limit := maxStatement
	if k.near {
		limit = maxNeighbour
	}
	shown := window(b.page.text, l.Span, b.marks, limit)
	if shown.Start > l.Start {
		b.put("… ", Segment{Near: true})
	}
	b.sentence(shown, k.near)
	if shown.End < l.End {
		b.put(" …", Segment{Near: true})
	}
}

// begin starts a paragraph.
func (b *builder) begin() {
	b.out = append(b.out, nil)
	b.clean = cleaner{space: true}
}

// sentence appends the text of s, cut where a mark begins or ends.
func (b *builder) sentence(s claims.Span, near bool) {
	at := s.Start
	for _, m := range b.marks {
		m.Start, m.End = max(m.Start, at), min(m.End, s.End)
		if m.Start >= m.End {
			continue
		}
		b.put(b.page.text[at:m.Start], Segment{Near: near})
		b.put(m.In(b.page.text), Segment{Marked: true, Near: near})
		at = m.End
	}
	b.put(b.page.text[at:s.End], Segment{Near: near})
}

// put appends text, cleaned, in the manner of like; to the segment before
// where that has the same manner.
func (b *builder) put(text string, like Segment) {
	var s strings.Builder
	b.clean.write(&s, text)
	if s.Len() == 0 {
		return
	}
	like.Text = s.String()
	para := &b.out[len(b.out)-1]
	if n := len(*para); n > 0 && (*para)[n-1].Marked == like.Marked && (*para)[n-1].Near == like.Near {
		(*para)[n-1].Text += like.Text
		return
	}
	*para = append(*para, like)
}

// done returns the passage without spaces at the ends of its paragraphs, and
// without paragraphs in which nothing can be seen.
func (b *builder) done() Passage {
	for i, para := range b.out {
		if n := len(para); n > 0 {
			para[n-1].Text = strings.TrimRight(para[n-1].Text, " ")
		}
		b.out[i] = slices.DeleteFunc(para, func(s Segment) bool { return s.Text == "" })
	}
	return slices.DeleteFunc(b.out, func(p Paragraph) bool { return len(p) == 0 })
}

// window is the part of sentence s that is shown: all of it where it is at
// most limit bytes long, else limit bytes that begin shortly before its first
// mark.
func window(text string, s claims.Span, marks []claims.Span, limit int) claims.Span {
	if s.Len() <= limit {
		return s
	}
	start := s.Start
	for _, m := range marks {
		if m.Overlaps(s) {
			start = max(s.Start, min(m.Start-limit/4, s.End-limit))
			break
		}
	}
	return claims.Span{Start: wordEdge(text, start, s.Start), End: wordEdge(text, start+limit, start+1)}
}

// wordEdge is the last place at or before i, but not before floor, where a
// word begins; where there is none within 60 bytes, the next edge of a rune.
func wordEdge(text string, i, floor int) int {
	const reach = 60
	for j := i; j > max(floor, i-reach); j-- {
		if text[j-1] == ' ' || text[j-1] == '\n' {
			return j
		}
	}
	for i > 0 && !onEdge(text, i) {
		i--
	}
	return i
}
