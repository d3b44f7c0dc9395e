// Package topic brings together the statements that are about the same thing,
// whatever they say of it and whoever prints them, and proposes the pairs worth
// judging. It compares each statement with few others, in two steps:
//
//  1. [Within] takes the statements of one story. Its vocabulary is small, so
//     each word is related once to those spelt or used alike (vocabulary.go),
//     and an inverted index finds for each statement all that share a related
//     word, and how like they are (README.md, compare.go). What is alike is
//     gathered around central statements; opposites too.
//  2. [Index.Across] joins what different stories say of one thing: only statements
//     that share a blocking key of [Keys] are compared there, few days apart.
//
// [Towards] proposes the pairs of a large story that have one of a few statements.
//
// Within is a function of one story's statements, and a statement's keys are a
// function of it alone, so that a distributed engine can run both where the
// statements are, and tomorrow's articles change only what they touch.
//
// The package does not ask whether two statements agree: negation, modality,
// figures and reporting verbs carry no weight, and opposites count as related,
// so that they stay in one topic.
package topic

import (
	"crosscheck/compare/term"
)

// Item is one statement: a sentence of a claim, a headline.
type Item struct {
	ID      string // unique in a run
	Claim   string // the claim that the statement belongs to; several statements may share one
	Article string // the article's ID
	Day     int32  // when its article was published, as story.Day numbers days; 0 where unknown
	Speaker string // the speaker's ID, "" for the outlet's own voice

	// The words that carry a topic: of the statement itself; of what it
	// answers to or speaks of without repeating it; and of what surrounds it,
	// the title and the sentences next to it. Only the spans of Text count,
	// and they point into Source.
	Text, About, Context []term.Token
	Source               string
}

// The thresholds of similarity, as measured; scores.txt shows what they give.
const (
	// Suggest is where two statements of one story are about the same thing
	// rather than only about the same event.
	Suggest = 0.26
	// Certain is where two statements of different stories are about the same
	// thing, and where a member of a topic is sure to belong to it.
	Certain = 0.55
	// Pair is lower than Suggest: an opposition is often worded so
	// differently that a judge must see it to know.
	Pair = 0.085
)

const (
	// Days is how long a thing stays in the news. Past it only a speaker is
	// compared with himself.
	Days = 45
	// Block is how many statements of a story that share a word are all
	// compared with one another: a word that more of a story say tells little there.
	Block = 160
	// Budget is how many candidates a story may have by default: it is shared
	// out, but no statement has fewer than FewPartners on its own account nor
	// more than ManyPartners. A story of three articles has all its pairs; with
	// less for larger ones the corpus took a tenth less time and the opposed pairs
	// of the annotated stories were all still proposed.
	Budget, FewPartners, ManyPartners = 12_000, 12, 100
)

// Options tune the grouping. A zero field takes the default.
type Options struct {
	Suggest  float64 // similarity from which statements of one story share a topic; default Suggest
	Certain  float64 // similarity from which statements of different stories do; default Certain
	Pair     float64 // similarity from which a pair of one story is worth judging; default Pair
	Days     int     // days between two stories about one thing; default Days
	Block    int     // statements of a story with a word in common that are all compared; default Block
	Partners int     // candidates that one statement may have on its own account; default as Budget tells
}

func (o Options) withDefaults() Options {
	set(&o.Suggest, Suggest)
	set(&o.Certain, Certain)
	set(&o.Pair, Pair)
	set(&o.Days, Days)
	set(&o.Block, Block)
	return o
}

func set[T int | float64](x *T, d T) {
	if *x <= 0 {
		*x = d
	}
}

// partners is how many candidates one of n statements of a story may have.
func (o Options) partners(n int) int {
	if o.Partners > 0 {
		return o.Partners
	}
	return min(ManyPartners, max(FewPartners, Budget/max(1, n)))
}

// Pair of statements that may oppose each other.
type Candidate struct {
	A, B       int32 // places in the list of items, A < B
	Similarity float32
}

// Statistics count what was done, and what caps left out.
type Statistics struct {
	Items      int // statements given
	Copies     int // of these, statements with the words of another in their story
	Compared   int // pairs of which the similarity was computed
	OtherTime  int // pairs of different stories held back for their dates
	OtherThing int // pairs that share a word or key and are not alike
	OverCap    int // pairs left out since both statements had closer partners
	Capped     int // words of more than Options.Block statements, and keys of more than crowd: only neighbours in time were compared
	Candidates int // pairs proposed
}

// Add adds what another part of the run counted.
func (s *Statistics) Add(t Statistics) {
	s.Items += t.Items
	s.Copies += t.Copies
	s.Compared += t.Compared
	s.OtherTime += t.OtherTime
	s.OtherThing += t.OtherThing
	s.OverCap += t.OverCap
	s.Capped += t.Capped
	s.Candidates += t.Candidates
}
