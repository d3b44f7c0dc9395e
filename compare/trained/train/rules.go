package main

import (
	"context"
	"sync"

	"crosscheck/claims/cores"
	"crosscheck/compare"
	"crosscheck/compare/jury"
	"crosscheck/compare/rule"
)

// withRules is how well the contradictions of a set are found by the forest and the rules
// together, as package jury pools them for bare statements.
func (t *table) withRules(name string) result {
	j := rule.New()
	var out result
	var mu sync.Mutex
	_ = cores.Each(context.Background(), len(t.rows), func(i int) {
		r := &t.rows[i]
		if r.set != name {
			return
		}
		p := r.p()
		v := j.Infer(j.Read(compare.Statement{Text: r.premise}), j.Read(compare.Statement{Text: r.hypothesis}))
		s := jury.Pool(compare.Scores{Entailment: float64(p[0]), Neutral: float64(p[1]), Contradiction: float64(p[2])}, v.Scores)
		flagged, contradicts := s.Contradiction >= max(s.Entailment, s.Neutral), r.label == contradiction
		mu.Lock()
		defer mu.Unlock()
		out.flagged += count(flagged)
		out.contradicts += count(contradicts)
		out.found += count(flagged && contradicts)
	})
	return out
}
