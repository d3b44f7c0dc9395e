// Package topic brings together the statements that are about the same thing,
// whatever they say of it and whoever prints them, and proposes the pairs worth
// judging. It compares each statement with few others:
//
//  1. [Keys] gives each statement its blocking keys: rare words, words of
//     related use together with what the article is about, and character
//     shingles; statements that share a key are in one block;
//  2. within a block, statements are compared by [Similarity]: SoftTFIDF over
//     the words that carry a topic, with spelling and use as inner measures;
//  3. a gate holds back pairs that cannot be about the same event;
//  4. [Group] gathers what is left into topics around central statements.
//
// Keys and Similarity are pure functions of their arguments and small [Stats],
// so that a distributed engine can run them where the statements are; Group is
// the same in one process.
//
// The package does not ask whether two statements agree: negation, modality,
// figures and reporting verbs carry no weight, and opposites count as related,
// so that they stay in one topic.
package topic

import "crosscheck/compare"

// Item is one statement: a sentence of a claim, a headline.
type Item struct {
	ID      string // unique in a run
	Claim   string // the claim that the statement belongs to; several statements may share one
	Text    string // what was said
	About   string // what it answers to or speaks of without repeating it, "" where nothing is known
	Context string // what surrounds it: the title, the lead, the sentences next to it; "" where nothing is known
	Article string // the article's ID
	Story   string // the event that the article is about, as [Stories] finds it; "" where it was not asked
	Outlet  string
	Date    string // YYYY-MM-DD, "" where unknown
	Speaker string // the speaker's ID, "" for the outlet's own voice
}

// Candidate is a pair worth judging.
type Candidate struct {
	A, B       string   // Item.ID, A in order before B
	Similarity float64  // in [0, 1]
	Topic      string   // ID of the topic of both, or of the one that has one
	Reasons    []Reason // what made them meet, strongest first; nil unless Options.Explain
}

// Reason is a pair of words that made two statements meet.
type Reason struct {
	A, B   string  // as printed in each statement
	Weight float64 // the share of the similarity that is theirs, in (0, 1]
}

// Options tune [Group]. A zero field takes the default.
type Options struct {
	Suggest  float64 // similarity from which two statements share a topic; default Suggest
	Pair     float64 // similarity from which a pair is worth judging; default Pair
	Window   int     // days between two articles about one event; default Window
	Block    int     // statements in a block that are all compared with one another; default Block
	Partners int     // candidates that one statement may have on its own account; default as Budget tells
	Explain  bool    // fill Candidate.Reasons
}

// The defaults, as measured; scores.txt shows what they give.
const (
	// Suggest is where two statements of one article's event are about the
	// same thing rather than only about the same event.
	Suggest = 0.20
	// Certain is where two statements are copies of one another but for a
	// few words. Group does not use it: it is for those who show a topic.
	Certain = 0.80
	// Pair is lower than Suggest: an opposition is often worded so
	// differently that a judge must see it to know.
	Pair = 0.06
	// Window is how long an event stays in the news. Past it only a speaker
	// is compared with himself.
	Window = 45
	// Block holds all statements of a story of three long articles.
	Block = 200
	// Budget is how many candidates a run may have by default: it is shared
	// out, but no statement has fewer than FewPartners on its own account
	// nor more than ManyPartners.
	Budget, FewPartners, ManyPartners = 1_000_000, 15, 100
)

// withDefaults fills the zero fields for a run of n statements.
func (o Options) withDefaults(n int) Options {
	fill := func(x *float64, d float64) {
		if *x == 0 {
			*x = d
		}
	}
	whole := func(x *int, d int) {
		if *x <= 0 {
			*x = d
		}
	}
	fill(&o.Suggest, Suggest)
	fill(&o.Pair, Pair)
	whole(&o.Window, Window)
	whole(&o.Block, Block)
	whole(&o.Partners, min(ManyPartners, max(FewPartners, Budget/max(1, n))))
	return o
}

// Statistics count what [Group] did, and what its caps left out.
type Statistics struct {
	Items       int // statements given
	Copies      int // of these, statements with the words and the speaker of another
	Blocks      int // blocks of two statements and more
	LargeBlocks int // of these, blocks over Options.Block: only neighbours in time were compared
	Compared    int // pairs of which the similarity was computed
	OtherDate   int // of these, pairs held back for their dates
	OtherEvent  int // of these, pairs held back for sharing no name or title word
	OverCap     int // pairs left out since both statements had closer partners
	Candidates  int // pairs proposed
	Topics      int // topics of two statements and more
	Alone       int // statements that are in no topic
}

// Group gathers statements into topics and proposes the pairs worth judging.
// The order of items does not matter. Topics come largest first, candidates
// best first.
//
// A topic's ID is made from the claim that is most central to it, so it stays
// when statements are added, unless one of them is more central. A statement
// that is like no other is in no topic.
func Group(items []Item, opt Options) ([]compare.Topic, []Candidate, Statistics) {
	opt = opt.withDefaults(len(items))
	r := newRun(items, opt)
	r.block()
	r.compare()
	r.cluster()
	candidates := r.candidates()
	topics := r.topics()
	r.count.Candidates, r.count.Topics = len(candidates), len(topics)
	return topics, candidates, r.count
}
