// Package rule judges pairs of statements by rules that can be read, one file
// each, and says why in words that can be checked.
//
//  1. every statement is read once (package align), with what the rules would
//     look for in it (reading.go);
//  2. at a glance at both sides, each rule of [All] tells whether it could find
//     anything (glance.go): of nine pairs in ten that a run over the news
//     proposes, none could;
//  3. the two sides of a pair are aligned;
//  4. each rule looks for one kind of opposition in the alignment;
//  5. each guard of [Guards] may hold an opposition back: another subject, a
//     later state, the same side speaking twice;
//  6. the best opposition left becomes the verdict, with a score from a table
//     of how often its rule was right at that much shared context (score.go).
//
// Two sources who take contrary sides in a matter need not share a word that
// opposes: these are told by a judge that goes [Judge.Down] (views.go).
//
// [Judge.Oppose] takes all steps and tells oppositions; [Judge.Judge] leaves
// the second out, for it gives every pair the scores of all three labels.
//
// The kinds of opposition follow de Marneffe, Rafferty and Manning 2008. The
// package knows no articles and no topics: whether two claims are worth
// comparing is decided before.
package rule

import (
	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// Rule looks for one kind of opposition.
type Rule struct {
	ID  string // "polarity"; stable, it stands in reports
	Doc string // what it looks for, with an example, one or two sentences
	// Type is the opposition's type where the rule finds no closer one.
	Type compare.Type
	// Run returns what it found, and false where it found nothing.
	Run func(*align.Alignment, compare.Pair) (Opposition, bool)
	// May reports, before the two sides are aligned, whether Run could find
	// something that scores Flag. It is never wrong where it says no.
	May func(*glance) bool
}

// Opposition is what a rule found.
type Opposition struct {
	Rule  string
	Type  compare.Type
	A, B  []int         // deciding words, by index
	SpanA []claims.Span // deciding words where they are not whole words of the alignment
	SpanB []claims.Span
	Cover float64 // share of the shorter statement that is shared, the deciding words left out, in [0, 1]
	Even  float64 // the same share of the longer statement
	Mass  float64 // weight of what is shared
	// Core is the share of the deciding clauses alone that the other side has,
	// the deciding words left out: the smaller of both, 0 where a clause says
	// nothing else.
	Core    float64
	Grade   int     // a rule's own grade of how clear the case is, 0 the clearest
	Nucleus float64 // weight of the lighter of the two words that oppose each other; 0 where there are none
	// Explicit is true where both sides say of the word that it is so or not:
	// "talks are frozen" against "talks go on", not against "talks in Rome".
	Explicit bool
	// View is true where two sources judge a matter, which may be of what is
	// planned, wished or feared: what they say need not be a fact.
	View  bool
	Why   func() string // tells it in a sentence, while the alignment stands
	Score float64       // in [0, 1]

	shared int // words of weight that are shared beside the deciding ones; a name counts twice
}

// All lists the rules, the ones that explain best first: of two oppositions
// with one score the first is told.
var All = append([]Rule{
	wording, attribution, paraphrase, evidence, denial, polarity, opposed, number, date, quantifier, modality, antonym, role, swap,
	rebuttal, nobody, record,
}, views...)
