package eval

import (
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// Kind says how much of a content stands between quotation marks.
type Kind string

// The kinds, as PARC 3.0 has them (Pareti 2016), and all of them together.
const (
	Direct   Kind = "direct"   // all of it
	Mixed    Kind = "mixed"    // some of it
	Indirect Kind = "indirect" // nothing
	All      Kind = "all"
)

// kinds are the kinds in the order of the table.
var kinds = []Kind{Direct, Mixed, Indirect, All}

// kind is the kind of a content. Gold and claims are told by the same rule,
// from the text alone, so that a change of the extraction moves no gold from
// one row of the table to another.
func (r *ruler) kind(content []claims.Span) Kind {
	switch count(r.quoted, content) {
	case 0:
		return Indirect
	case r.size(content):
		return Direct
	}
	return Mixed
}

// quotation reports a content that is one whole quotation, from mark to mark.
// Where a person marked each sentence of a quotation by itself, none is.
func (r *ruler) quotation(content []claims.Span) bool {
	return slices.ContainsFunc(r.quotes, func(q claims.Span) bool { return iou(r.alnum, content, []claims.Span{q}) == 1 })
}

// inside returns which stretches of a text stand between quotation marks, in
// order: as the extraction reads them, so that the two can only differ in what
// they attribute. A block that is no prose has none.
func inside(text string, blocks []claims.Block) []claims.Span {
	var out []claims.Span
	for _, quotations := range quote.Blocks(text, blocks) {
		for _, q := range quotations {
			out = append(out, q.Inner)
		}
	}
	return out
}
