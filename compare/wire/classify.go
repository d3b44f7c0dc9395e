package wire

import (
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// rest is what a change leaves once all is gone that tells the same.
type rest struct {
	d    *difference
	at   change
	a, b []*token // tokens that differ, in order
	// left and right are how many of them carry content.
	left, right int
}

// judged is what a kind of edit says of a rest.
type judged struct {
	kind     Change
	typ      compare.Type
	strength float64
	a, b     []*token // the words that decide; none for all of the rest
}

// kinds are the kinds of edits, the gravest first: the first that fits tells.
var kinds = []func(*rest) (judged, bool){negated, figures, days, sourced, forced, opposed, named, qualified, requoted, reworded}

// classify says what a rest is, and false where it is none that matters.
func (r *rest) classify() (Edit, bool) {
	if !r.tells() || r.framing() {
		return Edit{}, false
	}
	for _, kind := range kinds {
		j, ok := kind(r)
		if !ok {
			continue
		}
		if j.strength == 0 {
			return Edit{}, false
		}
		if j.a == nil && j.b == nil {
			j.a, j.b = r.a, r.b
		}
		e := Edit{Type: j.typ, Kind: j.kind, Strength: j.strength}
		e.A = cover(r.d.a, j.a, r.at.a0)
		e.B = cover(r.d.b, j.b, r.at.b0)
		e.Why = why(e, r.d.a.text, r.d.b.text)
		return e, true
	}
	return Edit{}, false
}

// rest drops from a change the words that moved, and those that the other side
// has in another form.
func (d *difference) rest(c change) *rest {
	r := &rest{d: d, at: c}
	for i := c.a0; i < c.a1; i++ {
		if !d.twinA[i] {
			r.a = append(r.a, &d.a.tokens[i])
		}
	}
	for j := c.b0; j < c.b1; j++ {
		if !d.twinB[j] {
			r.b = append(r.b, &d.b.tokens[j])
		}
	}
	if letters(r.a) == letters(r.b) {
		return &rest{d: d, at: c}
	}
	r.pair()
	r.left, r.right = content(r.a), content(r.b)
	return r
}

// pair drops the words that have one alike on the other side.
func (r *rest) pair() {
	var a []*token
	for _, x := range r.a {
		if k := likest(x, r.b); k >= 0 {
			r.b = append(r.b[:k:k], r.b[k+1:]...)
		} else {
			a = append(a, x)
		}
	}
	r.a = a
}

// likest is the place of the first token of b that is alike, -1 for none.
func likest(x *token, b []*token) int {
	for k, y := range b {
		if alike(x, y) {
			return k
		}
	}
	return -1
}

// tells reports whether any word of the rest can change what is told.
func (r *rest) tells() bool {
	for _, side := range [...][]*token{r.a, r.b} {
		for _, t := range side {
			if t.content() || t.turns() || len(t.rungs) > 0 || t.class&(qualifier|turning) != 0 {
				return true
			}
		}
	}
	return false
}

// framing reports whether a change is outside of a quotation: at the end where
// it was cut, or in the words that an outlet puts around it.
func (r *rest) framing() bool {
	a, b, c := &r.d.a, &r.d.b, r.at
	if !a.spoken() && !b.spoken() {
		return false
	}
	if c.a0 == 0 && c.b0 == 0 || c.a1 == len(a.tokens) && c.b1 == len(b.tokens) {
		return true
	}
	return a.marks() && outside(r.a) || b.marks() && outside(r.b)
}

// marks reports whether a copy has words in quotation marks.
func (c *copied) marks() bool {
	return slices.ContainsFunc(c.tokens, func(t token) bool { return t.quoted })
}

func outside(ts []*token) bool {
	return slices.ContainsFunc(ts, func(t *token) bool { return !t.quoted })
}

// oneSided reports whether words were only put in or only left out.
func (r *rest) oneSided() bool { return len(r.a) == 0 || len(r.b) == 0 }

// content is how many tokens carry content.
func content(ts []*token) int {
	n := 0
	for _, t := range ts {
		if t.content() {
			n++
		}
	}
	return n
}

// cover is the span of the tokens; of none, the empty span behind the token
// before at.
func cover(c copied, ts []*token, at int) claims.Span {
	if len(ts) > 0 {
		return claims.Span{Start: ts[0].at.Start, End: ts[len(ts)-1].at.End}
	}
	switch {
	case at > 0 && at <= len(c.tokens):
		end := c.tokens[at-1].at.End
		return claims.Span{Start: end, End: end}
	}
	return claims.Span{}
}
