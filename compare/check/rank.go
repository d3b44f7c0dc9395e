package check

import (
	"cmp"
	"slices"

	"crosscheck/compare"
)

// rank puts the findings in the order in which an editor should read them.
func (r *run) rank(list []compare.Finding) []compare.Finding {
	r.sortFindings(list)
	return list
}

// sortFindings sorts by score; between equals, across articles comes before
// inside one, what is said plainly before what is not, and then the order of
// the claims decides, so that the same input gives the same order.
func (r *run) sortFindings(list []compare.Finding) {
	slices.SortFunc(list, func(x, y compare.Finding) int {
		return cmp.Or(
			cmp.Compare(y.Score, x.Score),
			cmp.Compare(r.across(y), r.across(x)),
			cmp.Compare(r.plainness(y), r.plainness(x)),
			cmp.Compare(r.order[x.A], r.order[y.A]),
			cmp.Compare(r.order[x.B], r.order[y.B]),
		)
	})
}

// across is 1 for a finding between two articles, else 0.
func (r *run) across(f compare.Finding) int {
	if r.claims[f.A].Article != r.claims[f.B].Article {
		return 1
	}
	return 0
}
