package report

import (
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// Since tells how a report differs from an earlier one, which was called file.
// A finding is still open where the earlier report has its ID, or has a finding
// of the same relation between two claims that stand on its two sides: which of
// a matter's claims are named first changes as articles come in.
func Since(now, before *compare.Report, file string) *compare.Since {
	s := &compare.Since{File: file, New: []string{}, Gone: []compare.Gone{}}
	had, have := index(before.Findings), index(now.Findings)
	for _, f := range now.Findings {
		if !had.holds(f) {
			s.New = append(s.New, f.ID)
		}
	}
	var old map[string]claims.Claim
	for _, f := range before.Findings {
		if have.holds(f) {
			continue
		}
		if old == nil {
			old = byID(before.Claims)
		}
		s.Gone = append(s.Gone, compare.Gone{Finding: f, A: old[f.A], B: old[f.B]})
	}
	return s
}

func byID(all []claims.Claim) map[string]claims.Claim {
	out := make(map[string]claims.Claim, len(all))
	for _, c := range all {
		out[c.ID] = c
	}
	return out
}

// opposed is a pair of claims, the lesser ID first, and how they stand.
type opposed struct {
	relation compare.Relation
	a, b     string
}

func between(r compare.Relation, a, b string) opposed { return opposed{r, min(a, b), max(a, b)} }

// matters are the findings of a report, by the pairs of claims that stand
// opposed in each.
type matters map[opposed]bool

// index files each finding under its pairs.
func index(findings []compare.Finding) matters {
	m := matters{}
	for _, f := range findings {
		for _, p := range pairs(f) {
			m[p] = true
		}
	}
	return m
}

// holds reports whether one of the finding's pairs is among the matters.
func (m matters) holds(f compare.Finding) bool {
	return slices.ContainsFunc(pairs(f), func(p opposed) bool { return m[p] })
}

// pairs are the finding's own pair, and those that each of its two claims makes
// with the further claims of the other side. Pairs of two further claims are
// left out: there may be very many.
func pairs(f compare.Finding) []opposed {
	out := []opposed{between(f.Relation, f.A, f.B)}
	for _, id := range f.Also.A {
		out = append(out, between(f.Relation, id, f.B))
	}
	for _, id := range f.Also.B {
		out = append(out, between(f.Relation, f.A, id))
	}
	return out
}
