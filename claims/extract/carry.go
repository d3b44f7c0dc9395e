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
	// waiting are the drafts of an open quotation without a cue, by index: a
	// later paragraph that goes on with it may say whose it is.
	waiting []int
}

// enter begins a block. What is said in a headline does not go on in the body.
func (c *carry) enter(b claims.Block) {
	if b.Kind != claims.Paragraph {
		*c = carry{}
	}
}

// remember notes the speaker of the last attribution of a sentence that is not
// part of what another says: in "Lee said Hale should insist that ..." it is Lee.
func (c *carry) remember(found []draft) {
	for _, d := range found {
		if d.Kind == claims.Own || d.Kind == claims.Titled || d.Speaker == nil || d.outer != 0 {
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

// floating files a sentence that is only a quotation: it continues the direct
// speech before it in the paragraph (PARC: one attribution with discontinuous
// content), else belongs to whoever was quoted last.
func (x *extractor) floating(s *sentence) {
	spans := trimmed(x.a.Text, s.contents(0, len(s.units)))
	if first := s.quotation(0); !first.Continues {
		x.carry.waiting = nil
	}
	if k := x.continued(s); k >= 0 {
		d := &x.out[k]
		d.Content = append(d.Content, spans...)
		if d.Kind == claims.Reported {
			d.Kind = claims.Mixed
		}
		return
	}
	d := draft{Claim: claims.Claim{Speaker: x.carry.speaker, Source: x.carry.source, Cue: x.carry.cue, Content: spans}}
	if !x.add(s, d) {
		return
	}
	at := len(x.out) - 1
	if len(x.carry.context) > 0 {
		x.out[at].Context = x.carry.context
	}
	if last := s.quotation(len(s.units) - 1); last.Open {
		x.carry.waiting = append(x.carry.waiting, at)
	}
}

// quotation is the one at unit i of a sentence of quotations, or the nearest to
// it where a mark stands there.
func (s *sentence) quotation(i int) *quote.Quotation {
	for d := range len(s.units) {
		for _, k := range [...]int{i + d, i - d} {
			if k >= 0 && k < len(s.units) && s.units[k].quoted() {
				return s.units[k].quote
			}
		}
	}
	return &quote.Quotation{}
}

// settle gives the drafts that wait to whoever is said to go on with their
// quotation in this sentence; none waits any longer.
func (x *extractor) settle(s *sentence, found []draft) {
	waiting := x.carry.waiting
	x.carry.waiting = nil
	if len(waiting) == 0 {
		return
	}
	for i := range s.units {
		u := &s.units[i]
		if !u.quoted() || !u.quote.Continues {
			continue
		}
		for _, d := range found {
			if d.Speaker != nil && d.outer == 0 && d.Kind != claims.Own && overlaps(d.Content, u.Span) {
				for _, k := range waiting {
					x.out[k].Speaker, x.out[k].Source, x.out[k].Cue, x.out[k].Context = d.Speaker, d.Source, d.Cue, nil
				}
				return
			}
		}
	}
}

func overlaps(list []claims.Span, at claims.Span) bool {
	for _, s := range list {
		if s.Overlaps(at) {
			return true
		}
	}
	return false
}

// continued is the index of the claim in this block that the sentence goes on
// with, or -1: the last of the sentence before that somebody made in words.
func (x *extractor) continued(s *sentence) int {
	last := len(x.out) - 1
	for k := last; k >= 0 && x.out[k].at == x.out[last].at && x.out[k].block == s.block; k-- {
		if d := &x.out[k]; d.outer == 0 && d.Kind != claims.Own && d.Speaker != nil && d.Stance == claims.Asserted {
			return k
		}
	}
	return -1
}
