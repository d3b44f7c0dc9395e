package nli

import (
	"context"
	"errors"

	"crosscheck/claims/cores"
	"crosscheck/compare"
)

// beyond is how much more of a text is cut than can be read, in times of that:
// of two texts that are both too long, the longer one keeps the odd piece.
const beyond = 4

// cuts are the pieces of texts.
type cuts map[string][]int32

// encode cuts the distinct texts of pairs.
func (m *Model) encode(ctx context.Context, pairs []compare.Pair) (cuts, error) {
	known := make(cuts, len(pairs))
	var texts []string
	for _, p := range pairs {
		for _, text := range [...]string{p.A.Text, p.B.Text} {
			if _, ok := known[text]; !ok {
				known[text] = nil
				texts = append(texts, text)
			}
		}
	}
	done, failed := make([][]int32, len(texts)), make([]error, len(texts))
	err := cores.Each(ctx, len(texts), func(i int) { done[i], failed[i] = m.tokens.Encode(texts[i], beyond*m.info.MaxTokens) })
	for i, text := range texts {
		known[text] = done[i]
	}
	return known, errors.Join(append(failed, err)...)
}
