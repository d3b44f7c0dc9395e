package main

// pairs are the neighbours of every word, each once with its count.
type pairs struct {
	next, before [][]neighbour // by word
}

type neighbour struct{ word, count int32 }

// countPairs counts the pairs of a stream of numbers below n.
func countPairs(stream []int32, n int) pairs {
	if len(stream) == 0 {
		return pairs{make([][]neighbour, n), make([][]neighbour, n)}
	}
	first, second := stream[:len(stream)-1], stream[1:]
	return pairs{next: group(first, second, n), before: group(second, first, n)}
}

// group counts, for every word of from, the words that stand at the same places
// of to. It sorts by counting, so that it takes no map of pairs.
func group(from, to []int32, n int) [][]neighbour {
	start := make([]int32, n+1)
	for _, w := range from {
		start[w+1]++
	}
	for w := range n {
		start[w+1] += start[w]
	}
	sorted, fill := make([]int32, len(from)), append([]int32(nil), start...)
	for i, w := range from {
		sorted[fill[w]] = to[i]
		fill[w]++
	}
	out := make([][]neighbour, n)
	seen := make([]int32, n)
	for w := range n {
		out[w] = tally(sorted[start[w]:start[w+1]], seen)
	}
	return out
}

// tally counts the words of list in the order of their first occurrence. seen
// is all zero before and after.
func tally(list, seen []int32) []neighbour {
	kinds := 0
	for _, w := range list {
		if seen[w] == 0 {
			kinds++
		}
		seen[w]++
	}
	out := make([]neighbour, 0, kinds)
	for _, w := range list {
		if seen[w] > 0 {
			out = append(out, neighbour{w, seen[w]})
			seen[w] = 0
		}
	}
	return out
}
