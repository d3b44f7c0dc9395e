package nli

import (
	"slices"

	"crosscheck/compare/nli/subword"
)

// How much is read at once. A network of MiniLM's size does 4 to 8 pairs at once
// about a fifth faster than one, and no more of them any faster (BenchmarkRows).
const (
	maxBatchTokens = 1024 // pieces, the padding counted
	maxBatchRows   = 8
)

// batch is questions that are read at once, all padded to one width.
type batch struct {
	questions  []int // which ones
	width      int
	ids, types []int64 // rows of width
	mask       []int64
}

// plan sorts questions by length, and cuts them into batches of at most rows.
func plan(lengths []int, rows int) [][]int {
	order := make([]int, len(lengths))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return lengths[j] - lengths[i] })
	var out [][]int
	for len(order) > 0 {
		width := max(1, lengths[order[0]]) // the longest comes first
		n := min(len(order), rows, max(1, maxBatchTokens/width))
		out = append(out, order[:n:n])
		order = order[n:]
	}
	return out
}

// fill puts questions into a batch.
func fill(questions []int, joined []subword.Joined, pad int32) *batch {
	b := &batch{questions: questions}
	for _, q := range questions {
		b.width = max(b.width, len(joined[q].IDs))
	}
	size := b.width * len(questions)
	all := make([]int64, 3*size)
	b.ids, b.types, b.mask = all[:size], all[size:2*size], all[2*size:]
	for row, q := range questions {
		at := row * b.width
		for i, id := range joined[q].IDs {
			b.ids[at+i], b.types[at+i], b.mask[at+i] = int64(id), int64(joined[q].Types[i]), 1
		}
		for i := len(joined[q].IDs); i < b.width; i++ {
			b.ids[at+i] = int64(pad)
		}
	}
	return b
}
