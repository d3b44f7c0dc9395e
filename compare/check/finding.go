package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/dispute"
)

// find turns verdicts into findings and what was set aside.
func (r *run) find() {
	r.know()
	best := map[[2]string]compare.Finding{}
	aside := map[[2]string]compare.SetAside{}
	for _, p := range r.pairs {
		key := [2]string{p.a.Claim.ID, p.b.Claim.ID}
		if p.verdict.Guard != "" {
			keep(aside, key, r.setAside(p, p.verdict.Guard))
			continue
		}
		if p.verdict.Label != compare.Contradiction {
			continue
		}
		relation, guard := r.relate(p)
		if guard != "" {
			keep(aside, key, r.setAside(p, guard))
			continue
		}
		f := r.finding(p, relation)
		if old, ok := best[key]; !ok {
			best[key] = f
		} else {
			best[key] = better(old, f)
		}
	}
	for key := range best {
		delete(aside, key)
	}
	r.report.Findings = append(r.report.Findings, r.rank(r.fold(values(best)))...)
	r.report.SetAside = append(r.report.SetAside, sortedAside(values(aside))...)
}

// know notes the claims that the pairs are of, and their order.
func (r *run) know() {
	r.claims, r.order = map[string]*claims.Claim{}, map[string]int{}
	var list []*claims.Claim
	for _, p := range r.pairs {
		for _, c := range []*claims.Claim{p.a.Claim, p.b.Claim} {
			if r.claims[c.ID] == nil {
				r.claims[c.ID] = c
				list = append(list, c)
			}
		}
	}
	slices.SortFunc(list, inOrder)
	for i, c := range list {
		r.order[c.ID] = i
	}
	slices.SortFunc(r.pairs, func(x, y judged) int { return cmp.Or(before(x.a, y.a), before(x.b, y.b)) })
}

// relate says which desk a pair goes to, or the code of the guard that holds it
// back.
func (r *run) relate(p judged) (compare.Relation, string) {
	switch {
	case p.verdict.Rule == editRule:
		return compare.Edit, ""
	case p.told != nil:
		return relateReported(p)
	}
	relation, guard := relate(*p.a.Claim, *p.b.Claim, p.verdict, r.sameDay(p))
	if guard == "" {
		guard = r.doubt(p, relation)
	}
	return relation, guard
}

// finding is the finding for a pair that opposes.
func (r *run) finding(p judged, relation compare.Relation) compare.Finding {
	v := p.verdict
	judge := r.opt.Judge.Name()
	e := compare.Evidence{A: locate(p.a, v.Evidence.A), B: locate(p.b, v.Evidence.B)}
	switch {
	case relation == compare.Edit:
		judge = editor
	case p.told != nil:
		judge, e = dispute.Name, p.told.evidence
	}
	return compare.Finding{
		ID: findingID(p.a.Claim.ID, p.b.Claim.ID, relation), Relation: relation, Type: v.Type,
		A: p.a.Claim.ID, B: p.b.Claim.ID, Score: v.Score, Why: v.Why, Judge: judge, Opinions: v.Opinions, Rule: v.Rule,
		Evidence: e,
		Topic:    cmp.Or(r.topicOf[r.place(p.a)], r.topicOf[r.place(p.b)]),
		Also:     compare.Also{A: []string{}, B: []string{}},
	}
}

func (r *run) setAside(p judged, reason string) compare.SetAside {
	return compare.SetAside{A: p.a.Claim.ID, B: p.b.Claim.ID, Reason: reason, Type: p.verdict.Type, Why: p.verdict.Why}
}

// findingID is the same whichever claim stands first.
func findingID(a, b string, relation compare.Relation) string {
	if a > b {
		a, b = b, a
	}
	h := sha256.Sum256([]byte(a + "\x00" + b + "\x00" + string(relation)))
	return "f_" + hex.EncodeToString(h[:])[:12]
}

// locate moves evidence from the statement's text to the article's.
func locate(s *statement, spans []claims.Span) []claims.Span {
	out := []claims.Span{}
	for _, at := range spans {
		out = append(out, s.Locate(at)...)
	}
	return out
}

// keep files what was set aside; the first reason for a pair stays.
func keep(aside map[[2]string]compare.SetAside, key [2]string, s compare.SetAside) {
	if _, ok := aside[key]; !ok {
		aside[key] = s
	}
}

func values[K comparable, V any](m map[K]V) []V {
	out := make([]V, 0, len(m))
	for _, v := range m {
		out = append(out, v)
	}
	return out
}

func sortedAside(list []compare.SetAside) []compare.SetAside {
	slices.SortFunc(list, func(a, b compare.SetAside) int {
		return cmp.Or(cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return list
}
