package main

import (
	"container/heap"
	"maps"
	"slices"
	"strings"
)

// prefix marks a piece that does not begin its word.
const prefix = "##"

// learner holds the words, cut into the pieces known so far.
type learner struct {
	pieces []string         // by number
	number map[string]int   // and back
	words  [][]int          // the pieces of each word
	counts []int            // how often each word was seen
	pairs  map[[2]int]int   // how often two pieces are neighbours
	where  map[[2]int][]int // words in which they are, some perhaps no longer
	queue  candidates
}

// learn returns at most size pieces: the printable characters, then what was
// merged, in order.
func learn(counts map[string]int, size, least int) []string {
	l := &learner{number: map[string]int{}, pairs: map[[2]int]int{}, where: map[[2]int][]int{}}
	l.alphabet()
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		if counts[w] >= least && len(w) > 1 {
			l.add(w, counts[w])
		}
	}
	for pair, n := range l.pairs {
		l.queue = append(l.queue, l.candidate(pair, n))
	}
	heap.Init(&l.queue)
	for len(l.pieces) < size && len(l.queue) > 0 {
		c := heap.Pop(&l.queue).(candidate)
		switch n := l.pairs[c.pair]; {
		case n <= 0:
		case n != c.count:
			heap.Push(&l.queue, l.candidate(c.pair, n))
		default:
			l.merge(c.pair)
		}
	}
	return l.pieces
}

// alphabet adds every printable character that the fold leaves, and letters and
// digits within a word, so that no word is unknown.
func (l *learner) alphabet() {
	for b := byte('!'); b <= '~'; b++ {
		if ('A' <= b && b <= 'Z') || b == '[' || b == ']' {
			continue
		}
		l.piece(string(b))
		if ('a' <= b && b <= 'z') || ('0' <= b && b <= '9') {
			l.piece(prefix + string(b))
		}
	}
}

// piece is the number of a piece.
func (l *learner) piece(s string) int {
	if n, ok := l.number[s]; ok {
		return n
	}
	l.number[s] = len(l.pieces)
	l.pieces = append(l.pieces, s)
	return len(l.pieces) - 1
}

// add cuts a word into characters.
func (l *learner) add(w string, count int) {
	pieces := make([]int, len(w))
	for i := range len(w) {
		pieces[i] = l.piece(mark(i, w[i:i+1]))
	}
	l.words, l.counts = append(l.words, pieces), append(l.counts, count)
	l.tally(len(l.words)-1, count)
}

func mark(i int, s string) string {
	if i > 0 {
		return prefix + s
	}
	return s
}

// tally adds n for each pair of neighbours in a word.
func (l *learner) tally(word, n int) {
	pieces := l.words[word]
	for i := 1; i < len(pieces); i++ {
		pair := [2]int{pieces[i-1], pieces[i]}
		l.pairs[pair] += n
		if n > 0 {
			l.where[pair] = append(l.where[pair], word)
		}
	}
}

// merge makes one piece of two wherever they are neighbours.
func (l *learner) merge(pair [2]int) {
	merged := l.piece(l.joined(pair))
	words := l.where[pair]
	slices.Sort(words)
	fresh := map[[2]int]bool{}
	for _, w := range slices.Compact(words) {
		l.tally(w, -l.counts[w])
		l.words[w] = replace(l.words[w], pair, merged)
		l.tally(w, l.counts[w])
		for i, p := range l.words[w] {
			if p == merged && i > 0 {
				fresh[[2]int{l.words[w][i-1], p}] = true
			}
			if p == merged && i+1 < len(l.words[w]) {
				fresh[[2]int{p, l.words[w][i+1]}] = true
			}
		}
	}
	delete(l.pairs, pair)
	delete(l.where, pair)
	for p := range fresh {
		heap.Push(&l.queue, l.candidate(p, l.pairs[p]))
	}
}

func (l *learner) joined(pair [2]int) string {
	return l.pieces[pair[0]] + strings.TrimPrefix(l.pieces[pair[1]], prefix)
}

// replace returns pieces with merged for each pair, from the left.
func replace(pieces []int, pair [2]int, merged int) []int {
	out := pieces[:0]
	for i := 0; i < len(pieces); i++ {
		if i+1 < len(pieces) && pieces[i] == pair[0] && pieces[i+1] == pair[1] {
			out = append(out, merged)
			i++
		} else {
			out = append(out, pieces[i])
		}
	}
	return out
}

// candidate is a pair that may be merged, with the count that it had when it
// was queued.
type candidate struct {
	pair  [2]int
	count int
	text  string // of both, for order
}

func (l *learner) candidate(pair [2]int, n int) candidate {
	return candidate{pair, n, l.pieces[pair[0]] + " " + l.pieces[pair[1]]}
}

// candidates is a heap, the most frequent first.
type candidates []candidate

func (c candidates) Len() int { return len(c) }
func (c candidates) Less(i, j int) bool {
	if c[i].count != c[j].count {
		return c[i].count > c[j].count
	}
	return c[i].text < c[j].text
}
func (c candidates) Swap(i, j int) { c[i], c[j] = c[j], c[i] }
func (c *candidates) Push(x any)   { *c = append(*c, x.(candidate)) }
func (c *candidates) Pop() any {
	last := len(*c) - 1
	x := (*c)[last]
	*c = (*c)[:last]
	return x
}
