package eval

import "crosscheck/claims"

// Blocking hands every pair of articles that is compared, by their places and
// once, to visit: what is not compared can never be one story by itself.
type Blocking func(articles []claims.Article, visit func(i, j int))

// BlockingTable is what blocking saves, and what it costs (Christen 2012,
// section 7.3).
type BlockingTable struct {
	Completeness Share `json:"completeness"` // of the pairs of articles of one story: they are compared
	Reduction    Share `json:"reduction"`    // of all pairs of articles: they are not compared
}

// ScoreBlocking counts the pairs that blocking leaves to compare.
func ScoreBlocking(gold TopicGold, blocking Blocking) BlockingTable {
	compared, found := 0, 0
	blocking(gold.Articles, func(i, j int) {
		compared++
		if gold.Stories[i] == gold.Stories[j] {
			found++
		}
	})
	size := map[string]int{}
	for _, s := range gold.Stories {
		size[s]++
	}
	same, all := pairsWithin(size), pairs(len(gold.Articles))
	return BlockingTable{
		Completeness: Share{found, same, ratio(found, same)},
		Reduction:    Share{all - compared, all, ratio(all-compared, all)},
	}
}
