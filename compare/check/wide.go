package check

import (
	"crosscheck/compare/jury"
	"crosscheck/compare/topic"
)

// wideStatements is up to how many statements of a story every two are judged by a
// judge whose bar is lower than usual: 31,000 pairs, or a twentieth of a second.
const wideStatements = 250

// wide reports a judge that tells of less than the usual score. It is asked about
// statements of a story that share no word, too: of one matter people speak in
// different words ("an illegal deal", "nobody broke the law"), and what is thought of
// it is told by a low score. At the usual bar that finds nothing more.
func (o Options) wide() bool {
	judge, ok := o.Judge.(interface{ Bar() float64 })
	return ok && judge.Bar() < jury.Flag && o.Second.Scorer == nil
}

// widen adds to the candidates of a small story every other pair that is worth
// judging, with a similarity of 0: what goes by words alone is not believed of them.
func (d *dossier) widen(candidates []topic.Candidate, worth func(a, b int32) bool) []topic.Candidate {
	n := int32(len(d.stands))
	if n > wideStatements {
		return candidates
	}
	known := make(map[[2]int32]bool, len(candidates))
	for _, c := range candidates {
		known[[2]int32{min(c.A, c.B), max(c.A, c.B)}] = true
	}
	for a := range n {
		for b := a + 1; b < n; b++ {
			if !known[[2]int32{a, b}] && worth(a, b) {
				candidates = append(candidates, topic.Candidate{A: a, B: b})
			}
		}
	}
	return candidates
}
