package topic

import (
	"math"
	"math/bits"
	"slices"
)

// ranking gives statements out, most like first, and sorts no more of them than are
// asked for (Paredes and Navarro 2006, "Optimal incremental sorting"): of the
// hundreds that are like a statement of a large story some forty are.
type ranking struct {
	keys    []uint64 // likeness and place, in order of what they stand for
	given   int      // keys[:given] are out
	ordered int      // keys[:ordered] are in order
	ends    []int    // what is before an end comes before what is behind it; the nearest last
}

// few is how many keys are sorted at once.
const few = 32

// add puts a statement in.
func (r *ranking) add(b int32, alike float32) {
	r.keys = append(r.keys, uint64(math.MaxUint32-math.Float32bits(alike))<<32|uint64(b)) // the bits of positive numbers are in their order
}

// next takes the one out that is most like, and of these the first; false where
// none is left.
func (r *ranking) next() (b int32, alike float32, ok bool) {
	if r.given == len(r.keys) {
		return 0, 0, false
	}
	if r.given == r.ordered {
		r.order()
	}
	k := r.keys[r.given]
	r.given++
	return int32(uint32(k)), math.Float32frombits(math.MaxUint32 - uint32(k>>32)), true
}

// order puts some more in order.
func (r *ranking) order() {
	if len(r.ends) == 0 {
		r.ends = append(r.ends, len(r.keys))
	}
	end := r.ends[len(r.ends)-1]
	for end-r.ordered > few {
		end = r.ordered + part(r.keys[r.ordered:end])
		r.ends = append(r.ends, end)
	}
	slices.Sort(r.keys[r.ordered:end])
	r.ordered, r.ends = end, r.ends[:len(r.ends)-1]
}

// clear leaves none.
func (r *ranking) clear() {
	*r = ranking{keys: r.keys[:0], ends: r.ends[:0]}
}

// part puts the lower of several different keys before the others, and returns how
// many these are: at least one, and not all. It does so without a branch, for which
// way a key goes cannot be foreseen.
func part(keys []uint64) int {
	last := len(keys) - 1
	pivot := middle(keys[0], keys[len(keys)/2], keys[last])
	low := 0
	for i, k := range keys {
		_, lower := bits.Sub64(k, pivot, 0)
		keys[i], keys[low] = keys[low], k
		low += int(lower)
	}
	return low
}

// middle is the one of three that is neither least nor greatest.
func middle(a, b, c uint64) uint64 {
	return max(min(a, b), min(max(a, b), c))
}
