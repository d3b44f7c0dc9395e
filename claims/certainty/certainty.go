// Package certainty reads from its words how sure a text is of what it says.
//
//  1. the words are looked up in the lists, the longest phrase first
//     (scan.go, list.go);
//  2. the text is cut into its sentences and each into its main clause and the
//     rest (clause.go);
//  3. each negation cue gets its scope, as *SEM 2012 has it: the clause, but
//     for what begins a clause of its own (negation.go, scope.go, affix.go);
//  4. modal expressions, hedges, conditions and quantifiers are told apart by
//     what stands around (modal.go, hedge.go, condition.go, quantifier.go);
//  5. the first sentence gives the polarity and the factuality (verdict.go).
//
// It parses no grammar: clauses are told by marks and by words that begin one.
// It does not know who speaks, nor the cue in front of the text, whose stance
// [claims.Claim.Polarity] adds. It reads English only.
package certainty

import (
	"slices"
	"sync"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// Find reads the certainty of words, which are those of a stretch of text, or
// of several in order, as [word.Split] gives them with offsets into text. The
// factuality is that of a text without a cue.
func Find(words []word.Word, text string) claims.Certainty {
	f := finders.Get().(*finder)
	defer finders.Put(f)
	f.reset(words, text)
	f.scan()
	c := claims.Certainty{Polarity: claims.Positive, Factuality: claims.Fact}
	h := 0
	for from := 0; from < len(words); {
		s := sentence{from: from, to: f.sentenceEnd(from)}
		first := h
		for h < len(f.hits) && f.hits[h].from < s.to {
			h++
		}
		s.hits = f.hits[first:h]
		f.sentence(&c, s)
		from = s.to
	}
	f.words, f.text = nil, ""
	return c
}

// finder reads one text.
type finder struct {
	lex     *lexicon
	words   []word.Word
	text    string
	classes []class // of each word by itself, 0 where nobody asked
	hits    []hit   // in order of from
}

// finders keeps the memory of finders for the next claim.
var finders = sync.Pool{New: func() any { return &finder{lex: lists()} }}

func (f *finder) reset(words []word.Word, text string) {
	f.words, f.text, f.hits = words, text, f.hits[:0]
	f.classes = slices.Grow(f.classes[:0], len(words))[:len(words)]
	clear(f.classes)
}

// sentence is a sentence of the text by the indices of its words.
type sentence struct {
	from, to int
	hits     []hit
	asks     bool
	// head is the first word of the main clause that is no connective.
	head int
	// main is the main clause; both are unset where the sentence has no hits, which is
	// when nobody asks.
	main stretch
}

// stretch is the words from up to, not including, to.
type stretch struct{ from, to int }

func (s stretch) has(i int) bool { return s.from <= i && i < s.to }

// sentence adds what one sentence tells.
func (f *finder) sentence(c *claims.Certainty, s sentence) {
	s.asks = f.asks(s)
	c.Question = c.Question || s.asks
	first := s.from == 0
	if len(s.hits) > 0 {
		s.head = f.opening(s)
		s.main = f.mainClause(s)
		before := counts(c)
		for _, h := range s.hits {
			f.hit(c, s, h)
		}
		f.inverted(c, s)
		if first {
			f.judge(c, s, before)
		}
	}
	if first && s.asks {
		c.Factuality = claims.Underspecified
	}
}

// hit files one hit under what it is, or under nothing.
func (f *finder) hit(c *claims.Certainty, s sentence, h hit) {
	switch {
	case h.class&negations != 0:
		f.negation(c, s, h)
	case h.class&modals != 0:
		f.modal(c, s, h)
	case h.class&hedges != 0:
		f.hedge(c, s, h)
	case h.class&conditions != 0:
		f.condition(c, s, h)
	case h.class&quantifiers != 0:
		f.quantifier(c, h)
	case h.class&affix != 0:
		f.affix(c, s, h)
	}
}

// norm is the folded word i, "" outside of the text.
func (f *finder) norm(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].Norm
}

// span covers the words from i up to, not including, j.
func (f *finder) span(i, j int) claims.Span {
	return claims.Span{Start: f.words[i].Start, End: f.words[j-1].End}
}
