package align

import (
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/claims/word"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

// Word is one word of a prepared statement.
type Word struct {
	word.Word
	Class  lexicon.Class // what it does in a sentence; a name does next to nothing
	Weight float64       // how much it says, in [0, 8]; 0 for function words and marks
	Name   bool          // begins with a capital where the sentence does not ask for one
	Number bool          // holds a digit, or is a number word
	Part   bool          // belongs to the phrase that began before it
	Off    bool          // an odd number of negators and reversers govern it
	Unreal bool          // planned, wished or conditional

	negated bool // a negator governs it

	Clause int // number of its clause, from 0
	Last   int // index of the last word of the phrase that begins here; its own index else

	turned uint64 // the turns whose focus it is, by bit
	form   *form
}

// Named is the word's class were it no name.
func (w *Word) Named() lexicon.Class { return w.form.class }

// Lemmas are the word's dictionary forms by a lexicon; by that of its reader also
// the phrase that begins with it.
func (w *Word) Lemmas(lex *lexicon.Lexicon) []lexicon.ID {
	if w.form.lex == lex {
		return w.form.lemmas
	}
	return lex.Look(w.Norm).Lemmas
}

// Turn is a negator or reverser at work.
type Turn struct {
	At       int // index of the word that turns; -1 for the claim's stance
	From, To int // the words that it governs
	Negator  bool
	Denial   bool
	Backward bool // it governs its subject
}

// Statement is a statement made ready for comparing: its words with what each
// says, does and is turned into. It is safe for concurrent use.
type Statement struct {
	compare.Statement
	Words   []Word
	Content []int // indices of the words with weight
	Turns   []Turn
	Total   float64       // sum of the weights
	Classes lexicon.Class // those of all its words

	Quote bool // a direct or mixed quotation

	reader *Reader
	mood   mood
	meant  meant

	Values []quantity.Value // its numbers, in order
	sketch sketch
}

// Span is the span of words i to j, both included, in Statement.Text.
func (s *Statement) Span(i, j int) claims.Span {
	return claims.Span{Start: s.Words[i].Start, End: s.Words[j].End}
}

// At is the span of word i with the rest of the phrase that begins there.
func (s *Statement) At(i int) claims.Span { return s.Span(i, s.Words[i].Last) }

// Show is word i as the text has it, with the rest of its phrase.
func (s *Statement) Show(i int) string { return s.At(i).In(s.Text) }

// TurnOf returns the turn that has word i in its focus, the nearest one where
// there are several, and false where there is none.
func (s *Statement) TurnOf(i int) (Turn, bool) {
	best, found := Turn{}, false
	for k, t := range s.Turns {
		if k > 63 || s.Words[i].turned&(1<<k) == 0 {
			continue
		}
		if !found || distance(t.At, i) < distance(best.At, i) {
			best, found = t, true
		}
	}
	return best, found
}

// Negated reports whether a negator is among the turns that have word i in
// their focus.
func (s *Statement) Negated(i int) bool {
	for k, t := range s.Turns {
		if k < 64 && s.Words[i].turned&(1<<k) != 0 && t.Negator {
			return true
		}
	}
	return false
}

// TurnedBy returns the words that turn word i, in order; the stance of a claim
// is none of them.
func (s *Statement) TurnedBy(i int) []int {
	var out []int
	for k, t := range s.Turns {
		if k < 64 && s.Words[i].turned&(1<<k) != 0 && t.At >= 0 {
			out = append(out, t.At)
		}
	}
	slices.Sort(out)
	return out
}

// Turned reports whether word i is in the focus of a turn.
func (s *Statement) Turned(i int) bool { return s.Words[i].turned != 0 }

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

// Has reports whether a word from i to j, both included, is of class c.
func (s *Statement) Has(c lexicon.Class, i, j int) bool {
	for k := max(i, 0); k <= j && k < len(s.Words); k++ {
		if s.Words[k].Class&c != 0 {
			return true
		}
	}
	return false
}

// Same reports whether w and v are the same word or forms of one.
func (w *Word) Same(v *Word) bool { return w.form.is(v.form) || w.form.stems(v.form) }

// Key is a number that words of one stem share, and function words and marks
// only with their like; other words seldom do. It differs from run to run.
func (w *Word) Key() uint64 {
	if w.form.stem != "" {
		return w.form.stemID
	}
	return w.form.id
}

// Near reports whether w and v are forms of one word or name one thing in the
// lexicon.
func (w *Word) Near(v *Word) bool {
	const leastNear = .75 // up to words for one thing in the news, not broader words
	return w.Same(v) || w.form.near.Meets(&v.form.own) && w.form.lex.Between(w.form.lemmas, v.form.lemmas).Weight() >= leastNear
}

// Alike is how much alike two words are used, as the cosine of their vectors.
func (w *Word) Alike(v *Word) float64 { return vector.Between(w.form.vector, v.form.vector) }
