package nli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"crosscheck/compare"
	"crosscheck/compare/nli/subword"
)

// maxAtOnce is how many questions are in hand at once: it bounds the memory,
// about 1 kB a question. It is even, so that a pair's orders stay together.
const maxAtOnce = 8192

// Scores says of each pair what the model thinks of it, both orders taken
// together (see [Combine]). A text without a word in it is neutral to all.
// What the cache has is not asked again. The error is not about a pair: the
// context ended, the model is closed, or the network cannot be run.
func (m *Model) Scores(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	turned := make([]compare.Pair, 0, 2*len(pairs))
	for _, p := range pairs {
		turned = append(turned, p, compare.Pair{A: p.B, B: p.A})
	}
	both, err := m.Directed(ctx, turned)
	if err != nil {
		return nil, err
	}
	out := make([]compare.Scores, len(pairs))
	for i := range out {
		out[i] = Combine(both[2*i], both[2*i+1])
	}
	return out, nil
}

// Directed says what the model thinks of each pair in the one order that it was
// trained for, A being the premise and B the hypothesis: what published figures
// are measured with. Otherwise it is as [Model.Scores].
func (m *Model) Directed(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	out := make([]compare.Scores, 0, len(pairs))
	for part := range slices.Chunk(pairs, maxAtOnce) {
		some, err := m.directed(ctx, part)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// directed is Directed of what is in hand at once.
func (m *Model) directed(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	known, err := m.encode(ctx, pairs)
	if err != nil {
		return nil, err
	}
	out := make([]compare.Scores, len(pairs))
	keys := make([]Key, len(pairs))
	asked := map[Key]int{} // the place of a question among those for the network
	var joined []subword.Joined
	var open []Key
	for i, p := range pairs {
		a, b := known[p.A.Text], known[p.B.Text]
		if len(a) == 0 || len(b) == 0 {
			out[i] = compare.Scores{Neutral: 1}
			continue
		}
		keys[i] = m.question(p.A.Text, p.B.Text)
		if s, ok := m.cache.Get(keys[i]); ok {
			out[i] = s
		} else if _, ok := asked[keys[i]]; !ok {
			asked[keys[i]] = len(joined)
			joined, open = append(joined, m.tokens.Join(a, b, m.info.MaxTokens)), append(open, keys[i])
		}
	}
	said, err := m.ask(ctx, joined)
	if err != nil {
		return nil, err
	}
	for i, k := range open {
		m.cache.Put(k, said[i])
	}
	for i := range pairs {
		if at, ok := asked[keys[i]]; ok {
			out[i] = said[at]
		}
	}
	return out, nil
}

// ask has the network read questions, in batches.
func (m *Model) ask(ctx context.Context, joined []subword.Joined) ([]compare.Scores, error) {
	lengths := make([]int, len(joined))
	for i, j := range joined {
		lengths[i] = len(j.IDs)
	}
	rows := maxBatchRows
	if m.info.Quantised {
		rows = 1
	}
	batches := plan(lengths, rows)
	out := make([]compare.Scores, len(joined))
	failed := make([]error, len(batches))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(cap(m.slots), len(batches)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(batches); i = int(next.Add(1)) - 1 {
				if failed[i] = m.turn(ctx, fill(batches[i], joined, m.pad), out); failed[i] != nil {
					next.Store(int64(len(batches)))
				}
			}
		})
	}
	wg.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// turn waits for its turn, and has the network read one batch.
func (m *Model) turn(ctx context.Context, b *batch, out []compare.Scores) error {
	select {
	case m.slots <- struct{}{}:
		defer func() { <-m.slots }()
	case <-ctx.Done():
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.engine == nil {
		return errors.New("the model is closed")
	}
	logits, err := m.engine.run(b)
	if err != nil {
		return fmt.Errorf("reading with %s: %w", m.info.Name, err)
	}
	width := len(m.labels.names)
	if len(logits) != width*len(b.questions) {
		return fmt.Errorf("reading with %s: %d numbers for %d pairs", m.info.Name, len(logits), len(b.questions))
	}
	for row, q := range b.questions {
		if out[q], err = m.labels.scores(logits[row*width : (row+1)*width]); err != nil {
			return fmt.Errorf("reading with %s: %w", m.info.Name, err)
		}
	}
	return nil
}
