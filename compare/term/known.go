package term

import (
	"hash/maphash"
	"sync/atomic"
)

const (
	// wordBits tells how many words are kept, 2^wordBits: 97.2 % of the words of
	// 4,000 news articles are found among so many.
	wordBits = 17
	// longestKept is the length in bytes from which on a word is an address or
	// a chain of words, which seldom comes twice.
	longestKept = 32
)

// met are the words that were read lately.
var met = wordTable{seed: maphash.MakeSeed()}

// wordTable keeps what is known of words, as printed, in pairs of slots, of which
// the first holds the word that came last. There is no lock: a slot is read and
// written whole, and one that is lost to another writer is worked out again.
type wordTable struct {
	seed  maphash.Seed
	slots [1 << wordBits]atomic.Pointer[wordParts]
}

// wordParts is what is known of a word, in one piece of memory: nearly all words
// have one part. It never changes.
type wordParts struct {
	size    uint8
	surface [longestKept]byte
	parts   []part
	first   [1]part
}

func newWordParts(surface string) *wordParts {
	w := &wordParts{size: uint8(len(surface))}
	copy(w.surface[:], surface)
	w.parts = newParts(surface)
	if len(w.parts) == 1 {
		w.first[0] = w.parts[0]
		w.parts = w.first[:]
	}
	return w
}

// is reports whether w is of a word.
func (w *wordParts) is(surface string) bool {
	return w != nil && string(w.surface[:w.size]) == surface
}

// parts looks a word up.
func (t *wordTable) parts(surface string) []part {
	if len(surface) > longestKept {
		return newParts(surface)
	}
	pair := uint32(maphash.String(t.seed, surface)) & (1<<wordBits - 2)
	first, second := &t.slots[pair], &t.slots[pair+1]
	last := first.Load()
	if last.is(surface) {
		return last.parts
	}
	if w := second.Load(); w.is(surface) {
		return w.parts
	}
	w := newWordParts(surface)
	first.Store(w)
	second.Store(last)
	return w.parts
}
