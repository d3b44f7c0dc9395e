package extract

import (
	"sort"
	"strings"
	"unicode"

	"crosscheck/claims"
)

// A paragraph that boilerplate is set into comes as several blocks on one line:
//
//	Sen. Ann Lee | Ann Mary LeeTwo towns want one bridge MORE | (R-Ohio) said the road was shut.
//
// A sentence in pieces cannot be read. So the article is read without what was
// set in, and what is found in it is moved to its place in the article's text
// afterwards; a span that goes on behind a seam becomes two.

// seam is a place at which something was left out of the text.
type seam struct {
	at int // offset in the text that is read
	by int // how many bytes are left out up to here
}

// seams are those of one article, in order.
type seams []seam

// whole is the article with its paragraphs whole. One that has none in pieces, as
// nearly every article, is returned as it is.
func whole(a claims.Article) (claims.Article, seams) {
	if !inPieces(a) {
		return a, nil
	}
	var out seams
	var text strings.Builder
	blocks := make([]claims.Block, 0, len(a.Blocks))
	copied, by := 0, 0
	for i, b := range a.Blocks {
		if isSetIn(a, i) {
			before := a.Blocks[i-1].End
			text.WriteString(a.Text[copied:before])
			copied, by = b.End, by+b.End-before
			out = append(out, seam{b.End - by, by})
			continue
		}
		b.Start, b.End = b.Start-by, b.End-by
		if isSetIn(a, i-1) {
			blocks[len(blocks)-1].End = b.End
			continue
		}
		blocks = append(blocks, b)
	}
	text.WriteString(a.Text[copied:])
	a.Text, a.Blocks = text.String(), blocks
	return a, out
}

func inPieces(a claims.Article) bool {
	for i := range a.Blocks {
		if isSetIn(a, i) {
			return true
		}
	}
	return false
}

// isSetIn reports boilerplate inside a paragraph: on one line with what is before
// and behind it.
func isSetIn(a claims.Article, i int) bool {
	if i < 1 || i+1 >= len(a.Blocks) || a.Blocks[i].Kind != claims.Boilerplate {
		return false
	}
	before, in, behind := a.Blocks[i-1], a.Blocks[i], a.Blocks[i+1]
	return readable(before) && before.Kind == behind.Kind && onOneLine(a.Text, before, in) && onOneLine(a.Text, in, behind)
}

func onOneLine(text string, a, b claims.Block) bool {
	return a.End <= b.Start && !strings.ContainsFunc(text[a.End:b.Start], func(r rune) bool { return !unicode.IsSpace(r) || strings.ContainsRune("\n\v\f\r\u0085\u2028\u2029", r) })
}

// place is where an offset of the text that is read lies in the article's own; at
// a seam, behind what was left out for the start of a span, before it for the end.
func (s seams) place(offset int, end bool) int {
	n := sort.Search(len(s), func(i int) bool { return s[i].at > offset || end && s[i].at == offset })
	if n == 0 {
		return offset
	}
	return offset + s[n-1].by
}

// move moves a span to its place, and over what was left out within it.
func (s seams) move(at *claims.Span) {
	at.Start, at.End = s.place(at.Start, false), s.place(at.End, true)
}

// part moves spans to their places and parts them at the seams.
func (s seams) part(text string, list []claims.Span) []claims.Span {
	var out []claims.Span
	for _, at := range list {
		out = s.appendParts(out, text, at)
	}
	return out
}

// appendParts appends a span, or its parts between seams. One of several without
// a word, such as the full stop of a sentence, is dropped; the first is not.
func (s seams) appendParts(out []claims.Span, text string, at claims.Span) []claims.Span {
	from := at.Start
	for _, x := range s[sort.Search(len(s), func(i int) bool { return s[i].at > at.Start }):] {
		if x.at >= at.End {
			break
		}
		out = s.appendPart(out, text, claims.Span{Start: from, End: x.at}, from == at.Start)
		from = x.at
	}
	return s.appendPart(out, text, claims.Span{Start: from, End: at.End}, from == at.Start)
}

func (s seams) appendPart(out []claims.Span, text string, at claims.Span, first bool) []claims.Span {
	s.move(&at)
	if at = trimSpace(text, at); at.Len() > 0 && (first || strings.ContainsFunc(at.In(text), isWordRune)) {
		return append(out, at)
	}
	return out
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// trimSpace takes white space off the ends of a span.
func trimSpace(text string, at claims.Span) claims.Span {
	s := at.In(text)
	at.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	at.End -= len(s) - len(strings.TrimRightFunc(s, unicode.IsSpace))
	return at
}

// restore puts a claim to its place in the article's text.
func (s seams) restore(c *claims.Claim, text string) {
	for _, list := range []*[]claims.Span{&c.Source, &c.Cue, &c.Content, &c.Context} {
		*list = s.part(text, *list)
	}
	c.Text = claims.Join(text, c.Content)
	for i := range c.Values {
		s.move(&c.Values[i].Span)
	}
	for i := range c.Times {
		s.move(&c.Times[i].Span)
	}
	s.restoreCertainty(&c.Certainty)
}

func (s seams) restoreCertainty(k *claims.Certainty) {
	for i := range k.Negations {
		s.move(&k.Negations[i].Cue)
		for j := range k.Negations[i].Scope {
			s.move(&k.Negations[i].Scope[j])
		}
	}
	for i := range k.Modals {
		s.move(&k.Modals[i].Span)
	}
	for i := range k.Hedges {
		s.move(&k.Hedges[i].Span)
	}
	for i := range k.Quantifiers {
		s.move(&k.Quantifiers[i].Span)
	}
	for i := range k.Conditions {
		s.move(&k.Conditions[i])
	}
}
