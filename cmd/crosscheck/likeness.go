package main

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/topic"
)

// likeness collects which claims of two articles say the same.
type likeness struct {
	report  *compare.Report
	claims  map[string]*claims.Claim
	order   map[string]int     // place of a claim in the report
	opposed map[[2]string]bool // see against
	pairs   []compare.Pair     // to be judged, in both directions
	asked   [][2]*claims.Claim // the claims of each
	links   []link
}

// link is two claims that say the same, a of the first article.
type link struct {
	a, b   string
	weight float64
}

// copied is the weight of a text that one outlet has from another: above all
// that a judge says.
const copied = 2

func newLikeness(r *compare.Report) *likeness {
	l := &likeness{report: r, claims: map[string]*claims.Claim{}, order: map[string]int{}, opposed: against(r)}
	for i := range r.Claims {
		l.claims[r.Claims[i].ID] = &r.Claims[i]
		l.order[r.Claims[i].ID] = i
	}
	for _, c := range r.Copies {
		l.across(c.Claims, func(a, b *claims.Claim) { l.link(a, b, copied) })
	}
	l.ask()
	return l
}

// maxAsked is how many pairs of claims are judged whatever their topic: two
// articles of a hundred claims, which takes a second. Of longer ones only claims
// of one topic are.
const maxAsked = 10_000

// ask lists the pairs to be judged.
func (l *likeness) ask() {
	add := func(a, b *claims.Claim) {
		if !l.may(a, b) {
			return
		}
		x, y := compare.Statement{Text: a.Text}, compare.Statement{Text: b.Text} // whoever says it
		l.pairs = append(l.pairs, compare.Pair{A: x, B: y}, compare.Pair{A: y, B: x})
		l.asked = append(l.asked, [2]*claims.Claim{a, b}, [2]*claims.Claim{a, b})
	}
	n := len(l.report.Claims)
	if n*n <= 4*maxAsked {
		var all []string
		for _, c := range l.report.Claims {
			all = append(all, c.ID)
		}
		l.across(all, add)
		return
	}
	for _, t := range l.report.Topics {
		l.across(t.Claims, add)
	}
}

// ofOneThing reports whether the claims of a pair share what carries a topic: a judge may
// find that little follows from much.
func (l *likeness) ofOneThing(pair int) bool {
	return topic.Likeness(l.pairs[pair].A.Text, l.pairs[pair].B.Text) >= topic.Suggest
}

// may reports whether two claims could say the same: they are not held against
// each other, and their speakers stand by them alike.
func (l *likeness) may(a, b *claims.Claim) bool {
	return a.Stance == b.Stance && !l.opposed[[2]string{a.ID, b.ID}] && !l.opposed[[2]string{b.ID, a.ID}]
}

// against are the pairs of claims that a finding holds against each other.
func against(r *compare.Report) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, f := range r.Findings {
		for _, a := range append([]string{f.A}, f.Also.A...) {
			for _, b := range append([]string{f.B}, f.Also.B...) {
				out[[2]string{a, b}] = true
			}
		}
	}
	return out
}

// across calls f for each two of the claims that are of two articles.
func (l *likeness) across(ids []string, f func(a, b *claims.Claim)) {
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if x, y := l.claims[a], l.claims[b]; x != nil && y != nil && x.Article != y.Article {
				f(x, y)
			}
		}
	}
}

// link notes that two claims say the same.
func (l *likeness) link(a, b *claims.Claim, weight float64) {
	if !l.may(a, b) {
		return
	}
	if a.Article != l.report.Articles[0].ID {
		a, b = b, a
	}
	l.links = append(l.links, link{a.ID, b.ID, weight})
}

// best are links of which no two share a claim, the heaviest chosen first.
func (l *likeness) best() [][2]string {
	slices.SortStableFunc(l.links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(l.order[x.a], l.order[y.a]), cmp.Compare(l.order[x.b], l.order[y.b]))
	})
	taken := map[string]bool{}
	var out [][2]string
	for _, k := range l.links {
		if !taken[k.a] && !taken[k.b] {
			taken[k.a], taken[k.b] = true, true
			out = append(out, [2]string{k.a, k.b})
		}
	}
	slices.SortFunc(out, func(x, y [2]string) int { return cmp.Compare(l.order[x[0]], l.order[y[0]]) })
	return out
}
