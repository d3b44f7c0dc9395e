package certainty

import "crosscheck/claims"

// hedge files a hedge; those that approximate numbers need one behind them.
func (f *finder) hedge(c *claims.Certainty, s sentence, h hit) {
	x := claims.Hedge{Span: f.span(h.from, h.to), Kind: claims.Plausibility, Main: s.main.has(h.from)}
	switch {
	case h.class&noHedge != 0:
		return
	case h.class&hearsay != 0:
		x.Kind = claims.Hearsay
	case h.class&near != 0:
		x.Kind = claims.Approximator
	case h.class&number != 0:
		if !f.numeral(h.to) {
			return
		}
		x.Kind = claims.Approximator
	}
	c.Hedges = append(c.Hedges, x)
}

// numeral reports a number at word i.
func (f *finder) numeral(i int) bool {
	n := f.norm(i)
	return f.class(i)&numeral != 0 || n != "" && n[0] >= '0' && n[0] <= '9'
}
