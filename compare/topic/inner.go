package topic

import (
	"math/bits"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"crosscheck/compare/term"
	"crosscheck/compare/vector"
)

const (
	// opposed is how alike two opposites are, about as two words of one field:
	// of .52 and .65 the first.
	opposed = 0.52
	// spelled is the Levenshtein similarity from which two words count as
	// spellings of one: one letter in five, as in Morsi and Mursi.
	spelled = 0.8
	// shortest and longest bound the words, in bytes, that are compared
	// letter by letter: in a short one a letter makes another word.
	shortest, longest = 5, 24
)

// look is a word as it is compared: what a quick look needs stands side by side,
// since it is taken at every two words of a story.
type look struct {
	signs, sketch       uint64 // of the vector
	own, against        uint64 // of the lexicon's opposites, folded
	letters, size       uint32 // size is in bytes
	known, proper, name bool   // has a vector; names something in the news; is printed as a name here
	*term.Term
}

func newLook(t *term.Term, name bool) look {
	l := look{
		signs: t.Signs, sketch: t.Sketch, letters: t.Letters, size: uint32(len(t.Word)),
		known: t.Row >= 0, proper: t.Proper, name: name, Term: t,
	}
	if o := t.Opposition; o != nil {
		l.own, l.against = o.Own[0]|o.Own[1]|o.Own[2]|o.Own[3], o.Against[0]|o.Against[1]|o.Against[2]|o.Against[3]
	}
	return l
}

// inner is how alike two words of different stems are, in [0, 1): the square of
// the cosine of related words, opposed for opposites, the Levenshtein similarity
// of spellings, else 0. Two names are two things, however alike their use, and
// two places however alike their letters.
func inner(a, b *look) float32 {
	if !mayMeet(a, b) || a.Place && b.Place {
		return 0
	}
	alike := float32(0)
	if a.against&b.own != 0 && a.Opposes(b.Term) {
		alike = opposed
	}
	if a.known && b.known {
		if mayBeUsedAlike(a, b) && near(a, b) {
			if cos, ok := vector.AtLeast(int(a.Row), int(b.Row), vector.Related); ok {
				alike = max(alike, float32(cos)*float32(cos))
			}
		}
		if alike > 0 || !a.name || !b.name { // two known words are two words, however alike their letters
			return alike
		}
	}
	return max(alike, spelling(a.Word, b.Word))
}

// mayMeet is a quick look at two words: false where they are surely, or all but
// surely, not alike.
func mayMeet(a, b *look) bool {
	known := a.known && b.known
	if known && !(a.proper && b.proper) && near(a, b) {
		return true
	}
	if a.against&b.own != 0 {
		return true
	}
	return (!known || a.name && b.name) && mayBeSpelled(a, b)
}

// near is a quick look at the vectors of two known words.
func near(a, b *look) bool {
	s := sight{signs: a.signs, sketch: a.sketch}
	return s.isNear(b)
}

// mayBeSpelled is a quick look at the letters of two words: an edit takes one
// letter out of the set of those that a word has, and puts one in.
func mayBeSpelled(a, b *look) bool {
	most, ok := mostChanged(a.size, b.size)
	return ok && bits.OnesCount32(a.letters^b.letters) <= most
}

// mostChanged is how many letters two words of some sizes have at most that the other
// has not, where they are spellings of one; false where by their sizes they are not.
func mostChanged(a, b uint32) (most int, ok bool) {
	long, short := max(a, b), min(a, b)
	edits := float64(long) * (1 - spelled)
	return 2 * int(edits), float64(long-short) <= edits
}

// spelling is the Levenshtein similarity of two words where it reaches
// spelled, else 0.
func spelling(a, b string) float32 {
	long, short := max(len(a), len(b)), min(len(a), len(b))
	if short < shortest || long > longest || float64(short) < spelled*float64(long) {
		return 0
	}
	runes := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	alike := 1 - float64(levenshtein.ComputeDistance(a, b))/float64(runes)
	if alike < spelled {
		return 0
	}
	return float32(alike)
}
