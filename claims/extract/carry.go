package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// carry is who is being quoted, carried from sentence to sentence and from
// paragraph to paragraph.
type carry struct {
	speaker *claims.Speaker
	// before are the speakers quoted before, the last one last: "he" may be
	// none of the two leaders, the poll and the agency quoted since.
	before  []*claims.Speaker
	source  []claims.Span
	cue     []claims.Span
	context []claims.Span
	draft   int  // index of the direct claim of this paragraph that a next sentence continues, or -1
	open    bool // the last paragraph's quotation was not closed: this one continues it
	block   int
}

func (c *carry) enter(block int, b claims.Block) {
	c.draft, c.block = -1, block
	if b.Kind != claims.Paragraph {
		*c = carry{draft: -1, block: block}
	}
}

func (c *carry) leave(quotes []quote.Quotation) {
	c.open = len(quotes) > 0 && quotes[len(quotes)-1].Open
}

// remember notes the speaker of the last attribution of a sentence that is not
// part of what another says: in "Lee said Hale should insist that ..." it is Lee.
func (c *carry) remember(found []draft) {
	for i, d := range found {
		if d.Kind == claims.Own || d.Kind == claims.Titled || d.Speaker == nil || nestedIn(d, found[:i]) {
			continue
		}
		if c.speaker != nil && c.speaker != d.Speaker {
			c.before = append(tail(c.before, maxBefore-1), c.speaker)
		}
		c.speaker, c.source, c.cue, c.context = d.Speaker, d.Source, d.Cue, d.Context
	}
}

// maxBefore is how many earlier speakers a pronoun may mean.
const maxBefore = 3

// maxOuter is how many attributions before one in a sentence may hold it.
const maxOuter = 8

// nestedIn reports whether an attribution stands inside the content of one
// found before it.
func nestedIn(d draft, before []draft) bool {
	for _, o := range tail(before, maxOuter) {
		for _, c := range o.Content {
			if len(d.Cue) > 0 && c.Contains(d.Cue[0]) {
				return true
			}
		}
	}
	return false
}

// floating files a sentence that is only a quotation: it continues the direct
// speech before it in the paragraph (PARC: one attribution with discontinuous
// content), else belongs to whoever was quoted last.
func (x *extractor) floating(s *sentence) {
	spans := s.contents(0, len(s.units))
	if k := x.continued(s); k >= 0 {
		x.out[k].Content = append(x.out[k].Content, spans...)
		return
	}
	d := draft{Claim: claims.Claim{Speaker: x.carry.speaker, Source: x.carry.source, Cue: x.carry.cue, Content: spans}}
	if x.add(s, d) && len(x.carry.context) > 0 {
		x.out[len(x.out)-1].Context = x.carry.context
	}
}

// continued is the index of the claim in this block that the sentence goes on
// with, or -1: the last of the sentence before that somebody made in words.
func (x *extractor) continued(s *sentence) int {
	last := len(x.out) - 1
	for k := last; k >= 0 && x.out[k].at == x.out[last].at && x.out[k].block == s.block; k-- {
		if d := &x.out[k]; d.outer == 0 && d.Kind != claims.Own && d.Speaker != nil && d.Stance != claims.Attitude {
			return k
		}
	}
	return -1
}
