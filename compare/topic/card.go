package topic

import (
	"cmp"
	"slices"

	"crosscheck/compare/term"
)

// cardWords is how many of its heaviest words stand for a statement when
// different stories are compared.
const cardWords = 12

// Card is what is kept of a statement to find it again from another story: a
// pure function of it, of about a hundred bytes.
type Card struct {
	Story   int32  // places that are equal are one story
	Day     int32  // as story.Day numbers days; 0 where unknown
	Speaker uint32 // the speaker's number; 0 for none
	words   []*term.Term
	weight  float32 // of all words together
}

// NewCard makes the card of a statement.
func NewCard(it *Item, story int32, speaker uint32) Card {
	return Restore(heaviest(it), it.Day, story, speaker)
}

// Restore makes a card of its words.
func Restore(words []*term.Term, day, story int32, speaker uint32) Card {
	c := Card{Story: story, Day: day, Speaker: speaker, words: words}
	for _, w := range words {
		c.weight += w.IDF
	}
	return c
}

// Words are the words that stand for the statement, heaviest first.
func (c *Card) Words() []*term.Term { return c.words }

// heaviest are the distinct words of a statement, by their weight in the news.
func heaviest(it *Item) []*term.Term {
	var buffer [64]*term.Term
	words := buffer[:0]
	for _, tokens := range [][]term.Token{it.Text, it.About} {
		for _, t := range tokens {
			words = append(words, t.Term)
		}
	}
	slices.SortFunc(words, func(a, b *term.Term) int {
		if a.IDF != b.IDF {
			return cmp.Compare(b.IDF, a.IDF)
		}
		return cmp.Or(cmp.Compare(a.Stem, b.Stem), cmp.Compare(a.Word, b.Word))
	})
	out := make([]*term.Term, 0, min(len(words), cardWords))
	for _, w := range words {
		if len(out) < cardWords && !slices.ContainsFunc(out, func(o *term.Term) bool { return o.ID == w.ID }) {
			out = append(out, w)
		}
	}
	return out
}

// Similarity is that of [Similarity] for two statements by the news alone, in
// [0, 1].
func (c *Card) Similarity(d *Card) float32 {
	var f, g face
	f.read(c)
	g.read(d)
	return f.similarity(&g, 0)
}
