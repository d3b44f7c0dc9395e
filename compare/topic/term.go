package topic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims/word"
	"crosscheck/compare/vector"
)

// term is one word that carries a topic.
type term struct {
	word    string // folded, as package vector knows it
	stem    string
	surface string // as printed
	row     int32  // row of its vector, -1 where it has none
	signs   uint64 // signs of its vector
	letters uint32 // which letters it has
	name    bool   // printed with a capital, and not only because it opens the text

	// Set by lexis.number:
	stemID, wordID int32   // the same number, the same stem or word
	weight         float32 // IDF of the stem
}

// reader turns texts into terms and remembers the words it met: a run reads
// the same ones over and over. A nil reader remembers nothing. Not safe for
// concurrent use.
type reader map[string]term

// terms returns the words of text that carry a topic, in order and with
// repetitions. Negation, modality, quantity, figures and reporting verbs are
// left out, so that they cannot push two statements apart.
func (r reader) terms(text string) []term {
	var out []term
	light := background().light
	open := true // the next word opens a sentence
	for _, w := range word.Split(text, 0) {
		if w.Punct {
			open = open || strings.ContainsAny(w.Norm, ".!?“\":")
			continue
		}
		if light[w.Norm] {
			open = false
			continue
		}
		for part := range strings.SplitSeq(w.In(text), "-") {
			if t := r.term(part); t.stem != "" {
				first, _ := utf8.DecodeRuneInString(part)
				t.name = unicode.IsUpper(first) && !open
				out = append(out, t)
			}
		}
		open = false
	}
	return out
}

// term looks a word up; its stem is empty where it carries no topic.
func (r reader) term(surface string) term {
	if t, ok := r[surface]; ok {
		return t
	}
	var t term
	folded := vector.Fold(word.Norm(surface))
	if utf8.RuneCountInString(folded) >= 2 && !background().light[folded] {
		row := vector.Index(folded)
		t = term{
			word: folded, stem: word.Stem(folded), surface: surface,
			row: int32(row), signs: vector.Signs(row), letters: letters(folded),
		}
	}
	if r != nil {
		r[surface] = t
	}
	return t
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
