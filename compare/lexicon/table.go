package lexicon

// table maps pairs of IDs to relations by open addressing: the lookup is the
// innermost step of aligning, and a Go map takes four times as long.
type table struct {
	keys []uint64 // 0 is free
	vals []Relation
	n    int
}

// pairKey is never 0, because no ID of a pair is.
func pairKey(a, b ID) uint64 { return uint64(a)<<32 | uint64(b) }

// slot is where key is or would be put. len(t.keys) is a power of two.
func (t *table) slot(key uint64) int {
	i := int((key * 0x9E3779B97F4A7C15) >> 32 & uint64(len(t.keys)-1))
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & (len(t.keys) - 1)
	}
	return i
}

// get returns the relations of key, 0 where there are none.
func (t *table) get(key uint64) Relation {
	if len(t.keys) == 0 {
		return 0
	}
	i := t.slot(key)
	if t.keys[i] == 0 {
		return 0
	}
	return t.vals[i]
}

// add puts r to the relations of key.
func (t *table) add(key uint64, r Relation) {
	if 2*(t.n+1) > len(t.keys) {
		t.grow()
	}
	i := t.slot(key)
	if t.keys[i] == 0 {
		t.keys[i] = key
		t.n++
	}
	t.vals[i] |= r
}

// drop takes the relations of mask off key.
func (t *table) drop(key uint64, mask Relation) {
	if len(t.keys) == 0 {
		return
	}
	if i := t.slot(key); t.keys[i] != 0 {
		t.vals[i] &^= mask
	}
}

// firstSize holds the embedded relations without growing.
const firstSize = 1 << 19

func (t *table) grow() {
	old := *t
	size := max(firstSize, 2*len(old.keys))
	*t = table{keys: make([]uint64, size), vals: make([]Relation, size)}
	for i, k := range old.keys {
		if k != 0 {
			t.add(k, old.vals[i])
		}
	}
}

// opposites are the IDs that each ID stands opposed to.
func (t *table) opposites() map[ID][]ID {
	out := map[ID][]ID{}
	for i, key := range t.keys {
		if a, b := ID(key>>32), ID(uint32(key)); t.vals[i]&Opposite != 0 {
			out[a] = append(out[a], b)
		}
	}
	return out
}
