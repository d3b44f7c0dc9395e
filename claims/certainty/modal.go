package certainty

import (
	"strings"

	"crosscheck/claims"
)

// modalKinds are the kinds by class, in the order asked.
var modalKinds = []struct {
	class class
	kind  claims.ModalKind
}{
	{counterfactual, claims.Counterfactual}, {epistemic, claims.Possibility}, {probability, claims.Probability},
	{obligation, claims.Obligation}, {possibility, claims.Possibility}, {ability, claims.Ability}, {future, claims.Future},
}

// modal files a modal expression, unless it is the month, a noun or a name.
func (f *finder) modal(c *claims.Certainty, s sentence, h hit) {
	if h.class&ordinary != 0 || f.named(h) {
		return
	}
	m := claims.Modal{Span: f.modalSpan(h), Main: s.main.has(h.from)}
	for _, k := range modalKinds {
		if h.class&k.class != 0 {
			m.Kind = k.kind
			break
		}
	}
	c.Modals = append(c.Modals, m)
}

// named reports a noun or a name where a modal verb was listed: "the will",
// "May 5", "Will Roe".
func (f *finder) named(h hit) bool {
	if h.to > h.from+1 || strings.Contains(f.norm(h.from), "'") {
		return false
	}
	before := f.class(h.from - 1)
	if before&determiner != 0 && before&subject == 0 || f.norm(h.from-1) == "of" {
		return true
	}
	return f.words[h.from].Capital && f.class(h.to)&(subject|determiner) == 0
}

// modalSpan is the part of a contraction that is modal: "ca" of "can't", "'ll"
// of "they'll".
func (f *finder) modalSpan(h hit) claims.Span {
	at := f.span(h.from, h.to)
	if h.to == h.from+1 {
		if cue := f.cue(h); cue.Start > at.Start {
			at.End = cue.Start
		} else if strings.HasSuffix(f.norm(h.from), "'ll") {
			at.Start += strings.LastIndexAny(at.In(f.text), "'’")
		}
	}
	return at
}
