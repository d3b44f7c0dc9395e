package check

import (
	"cmp"
	"slices"

	"crosscheck/compare"
)

// rank puts the findings in the order in which an editor should read them.
func rank(list []Opposed) []compare.Finding {
	sortFindings(list)
	out := make([]compare.Finding, len(list))
	for i := range list {
		out[i] = list[i].Finding
	}
	return out
}

// sortFindings sorts by score; between equals, across articles comes before
// inside one, what is said plainly before what is not, and then the order of
// the claims decides, so that the same input gives the same order.
func sortFindings(list []Opposed) {
	slices.SortFunc(list, func(x, y Opposed) int {
		return cmp.Or(
			cmp.Compare(y.Score, x.Score),
			cmp.Compare(across(&y), across(&x)),
			cmp.Compare(plainness(&y), plainness(&x)),
			inOrder(x.ClaimA, y.ClaimA),
			inOrder(x.ClaimB, y.ClaimB),
		)
	})
}

// across is 1 for a finding between two articles, else 0.
func across(f *Opposed) int {
	if f.ClaimA.Article != f.ClaimB.Article {
		return 1
	}
	return 0
}
