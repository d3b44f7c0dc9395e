package topic

// InBlock compares the statements that share one blocking key and returns those
// that are about one thing, by their places in cards, which are in the order of
// the news. What it finds under every key, each pair once, is what
// [Index.Across] finds; and as there, of a key that is too common only
// neighbours in the order of the news are compared, and counted as capped.
func InBlock(cards []Card, opt Options) ([]Candidate, Statistics) {
	w := blocks{opt: opt.withDefaults(), cards: cards, count: Statistics{Items: len(cards)}}
	places := make([]uint64, len(cards))
	for i := range places {
		places[i] = uint64(i)
	}
	w.block(places)
	w.count.Candidates = len(w.out)
	return w.out, w.count
}
