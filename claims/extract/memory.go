package extract

import (
	"sync"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/word"
)

// memory is what an article is read in. It serves one article after the other:
// nothing of it is in the claims.
type memory struct {
	split  []word.Word         // the words of the article
	units  []unit              // those of the block in hand
	tokens []attribution.Token // those of the sentence in hand
	out    []draft             // what was found so far
}

// memories keeps the memory for the next article.
var memories = sync.Pool{New: func() any { return new(memory) }}

// free keeps the memory for another article, and next to nothing of this one.
func (m *memory) free() {
	m.split = emptied(m.split)
	m.units = emptied(m.units)
	m.tokens = emptied(m.tokens)
	m.out = emptied(m.out)
	memories.Put(m)
}

// emptied is a list of no elements in the same memory.
func emptied[T any](list []T) []T {
	clear(list)
	return list[:0]
}

// wordsOf are the words of each block that is read.
func (m *memory) wordsOf(a claims.Article) [][]word.Word {
	out := make([][]word.Word, len(a.Blocks))
	for i, b := range a.Blocks {
		if readable(b) {
			from := len(m.split)
			m.split = word.Append(m.split, b.In(a.Text), b.Start)
			out[i] = m.split[from:len(m.split):len(m.split)]
		}
	}
	return out
}
