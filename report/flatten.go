package report

import (
	"cmp"
	"slices"

	"crosscheck/claims"
)

// Part is the part that words play in a claim, in the terms of PARC.
type Part string

// The parts of a claim. They have the names of a [claims.Claim]'s fields.
const (
	ContentPart Part = "content"
	SourcePart  Part = "source"
	CuePart     Part = "cue"
	ContextPart Part = "context"
)

// partOrder puts a source, a cue or a context inside the content that has the
// same bounds.
var partOrder = []Part{ContentPart, SourcePart, CuePart, ContextPart}

// Mark is a stretch of an article's text that plays a part in its claims.
type Mark struct {
	claims.Span
	Part   Part
	Kind   claims.Kind // of the claim whose content this is; "" for the other parts
	Claims []int       // the claims' numbers, from 1; several where they share a source, a cue or a context
}

// Stretch is a run of text over which the same marks lie.
type Stretch struct {
	claims.Span
	Marks []int // which of the marks, outermost first; empty where there is none
}

// maxDeep is how many marks may lie over one byte. Real articles reach five,
// an attribution in an attribution; a text made of nothing else would grow the
// page with the square of its length, and browsers stop nesting at 512.
const maxDeep = 16

// Flatten cuts text wherever a mark begins or ends, and at the edges. Put
// together the stretches are the text, byte for byte. Marks may nest, overlap
// and stand in any order.
//
// Passed over are marks and edges that do not fit the text, marks of no
// length, and a mark that would lie on top of 16 others.
func Flatten(text string, marks []Mark, edges ...int) []Stretch {
	order := outermostFirst(text, marks)
	cuts := cutsOf(text, marks, order, edges)
	var out []Stretch
	var over []int // marks over the stretch, outermost first
	for i := 1; i < len(cuts); i++ {
		s := claims.Span{Start: cuts[i-1], End: cuts[i]}
		over = slices.DeleteFunc(over, func(m int) bool { return marks[m].End <= s.Start })
		for len(order) > 0 && marks[order[0]].Start == s.Start {
			if len(over) < maxDeep {
				over = append(over, order[0])
			}
			order = order[1:]
		}
		out = append(out, Stretch{s, slices.Clone(over)})
	}
	return out
}

// outermostFirst are the indices of the marks that fit the text, in the order
// in which they begin, the longer of two first.
func outermostFirst(text string, marks []Mark) []int {
	var order []int
	for i, m := range marks {
		if fits(text, m.Span) && m.Len() > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := marks[i], marks[j]
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End),
			cmp.Compare(slices.Index(partOrder, a.Part), slices.Index(partOrder, b.Part)))
	})
	return order
}

// cutsOf are the places where text is cut, in order, each once.
func cutsOf(text string, marks []Mark, order, edges []int) []int {
	cuts := []int{0, len(text)}
	for _, i := range order {
		cuts = append(cuts, marks[i].Start, marks[i].End)
	}
	for _, e := range edges {
		if fits(text, claims.Span{Start: e, End: e}) {
			cuts = append(cuts, e)
		}
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}
