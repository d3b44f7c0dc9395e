package topic

import (
	"crosscheck/compare/star"
)

// InBlock compares the statements that share one blocking key and returns those
// that are about one thing, by their places in cards, which are in the order of
// the news. What it finds under every key, each pair once, is what
// [Index.Across] finds; and as there, of a key that is too common only
// neighbours in the order of the news are compared, and counted as capped.
func InBlock(cards []Card, opt Options) ([]Candidate, Statistics) {
	x := Index{opt: opt.withDefaults(), cards: cards}
	places := make([]uint64, len(cards))
	for i := range places {
		places[i] = uint64(i)
	}
	s := Statistics{Items: len(cards)}
	out := x.block(places, nil, &s)
	s.Candidates = len(out)
	return out, s
}

// JoinCentres is [Join] for the topics alone: pairs are of the centres of two
// topics, or of statements that are in none, by their places among n of them in
// the order of the news. The result is, for each, the centre of the topic that it
// joined, -1 where it joined none.
func JoinCentres(n int, pairs []Candidate) []int32 {
	links := linksOf(n, pairs, func(i int32) int32 { return i })
	return star.Group(links)
}
