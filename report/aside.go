package report

import (
	"cmp"
	"slices"

	"crosscheck/compare"
)

// The bounds on what is shown of what was set aside: it is there to be
// sampled, and the JSON has all of it.
const (
	maxAside     = 50  // pairs shown for one reason: a long page of print
	maxAsideText = 240 // runes of a statement
)

// aside groups what was set aside by reason, the most frequent first.
func (f *filler) aside() []Aside {
	var out []Aside
	at := map[string]int{}
	for _, x := range f.report.SetAside {
		i, ok := at[x.Reason]
		if !ok {
			i = len(out)
			at[x.Reason] = i
			reason := OfReason(x.Reason)
			reason.Doc = f.docs[x.Reason]
			out = append(out, Aside{Reason: reason})
		}
		if out[i].N++; out[i].N <= maxAside {
			out[i].Pairs = append(out[i].Pairs, f.asidePair(x))
		}
	}
	slices.SortFunc(out, func(a, b Aside) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Reason.ID, b.Reason.ID))
	})
	return out
}

func (f *filler) asidePair(x compare.SetAside) AsidePair {
	return AsidePair{
		A: f.source(x.A), B: f.source(x.B),
		TextA: f.text(x.A), TextB: f.text(x.B),
		Type: OfType(x.Type), Why: why(x.Why),
	}
}

// text is what the claim with the ID says, shortened.
func (f *filler) text(id string) string {
	if c := f.claims[id]; c != nil {
		return clip(told(c, f.articles[c.Article]), maxAsideText)
	}
	return ""
}

// Hidden is how many pairs are not in Pairs.
func (a Aside) Hidden() int { return a.N - len(a.Pairs) }
