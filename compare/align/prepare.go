package align

import (
	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// maxWords is how many words of a statement are compared. The work of an
// alignment grows with the square; a longer statement is no sentence.
const maxWords = 400

// Prepare makes a statement ready, once for all comparisons. Of a statement of
// more than 400 words the rest is left out.
func Prepare(s compare.Statement, lex *lexicon.Lexicon) *Statement {
	p := &Statement{Statement: s}
	p.Words = split(s.Text, lex)
	if len(p.Words) > maxWords {
		p.Words = p.Words[:maxWords]
	}
	p.phrases(lex)
	p.clauses()
	p.weigh(lex)
	p.mood()
	p.findTurns()
	p.stance()
	p.imply(lex)
	p.Values = quantity.Find(s.Text, claims.Span{End: len(s.Text)})
	return p
}

// imply collects what is meant and not said.
func (p *Statement) imply(lex *lexicon.Lexicon) {
	if s := p.Context; s != "" {
		p.Asked = split(s, lex)
		for i := range p.Asked {
			w := &p.Asked[i]
			if w.Weight = w.weight(); w.Weight > 0 {
				p.Implied = append(p.Implied, *w)
			}
		}
	}
	c := p.Claim
	if c == nil {
		return
	}
	p.Quote = c.Kind == claims.Direct || c.Kind == claims.Mixed
	if c.Speaker == nil {
		return
	}
	for _, w := range split(c.Speaker.Party+" "+c.Speaker.Affiliation, lex) {
		if w.Weight = w.weight(); w.Weight > 0 {
			w.Name = true
			p.Implied = append(p.Implied, w)
		}
	}
}
