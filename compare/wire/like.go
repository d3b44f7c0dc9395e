package wire

// The shares of words in order, from which on two texts are copies. They were
// set by reading pairs of news sentences on either side of the line.
const (
	// leastLike is the share of the longer one's words.
	leastLike = .7
	// leastWithin is the share of the shorter one's words, where it was cut from
	// the longer one; a quotation of fewer than shortWithin words is in many.
	leastWithin = .9
	shortWithin = 8
	// shortCut and leastCut are the fewest words, and the least part of the
	// longer one, that is taken for cut where nobody is quoted.
	shortCut, leastCut = 12, .45
)

// aligner counts the words that two texts have in common in their order.
type aligner struct{ far []int32 }

// least is how many words two texts need in common to be copies; more than the
// shorter one has where they cannot be. Of quotations what is quoted counts,
// whatever an outlet puts around it.
func least(a, b *text) int {
	if a.n > b.n {
		a, b = b, a
	}
	short, long := min(int(a.n), maxWords), min(int(b.n), maxWords)
	n := int(leastLike*float64(long) + .999)
	if cutFrom(a, b) {
		n = min(n, int(leastWithin*float64(short)+.999))
	}
	if said := min(int(a.quoted), int(b.quoted), maxWords); said >= shortWithin && 2*said >= short {
		around := min(int(a.n-a.quoted), int(b.n-b.quoted))
		n = min(n, int(leastWithin*float64(said)+.999)+around/3) // "the spokeswoman said" may be common too
	}
	return n
}

// cutFrom reports whether the shorter text may be cut from the longer one. A
// quotation may stand in a sentence of any length.
func cutFrom(short, long *text) bool {
	if 2*max(short.quoted, long.quoted) >= short.n {
		return short.n >= shortWithin
	}
	return short.n >= shortCut && float64(short.n) >= leastCut*float64(long.n)
}

// bag is a set of words, in which many share a place: enough to tell of most
// texts, without reading them again, that they are no copies.
type bag uint64

func bagOf(words []uint32) bag {
	var b bag
	for _, x := range words {
		b |= 1 << (x & 63)
	}
	return b
}

// most is a bound on how many of words the text of the bag has.
func (b bag) most(words []uint32) int {
	n := 0
	for _, x := range words {
		n += int(b >> (x & 63) & 1)
	}
	return n
}

// common is the length of the longest common subsequence of a and b, 0 where it
// is less than least: the greedy algorithm of Myers 1986, figure 2, which stops
// where too much has been left out.
func (al *aligner) common(a, b []uint32, least int) int {
	n, m := len(a), len(b)
	most := n + m - 2*least
	if most < 0 {
		return 0
	}
	if need := 2*most + 3; len(al.far) < need {
		al.far = make([]int32, need)
	}
	far, mid := al.far, most+1
	far[mid+1] = 0
	for d := 0; d <= most; d++ {
		for k := -d; k <= d; k += 2 {
			var x int
			if k == -d || k != d && far[mid+k-1] < far[mid+k+1] {
				x = int(far[mid+k+1])
			} else {
				x = int(far[mid+k-1]) + 1
			}
			for x < n && x-k < m && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			far[mid+k] = int32(x)
			if x >= n && x-k >= m {
				return (n + m - d) / 2
			}
		}
	}
	return 0
}
