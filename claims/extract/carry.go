package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// carry is who is being quoted, carried from sentence to sentence and from
// paragraph to paragraph.
type carry struct {
	speaker *claims.Speaker
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

// remember notes the speaker of the last attribution of a sentence.
func (c *carry) remember(found []draft) {
	for _, d := range found {
		if d.Kind == claims.Own || d.Kind == claims.Titled || d.Speaker == nil {
			continue
		}
		c.speaker, c.source, c.cue, c.context = d.Speaker, d.Source, d.Cue, d.Context
	}
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

// continued is the index of the direct claim in this block that the sentence
// goes on with, or -1.
func (x *extractor) continued(s *sentence) int {
	k := len(x.out) - 1
	if k < 0 || x.out[k].block != s.block || x.out[k].Kind != claims.Direct || x.out[k].Speaker == nil {
		return -1
	}
	return k
}
