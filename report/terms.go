package report

import "cmp"

// TermList explains the terms of a page, those that occur in it.
type TermList struct {
	Title string
	Terms []Term
}

// terms explains the relations and types that occur, and what decided.
func terms(v *View) []TermList {
	var types, judges counter
	for _, x := range v.Findings {
		types.add(x.Type)
		id := cmp.Or(x.Rule, x.Judge)
		judges.add(Term{ID: id, Name: id, Doc: x.Doc})
	}
	var out []TermList
	for _, l := range []TermList{
		{"Relations: whose desk it is", explained(v.Totals.Relations)},
		{"Types: what the opposition consists in", explained(types.most())},
		{"Rules: what decided", explained(judges.most())},
	} {
		if len(l.Terms) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// explained are the terms that have an explanation.
func explained(counts []Count) []Term {
	var out []Term
	for _, c := range counts {
		if c.Doc != "" {
			out = append(out, c.Term)
		}
	}
	return out
}
