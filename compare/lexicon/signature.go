package lexicon

// Signature is a set of dictionary forms by a few of their bits, in which some
// look like others: two signatures that do not meet have no member in common,
// two that do may have none either. The zero value is empty.
type Signature [4]uint64

// golden spreads neighbours: 2^64 by the golden ratio (Knuth 1973, section 6.4).
const golden = 0x9E3779B97F4A7C15

func (s *Signature) add(id ID) { s.Mark(uint64(id) * golden) }

// Mark adds whatever has a hash, of which the first eight bits count.
func (s *Signature) Mark(hash uint64) {
	bit := hash >> 56
	s[bit/64] |= 1 << (bit % 64)
}

// Has reports whether s may have what has a hash.
func (s *Signature) Has(hash uint64) bool {
	bit := hash >> 56
	return s[bit/64]&(1<<(bit%64)) != 0
}

// Join adds the members of t to s.
func (s *Signature) Join(t *Signature) {
	s[0], s[1], s[2], s[3] = s[0]|t[0], s[1]|t[1], s[2]|t[2], s[3]|t[3]
}

// Meets reports whether s and t may have a member in common.
func (s *Signature) Meets(t *Signature) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

// Signatures returns two signatures of a word's lemmas: own of themselves, near
// of all that they are related to. Where the one of a word and the other of
// another do not meet, the two have no relation, which spares most look-ups.
func (l *Lexicon) Signatures(lemmas []ID) (own, near Signature) {
	for _, id := range lemmas {
		own.add(id)
		if int(id) < len(l.near) {
			near.Join(&l.near[id])
		}
	}
	return own, near
}

// Opposing is [Lexicon.Signatures] for opposites alone: own is of those lemmas
// that have any, against of the opposites. Both are empty for most words.
func (l *Lexicon) Opposing(lemmas []ID) (own, against Signature) {
	for _, id := range lemmas {
		for _, other := range l.against[id] {
			own.add(id)
			against.add(other)
		}
	}
	return own, against
}
