package eval

import (
	"cmp"
	"slices"
)

// ranked is a pair by a judge's score.
type ranked struct {
	score float64
	right bool // it is what the ranking looks for
}

// averagePrecision is the mean of the precision at each right pair, from the
// highest score down (Manning, Raghavan and Schütze 2008, section 8.4). Pairs of
// one score come in together, so that the order of the rows does not matter: a
// judge that gives all the same score has the share of the right ones. It is in
// [0, 1], 0 where none is right. The list is left sorted.
func averagePrecision(list []ranked) float64 {
	sum, hits := 0.0, 0
	for s := range thresholds(list) {
		hits += s.right
		sum += float64(s.right) * ratio(hits, s.rank)
	}
	return sum / float64(max(1, hits))
}

// step is the pairs of one score in a ranking.
type step struct {
	score float64
	right int // right pairs of this score
	rank  int // pairs of this score and above
}

// thresholds sorts the list by score, the highest first, and steps through the
// scores.
func thresholds(list []ranked) func(yield func(step) bool) {
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(b.score, a.score) })
	return func(yield func(step) bool) {
		for i := 0; i < len(list); {
			s := step{score: list[i].score}
			for ; i < len(list) && list[i].score == s.score; i++ {
				if list[i].right {
					s.right++
				}
			}
			if s.rank = i; !yield(s) {
				return
			}
		}
	}
}

// thresholdAt is the highest score at which at least the share recall of the
// right pairs is reached, and the recall and precision there; false where no
// pair is right.
func thresholdAt(list []ranked, recall float64) (score, reached, precision float64, ok bool) {
	all := 0
	for _, r := range list {
		if r.right {
			all++
		}
	}
	hits := 0
	for s := range thresholds(list) {
		hits += s.right
		if all > 0 && ratio(hits, all) >= recall {
			return s.score, ratio(hits, all), ratio(hits, s.rank), true
		}
	}
	return 0, 0, 0, false
}
