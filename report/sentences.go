package report

import (
	"sort"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
)

// line is one sentence of an article.
type line struct {
	claims.Span
	para int // which paragraph it is in, from 0
}

// page is an article's text, split into sentences.
type page struct {
	text  string
	lines []line
}

// newPage splits text into paragraphs, at empty lines, and these into sentences.
func newPage(text string) *page {
	p := &page{text: text}
	for n, para := range paragraphs(text) {
		for _, s := range sentence.Split(text, para) {
			if !fits(text, s) {
				continue
			}
			if s = trim(text, s); s.Len() > 0 {
				p.lines = append(p.lines, line{s, n})
			}
		}
	}
	return p
}

// paragraphs are the stretches of text between empty lines.
func paragraphs(text string) []claims.Span {
	var out []claims.Span
	start, at := 0, 0
	for l := range strings.Lines(text) {
		if strings.TrimSpace(l) == "" {
			out = append(out, claims.Span{Start: start, End: at})
			start = at + len(l)
		}
		at += len(l)
	}
	return append(out, claims.Span{Start: start, End: at})
}

// maxSentences is how many sentences of one statement a passage shows.
const maxSentences = 8

// pick is a sentence chosen for a passage.
type pick struct {
	index int // into page.lines
	near  bool
}

// passage shows the sentences that hold the evidence, or the content where no
// evidence is sound, with one neighbour on each side unless alone is set. It
// is nil where the text has neither.
func (p *page) passage(content, evidence []claims.Span, alone bool) Passage {
	marks := sound(p.text, evidence)
	anchor := marks
	if len(anchor) == 0 {
		anchor = sound(p.text, content)
	}
	core := p.touched(anchor)
	if len(core) == 0 {
		return nil
	}
	b := builder{page: p, marks: marks}
	for _, k := range p.withNeighbours(core, alone) {
		b.add(k)
	}
	return b.done()
}

// touched are the indices of the sentences that share a byte with a span, in
// order. The spans are in order and do not overlap.
func (p *page) touched(spans []claims.Span) []int {
	var out []int
	for _, s := range spans {
		i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].End > s.Start })
		for ; i < len(p.lines) && p.lines[i].Start < s.End && len(out) < maxSentences; i++ {
			if n := len(out); n == 0 || out[n-1] != i {
				out = append(out, i)
			}
		}
	}
	return out
}

// withNeighbours adds to the sentences of core the one before, the one after,
// and any single one left out between two of them.
func (p *page) withNeighbours(core []int, alone bool) []pick {
	var out []pick
	last := core[0] - 1
	if !alone && p.isProse(last) {
		out = append(out, pick{last, true})
	}
	for _, i := range core {
		if i == last+2 {
			out = append(out, pick{last + 1, true})
		}
		out = append(out, pick{i, false})
		last = i
	}
	if !alone && p.isProse(last+1) {
		out = append(out, pick{last + 1, true})
	}
	return out
}

// isProse reports whether there is a sentence i and it ends like one: a
// byline, a picture's number or a menu is no neighbour worth showing.
func (p *page) isProse(i int) bool {
	if i < 0 || i >= len(p.lines) {
		return false
	}
	s := strings.TrimRight(p.lines[i].In(p.text), `"'”’»)]`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}
