package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// find turns verdicts into findings and what was set aside.
func (r *run) find() {
	slices.SortStableFunc(r.pairs, func(x, y judged) int { return cmp.Or(before(x.a, y.a), before(x.b, y.b)) })
	settling := settling{
		judge: r.opt.Judge.Name(),
		story: func(article string) string { return r.storyOf[article] },
		words: func(s *statement, at claims.Span) string { return at.In(r.byID[s.Claim.Article].Text) },
	}
	f := newFolding()
	for _, p := range r.pairs {
		if o, ok := settling.settle(p); ok {
			o.Topic = cmp.Or(r.topicOf[r.place(p.a)], r.topicOf[r.place(p.b)])
			f.take(o)
		}
	}
	findings, aside := f.end()
	r.report.Findings = append(r.report.Findings, findings...)
	r.report.SetAside = append(r.report.SetAside, aside...)
}

// Fold makes the findings of a run, best first, and what it sets aside of all
// pairs that were opposed in it.
func Fold(list []Opposed) ([]compare.Finding, []compare.SetAside) {
	slices.SortFunc(list, func(x, y Opposed) int { return x.inNews(&y) })
	f := newFolding()
	for _, o := range list {
		f.take(o)
	}
	return f.end()
}

// folding gathers what is opposed, pair of claims by pair of claims.
type folding struct {
	best  map[[2]string]Opposed
	aside map[[2]string]compare.SetAside
}

func newFolding() folding {
	return folding{map[[2]string]Opposed{}, map[[2]string]compare.SetAside{}}
}

// take files a pair of statements. Of what is set aside the first reason for a
// pair of claims stays. Pairs are taken in the order of the news.
func (f folding) take(o Opposed) {
	key := [2]string{o.A, o.B}
	if o.Guard != "" {
		if _, ok := f.aside[key]; !ok {
			f.aside[key] = compare.SetAside{A: o.A, B: o.B, Reason: o.Guard, Type: o.Type, Why: o.Why}
		}
		return
	}
	if old, ok := f.best[key]; !ok {
		f.best[key] = o
	} else {
		f.best[key] = better(old, o)
	}
}

// end folds what was taken.
func (f folding) end() ([]compare.Finding, []compare.SetAside) {
	for key := range f.best {
		delete(f.aside, key)
	}
	return rank(fold(values(f.best))), sortedAside(values(f.aside))
}

// relate says which desk a pair goes to, or the code of the guard that holds it
// back.
func (t *settling) relate(p judged) (compare.Relation, string) {
	switch {
	case p.verdict.Rule == editRule:
		return compare.Edit, ""
	case p.told != nil:
		return relateReported(p)
	}
	relation, guard := relate(*p.a.Claim, *p.b.Claim, p.verdict, sameDay(p))
	if guard == "" {
		guard = t.doubt(p, relation)
	}
	return relation, guard
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
