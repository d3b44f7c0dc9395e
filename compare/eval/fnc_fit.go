package eval

import (
	"hash/fnv"

	"crosscheck/compare"
)

const (
	// fncFolds is how many parts the bodies are dealt into.
	fncFolds = 10
	// innerFolds is how many parts the other folds are dealt into once more, for
	// the threshold of the head.
	innerFolds = 3
)

// fncFit is one way to say "disagree", by place in the pairs that were kept.
type fncFit struct {
	name  string
	score []float64 // in [0, 1]
	said  []bool
}

// fit says "disagree" in each of the ways. The error is that of the head.
func fit(kept []fncPair) ([]fncFit, error) {
	n := len(kept)
	fold := make([]int, n)
	verdict := fncFit{FNCVerdict, make([]float64, n), make([]bool, n)}
	for i, k := range kept {
		fold[i] = foldOf(k.body)
		for _, v := range k.verdicts {
			verdict.score[i] = max(verdict.score[i], v.Scores.Contradiction)
			verdict.said[i] = verdict.said[i] || v.Label == compare.Contradiction
		}
	}
	threshold := fncFit{FNCThreshold, verdict.score, make([]bool, n)}
	head := fncFit{FNCHead, make([]float64, n), make([]bool, n)}
	for f := range fncFolds {
		held := func(i int) bool { return fold[i] == f }
		threshold.say(held, bestThreshold(kept, verdict.score, held))
		if err := head.cross(kept, fold, f); err != nil {
			return nil, err
		}
	}
	return []fncFit{verdict, threshold, head}, nil
}

// cross fits the head on all folds but one, and says "disagree" of that one. The
// threshold needs scores of pairs that a fit has not seen, so the other folds are
// dealt once more.
func (f *fncFit) cross(kept []fncPair, fold []int, out int) error {
	held := func(i int) bool { return fold[i] == out }
	inner := make([]float64, len(kept))
	for part := range innerFolds {
		apart := func(i int) bool { return !held(i) && fold[i]%innerFolds == part }
		if err := scoreBy(inner, kept, apart, func(i int) bool { return !held(i) && !apart(i) }); err != nil {
			return err
		}
	}
	if err := scoreBy(f.score, kept, held, func(i int) bool { return !held(i) }); err != nil {
		return err
	}
	f.say(held, bestThreshold(kept, inner, held))
	return nil
}

// scoreBy scores some pairs by a head that is fitted on others.
func scoreBy(score []float64, kept []fncPair, some, others func(i int) bool) error {
	head, err := learn(kept, others)
	if err != nil {
		return err
	}
	for i, k := range kept {
		if some(i) {
			score[i] = head.score(k.features)
		}
	}
	return nil
}

// foldOf is the part that a body is dealt to: by a hash of its place (FNV-1a),
// so that neighbours, which may be of one story, are dealt apart.
func foldOf(body int) int {
	h := fnv.New32a()
	h.Write([]byte{byte(body), byte(body >> 8), byte(body >> 16)})
	return int(h.Sum32()>>8) % fncFolds
}

// bestThreshold is the score with the best F1 on the pairs that are not held
// back.
func bestThreshold(kept []fncPair, score []float64, held func(i int) bool) float64 {
	var list []ranked
	gold := 0
	for i, k := range kept {
		if held(i) {
			continue
		}
		if list = append(list, ranked{score[i], k.disagree}); k.disagree {
			gold++
		}
	}
	at, best, hits := 2.0, 0.0, 0 // 2 is above all scores
	for s := range thresholds(list) {
		hits += s.right
		if f1 := 2 * ratio(hits, s.rank+gold); f1 > best {
			at, best = s.score, f1
		}
	}
	return at
}

// say says "disagree" of the pairs held back, from a score on.
func (f *fncFit) say(held func(i int) bool, from float64) {
	for i := range f.said {
		if held(i) {
			f.said[i] = f.score[i] >= from
		}
	}
}
