// Package dispute finds where an article itself says that one source disputes
// what another said: "the ministry dismissed Lind's claim". Nothing else is so
// strong an evidence that two statements oppose each other.
//
//  1. the article is cut into words, and passed over where none can begin a dispute
//     (promise.go); then into sentences, and each claim is put to the sentence that
//     it is told in (page.go);
//  2. verbs of denial, rejection and reply are looked for, and those that are
//     negated, wished for or still to come are left (cue.go);
//  3. what is disputed is read from the words behind the verb: a clause, "that
//     claim", "Lind's claim", a person (object.go);
//  4. the claim that these words mean is looked for: by whose it is (owner.go),
//     by what it is about (about.go), or because it was told just before
//     (resolve.go; statement.go, fits.go, deed.go
//     and concerns.go say which it may be);
//  5. a reply that begins with a plain rejection ("That is not true") disputes
//     what was said before it (reply.go), and so does a sentence in which the
//     paper corrects a speaker in its own voice (correct.go).
//
// A verb alone is no dispute: "rejected the offer" decides, "denied entry"
// forbids. Nothing is compared here, and only one article is seen: what the same
// speaker said in others is for package check to find.
package dispute

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/word"
	"crosscheck/compare/term"
)

// Name is the name and version of the package as a judge.
const Name = "dispute/1"

// Kind says how a claim is disputed.
type Kind string

// The kinds.
const (
	Denies   Kind = "denies"   // says that it is not so: "denied", "disputed"
	Rejects  Kind = "rejects"  // does not accept it: "dismissed the claim"
	Opposes  Kind = "opposes"  // argues against it or its speaker: "pushed back on the claim", "contradicted Lind"
	Calls    Kind = "calls"    // gives a verdict: "called the story false"
	Replies  Kind = "replies"  // answers with a rejection: "That is not true"
	Corrects Kind = "corrects" // the paper does, in its own voice: "In fact, ..."
)

// Dispute is a passage in which a claim is disputed.
type Dispute struct {
	Kind Kind
	By   int // the claim of who disputes, by its place in the list
	// At are the words that say so, in the article's text ("dismissed Lind's
	// claim"), and behind them what By says where it only goes on from there.
	At []claims.Span
	// Clause are the words of the dispute that tell what is disputed; empty
	// where they only name it.
	Clause claims.Span
	// Owner is the name of whose claim it is, folded, "" where the dispute does
	// not tell.
	Owner string
	// About is what is disputed, or else what By has to say of it: the words by
	// which it may be found in other articles of the story. "" where the dispute
	// names neither a clause nor an owner.
	About string
	Of    []Target // what is disputed in this article, the surest first
}

// Target is a disputed claim.
type Target struct {
	Claim int           // its place in the list
	At    []claims.Span // the sentence of it that is disputed, in the article's text
	// Named is true where the words of the dispute name whose claim it is, or
	// repeat the claim itself.
	Named bool
	Score float64 // how sure the link is, in [0, 1]
}

// Find returns the disputes that an article tells, in order. The list holds its
// claims in the order of the text, as package extract makes them.
func Find(terms *term.Reader, a *claims.Article, list []claims.Claim) []Dispute {
	return FindWords(terms, a, terms.Split(a.Text), list)
}

// FindWords is Find for an article whose words are known, as word.Split has them
// with a base of 0.
func FindWords(terms *term.Reader, a *claims.Article, words []word.Word, list []claims.Claim) []Dispute {
	if len(list) < 2 {
		return nil
	}
	p := newPage(terms, a, words, list)
	if !p.promises() {
		return nil
	}
	p.lay(a.Blocks)
	return p.all()
}

// all finds the disputes of all sentences.
func (p *page) all() []Dispute {
	var out []Dispute
	for n := range p.lines {
		out = append(out, p.spoken(n)...)
		out = append(out, p.corrected(n)...)
		out = append(out, p.wrong(n)...)
	}
	out = append(out, p.replies()...)
	return once(out)
}

// once keeps, of several disputes between two claims, the surest.
func once(list []Dispute) []Dispute {
	slices.SortStableFunc(list, func(x, y Dispute) int {
		return cmp.Or(cmp.Compare(x.By, y.By), cmp.Compare(y.score(), x.score()))
	})
	seen := map[[2]int]bool{}
	out := list[:0]
	for _, d := range list {
		d.Of = slices.DeleteFunc(d.Of, func(t Target) bool {
			key := [2]int{d.By, t.Claim}
			was := seen[key]
			seen[key] = true
			return was
		})
		if len(d.Of) > 0 || d.About != "" {
			out = append(out, d)
		}
	}
	return out
}

func (d Dispute) score() float64 {
	if len(d.Of) == 0 {
		return 0
	}
	return d.Of[0].Score
}
