package align

import (
	"crosscheck/compare/lexicon"
)

// aside are the prepositions behind which stands what a turn is not about:
// "talks between the ministries are frozen".
var aside = map[string]bool{
	"in": true, "on": true, "at": true, "with": true, "from": true, "between": true, "by": true, "during": true, "for": true,
}

// bars reports whether a subject cannot reach back over word k.
func (p *Statement) bars(k int) bool {
	return p.Words[k].Class&lexicon.Saying != 0 || p.Words[k].Norm == "that"
}

// scopeEnd is where the scope of the turn at i ends: at the end of its clause,
// or, for a denial, of its sentence. A saying verb shields what was said ("did
// not say that ...") but for verbs of thinking.
func (p *Statement) scopeEnd(i int, denial bool) int {
	for k := p.Words[i].Last + 1; k < len(p.Words); k++ {
		w := &p.Words[k]
		switch {
		case w.Norm == "." || w.Norm == ";" || w.Norm == "!" || w.Norm == "?" || w.Norm == "but" || w.Norm == "although":
			return k
		case denial:
		case w.Punct && !w.form.quote:
			return k
		case w.Class&lexicon.Boundary != 0 && !scopeGoesOn[w.Norm]:
			return k
		case asks[w.Norm]:
			return k
		case w.Norm == "that" && !p.Has(lexicon.Saying, i, k):
			return k
		case w.Class&lexicon.Saying != 0 && !thinking[w.Norm]:
			return k + 1
		}
	}
	return len(p.Words)
}

// asks are the words that begin what is not known after "not clear".
var asks = map[string]bool{"what": true, "how": true, "why": true, "whether": true, "when": true, "where": true}

// scopeGoesOn are the boundary words that a negator reaches over.
var scopeGoesOn = map[string]bool{"or": true, "than": true, "as": true, "who": true, "which": true, "so": true}

// thinking are verbs whose negation is about what is thought.
var thinking = map[string]bool{"think": true, "believe": true, "feel": true, "thinks": true, "believes": true, "argue": true}
