package main

import "math"

// exchange is a division of the words into classes, with the counts of
// neighbouring classes. The boundary and the rare words are classes of their
// own, numbered as they are, which no word enters or leaves.
type exchange struct {
	pairs  pairs
	counts []int   // by word
	class  []int32 // by word
	k      int     // classes, those of the boundary and the rare words included
	size   []int   // by class: how often its words occur
	next   []int   // [g*k+h]: how often a word of h follows one of g
	before []int   // [g*k+h]: how often a word of h precedes one of g

	// The neighbours of the word in hand by class, and the classes that are not 0.
	right, left   []int
	rights, lefts []int32
	self          int // how often the word follows itself

	logs  []float64 // n log n
	total int       // words and boundaries
}

// newExchange puts each of the most frequent words in a class of its own and
// all the others in the last, as Martin et al. 1998 (section 4) do.
func newExchange(p pairs, counts []int, classes int) *exchange {
	k := min(classes+reserved, len(counts))
	x := &exchange{pairs: p, counts: counts, k: k, class: make([]int32, len(counts)), size: make([]int, k),
		next: make([]int, k*k), before: make([]int, k*k), right: make([]int, k), left: make([]int, k), logs: logTable()}
	for w := range counts {
		x.class[w] = int32(min(w, k-1))
		x.size[x.class[w]] += counts[w]
		x.total += counts[w]
	}
	for w, list := range p.next {
		for _, n := range list {
			g, h := int(x.class[w]), int(x.class[n.word])
			x.next[g*k+h] += int(n.count)
			x.before[h*k+g] += int(n.count)
		}
	}
	return x
}

// pass offers every word all classes, the most frequent first, and returns how
// many moved.
func (x *exchange) pass() int {
	moved := 0
	for w := reserved; w < len(x.class); w++ {
		old := x.class[w]
		x.gather(w)
		x.shift(w, int(old), -1)
		best, most := old, x.gain(w, int(old))
		for g := reserved; g < x.k; g++ {
			if gain := x.gain(w, g); gain > most {
				best, most = int32(g), gain
			}
		}
		x.shift(w, int(best), +1)
		if x.class[w] = best; best != old {
			moved++
		}
	}
	return moved
}

// gather counts the neighbours of word w by their classes.
func (x *exchange) gather(w int) {
	x.self = 0
	x.rights = x.sum(w, x.pairs.next[w], x.right, x.rights)
	x.self = 0 // counted in both directions, and the same in each
	x.lefts = x.sum(w, x.pairs.before[w], x.left, x.lefts)
}

// sum clears the classes of touched in by, adds the neighbours of w other than
// itself, and returns the classes that are not 0.
func (x *exchange) sum(w int, list []neighbour, by []int, touched []int32) []int32 {
	for _, h := range touched {
		by[h] = 0
	}
	touched = touched[:0]
	for _, n := range list {
		if int(n.word) == w {
			x.self += int(n.count)
			continue
		}
		h := x.class[n.word]
		if by[h] == 0 {
			touched = append(touched, h)
		}
		by[h] += int(n.count)
	}
	return touched
}

// shift puts the gathered word w into class g (sign 1) or takes it out (-1).
func (x *exchange) shift(w, g, sign int) {
	k := x.k
	for _, h := range x.rights {
		x.next[g*k+int(h)] += sign * x.right[h]
		x.before[int(h)*k+g] += sign * x.right[h]
	}
	for _, h := range x.lefts {
		x.before[g*k+int(h)] += sign * x.left[h]
		x.next[int(h)*k+g] += sign * x.left[h]
	}
	x.next[g*k+g] += sign * x.self
	x.before[g*k+g] += sign * x.self
	x.size[g] += sign * x.counts[w]
}

// gain is what the gathered word w, taken out of its class, adds to the log
// likelihood in class g: the sum of n log n over the pairs of classes less
// twice that over the classes (Martin et al. 1998, equation 7).
func (x *exchange) gain(w, g int) float64 {
	next, before := x.next[g*x.k:(g+1)*x.k], x.before[g*x.k:(g+1)*x.k]
	var sum float64
	for _, h := range x.rights {
		if n := next[h]; int(h) != g {
			sum += x.log(n+x.right[h]) - x.log(n)
		}
	}
	for _, h := range x.lefts {
		if n := before[h]; int(h) != g {
			sum += x.log(n+x.left[h]) - x.log(n)
		}
	}
	n := next[g]
	sum += x.log(n+x.right[g]+x.left[g]+x.self) - x.log(n)
	return sum - 2*(x.log(x.size[g]+x.counts[w])-x.log(x.size[g]))
}

// information is the mutual information of the classes of two neighbours, in
// bits a word.
func (x *exchange) information() float64 {
	var sum float64
	for _, n := range x.next {
		sum += x.log(n)
	}
	for _, n := range x.size {
		sum -= 2 * x.log(n)
	}
	return ((sum + x.log(x.total)) / float64(x.total)) / math.Ln2
}

// log is n log n, 0 for 0.
func (x *exchange) log(n int) float64 {
	if n < len(x.logs) {
		return x.logs[n]
	}
	return nLogN(n)
}

// logTable holds n log n of the counts that most pairs of classes have.
func logTable() []float64 {
	t := make([]float64, 1<<18) // 2 MB: what a processor's cache holds
	for n := range t {
		t[n] = nLogN(n)
	}
	return t
}

func nLogN(n int) float64 {
	if n == 0 {
		return 0
	}
	// The conversion forbids fusing the product with a later sum, which would
	// make the result depend on the machine.
	return float64(float64(n) * math.Log(float64(n)))
}
