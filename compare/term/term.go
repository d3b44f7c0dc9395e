// Package term reads a text into the words that carry its topic, each with its
// stem, its weight in the news and what is needed to compare it with another.
//
//  1. a text is split into words (read.go), and those that carry no topic are
//     left out: function words, negation, modality, quantity, figures, reporting
//     verbs (light.txt), so that they cannot push two statements apart;
//  2. compounds are joined or cut as the news mostly writes them (compound.go),
//     and all names of one country become one term (place.go);
//  3. a word is folded and stemmed, and looked up among the word vectors;
//  4. its weight is its rarity in a corpus of news (background.go).
//
// A term is a pure function of the words as printed: two machines that read the
// same text have the same terms. The package does not compare.
package term

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

// Term is a word that carries a topic, or a place whatever its name.
type Term struct {
	Word    string  // folded, as package vector knows it; of a place its first name, with its capitals
	Stem    string  // what its forms have in common
	ID      uint32  // the stem's number: its FNV-1a hash, the same in every run
	WordID  uint32  // the word's number, likewise
	Row     int32   // row of its vector, -1 where it has none
	Signs   uint64  // signs of its vector
	Sketch  uint64  // signs of projections of its vector
	Letters uint32  // the set of its letters, those beyond ASCII folded into one another
	Share   float64 // share of the paragraphs of news that hold the stem, in (0, 1)
	IDF     float32 // its weight by the news alone, Weight(0, 0)
	Proper  bool    // names something: nearly always printed with a capital in the news
	Place   bool    // a country, a state or an alliance that places.txt lists

	Opposition *Opposition // nil for most words: those without an opposite
}

// newTerm makes the term of a word; nil where it carries no topic.
func newTerm(surface string) *Term {
	norm := word.Norm(surface)
	folded := vector.Fold(norm)
	if folded == "" && isCode(surface) {
		folded = norm
	}
	if utf8.RuneCountInString(folded) < 2 || background().light[folded] {
		return nil
	}
	return known(strings.Clone(folded))
}

// Of makes the term of a word, as Word has it: what a reader made of it.
func Of(word string) *Term {
	if t, ok := places()[word]; ok {
		return t
	}
	return known(word)
}

// known makes the term of a folded word.
func known(folded string) *Term {
	t := look(folded, word.Stem(folded))
	lex := lexicon.Default()
	entry := lex.Look(folded)
	t.Proper = entry.Name || strings.ContainsAny(folded, digits) // a code
	t.Opposition = opposition(lex, entry.Lemmas)
	t.IDF = t.Weight(0, 0)
	return t
}

// isCode reports whether a word is a name with figures: "G20", "MH17".
func isCode(surface string) bool {
	first, n := utf8.DecodeRuneInString(surface)
	return unicode.IsUpper(first) && len(surface) > n && strings.ContainsAny(surface, digits)
}

const digits = "0123456789"

// look is what is known of a folded word, but for its weight and whether it names something.
func look(folded, stem string) *Term {
	row := vector.Index(folded)
	return &Term{
		Word: folded, Stem: stem, ID: hash(stem), WordID: hash(folded),
		Row: int32(row), Signs: vector.Signs(row), Sketch: vector.Sketch(row), Letters: letters(folded),
		Share: background().share(stem),
	}
}

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// letters is a set of the letters of a folded word, those beyond ASCII folded
// into one another.
func letters(folded string) uint32 {
	var set uint32
	for _, b := range []byte(folded) {
		set |= 1 << (b & 31)
	}
	return set
}
