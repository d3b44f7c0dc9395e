package wire

import "slices"

const (
	// shingle is how many words a fingerprint covers (Broder 1997 has four to
	// ten): fewer are phrases that any text may have.
	shingle = 4
	// window is of how many shingles in a row one is kept at least, so that two
	// texts with shingle+window-1 = 6 words in a row in common share a fingerprint.
	window = 3
)

// winnower chooses the fingerprints of a text.
type winnower struct{ hashes []uint32 }

// append adds the fingerprints of words to dst, each once: the least hash of
// every window of shingles (Schleimer, Wilkerson and Aiken 2003, algorithm
// "robust winnowing": of equal ones the last that was chosen).
func (w *winnower) append(dst []uint32, words []uint32) []uint32 {
	w.hashes = w.hashes[:0]
	for i := 0; i+shingle <= len(words); i++ {
		var h uint64 = seed64
		for _, x := range words[i : i+shingle] {
			h = (h ^ uint64(x)) * prime64
		}
		w.hashes = append(w.hashes, uint32(h>>32))
	}
	begin, last := len(dst), -1
	for i := 0; i+window <= len(w.hashes) || i == 0 && len(w.hashes) > 0; i++ {
		end := min(i+window, len(w.hashes))
		if last >= i && w.hashes[end-1] >= w.hashes[last] {
			continue // the one that was chosen is still the least
		}
		least := i
		for k := i + 1; k < end; k++ {
			if w.hashes[k] < w.hashes[least] {
				least = k
			}
		}
		last = least
		dst = append(dst, w.hashes[least])
	}
	slices.Sort(dst[begin:])
	return dst[:begin+len(slices.Compact(dst[begin:]))]
}
