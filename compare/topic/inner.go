package topic

import (
	"math/bits"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"crosscheck/compare/vector"
)

const (
	// related is the cosine from which two words count as related.
	related = 0.5
	// spelled is the Levenshtein similarity from which two words count as
	// spellings of one: one letter in six, as in Dmitri and Dmitry.
	spelled = 0.83
	// farSigns is how many of 64 signs differ at most where words are related.
	farSigns = 27
	// farLetters is how many letters one of two spellings has and the other
	// lacks at most: two for each edit of a word of longest letters.
	farLetters = 8
	// shortest and longest bound the words, in bytes, that are compared
	// letter by letter: in a short one a letter makes another word.
	shortest, longest = 5, 24
)

// inner is how alike two terms are, in [0, 1]: 1 for a common stem, the square of the
// cosine of related words, the Levenshtein similarity of spellings, else 0.
func inner(a, b *term) float32 {
	if a.row >= 0 && b.row >= 0 {
		if cos := vector.Between(int(a.row), int(b.row)); cos >= related {
			return float32(cos * cos)
		}
		if !a.name || !b.name { // two known words are two words, however alike their letters
			return 0
		}
	}
	return spelling(a.word, b.word)
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

// mayMeet is a quick look at two terms without a common stem: false where
// inner is surely, or all but surely, 0.
func mayMeet(a, b *term) bool {
	known := a.row >= 0 && b.row >= 0
	if known && bits.OnesCount64(a.signs^b.signs) <= farSigns {
		return true
	}
	return (!known || a.name && b.name) && bits.OnesCount32(a.letters^b.letters) <= farLetters &&
		float64(min(len(a.word), len(b.word))) >= spelled*float64(max(len(a.word), len(b.word)))
}

// A memo has perStatement slots for each statement of a run, rounded up to a
// power of two, but not more than mostSlots: past that the machine's own caches
// fail and a slot costs what it saves.
const perStatement, mostSlots = 64, 1 << 18

// memo remembers how alike two words of a lexis are: the same pairs are asked
// for in every comparison. It is a cache of fixed size in which a later pair
// puts out an earlier one. The zero value remembers nothing. Not safe for
// concurrent use.
type memo struct {
	keys  []uint64 // 0 is an empty slot
	alike []float32
	shift int // brings a hash down to a slot
}

// newMemo makes a memo for a run of n statements.
func newMemo(n int) *memo {
	width := bits.Len(uint(min(mostSlots, perStatement*max(1, n)) - 1))
	return &memo{make([]uint64, 1<<width), make([]float32, 1<<width), 64 - width}
}

// inner is [inner] for any two terms of one lexis.
func (m *memo) inner(a, b *term) float32 {
	if a.stemID == b.stemID {
		return 1
	}
	if !mayMeet(a, b) {
		return 0
	}
	if m.keys == nil {
		return inner(a, b)
	}
	lo, hi := min(a.wordID, b.wordID), max(a.wordID, b.wordID)
	key := uint64(lo)<<32 | uint64(hi)<<1
	if a.name && b.name {
		key |= 1
	}
	key++
	slot := key * 0x9e3779b97f4a7c15 >> m.shift
	if m.keys[slot] != key {
		m.keys[slot], m.alike[slot] = key, inner(a, b)
	}
	return m.alike[slot]
}
