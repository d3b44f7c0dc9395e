package certainty

import "crosscheck/claims"

// quantifierKinds are the kinds by class.
var quantifierKinds = []struct {
	class class
	kind  claims.QuantifierKind
}{
	{notAll, claims.NotAll}, {most, claims.Most}, {few, claims.Few}, {none, claims.None}, {all, claims.All},
	{many, claims.Many}, {some, claims.Some}, {plainMost, claims.Most},
}

// quantifier files a quantifier, unless it is a superlative, "the most famous",
// approximates a number, "some 30", or is no word of amount.
func (f *finder) quantifier(c *claims.Certainty, h hit) {
	before := f.class(h.from - 1)
	switch {
	case h.class&other != 0, f.answers(h):
		return
	case h.class&plainMost != 0 && (before&(determiner|auxiliary) != 0 || f.ends(h.to)):
		return
	case h.class&some != 0 && f.norm(h.from) == "some" && f.numeral(h.to):
		return
	}
	for _, k := range quantifierKinds {
		if h.class&k.class != 0 {
			c.Quantifiers = append(c.Quantifiers, claims.Quantifier{Span: f.span(h.from, h.to), Kind: k.kind})
			return
		}
	}
}

// ends reports whether nothing, or a mark, follows at word i.
func (f *finder) ends(i int) bool { return i >= len(f.words) || f.words[i].Punct }
