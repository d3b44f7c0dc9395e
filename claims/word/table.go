package word

// Table is a map from folded words that is made once and asked for every word
// of a text, nearly always in vain: most words are told to be absent from their
// first and last byte and their length. The zero value is empty. It may be read
// by many at once.
type Table[V any] struct {
	shapes  [1 << shapeBits / 64]uint64
	slots   []uint16 // indices into entries, plus one; a power of two of them
	entries []tableEntry[V]
}

type tableEntry[V any] struct {
	word  string
	value V
}

const (
	// shapeBits is how many bits of a word its shape keeps: five of its first
	// byte, five of its last and three of its length.
	shapeBits = 13
	// sparse is how many slots there are for an entry, at least: few are looked
	// at twice.
	sparse = 3
)

// NewTable returns a table of entries, of which it keeps at most 65,535.
func NewTable[V any](entries map[string]V) *Table[V] {
	n := 1
	for n < sparse*len(entries) {
		n *= 2
	}
	t := &Table[V]{slots: make([]uint16, n)}
	for w, v := range entries {
		if w == "" || len(t.entries) == 1<<16-1 {
			continue
		}
		s := shape(w)
		t.shapes[s/64] |= 1 << (s % 64)
		t.entries = append(t.entries, tableEntry[V]{w, v})
		i := hash(w)
		for t.slots[i&uint32(n-1)] != 0 {
			i++
		}
		t.slots[i&uint32(n-1)] = uint16(len(t.entries))
	}
	return t
}

// Look returns the entry of a folded word, and false where it has none.
func (t *Table[V]) Look(norm string) (V, bool) {
	if norm != "" {
		if s := shape(norm); t.shapes[s/64]&(1<<(s%64)) != 0 {
			return t.find(norm)
		}
	}
	var none V
	return none, false
}

// Has reports whether a folded word has an entry.
func (t *Table[V]) Has(norm string) bool {
	_, ok := t.Look(norm)
	return ok
}

// find looks a word up in the slots.
func (t *Table[V]) find(norm string) (V, bool) {
	mask := uint32(len(t.slots) - 1)
	for i := hash(norm); ; i++ {
		k := t.slots[i&mask]
		if k == 0 {
			var none V
			return none, false
		}
		if e := &t.entries[k-1]; e.word == norm {
			return e.value, true
		}
	}
}

// shape is the bits that a word is told by, which must not be empty.
func shape(w string) uint {
	return uint(w[0]&31)<<8 | uint(w[len(w)-1]&31)<<3 | uint(len(w)&7)
}

// hash is 32-bit FNV-1a (Fowler, Noll and Vo 1991), its bits folded.
func hash(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h ^ h>>15
}
