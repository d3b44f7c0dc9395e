package net

import (
	"sync"

	"crosscheck/compare"
)

// Scores judges a pair: a is the premise, b the hypothesis. They need not come
// to the same the other way round. Where either has nothing to read the pair is
// Neutral for certain.
func (m *Model) Scores(a, b *Encoding) compare.Scores {
	if a.Len() == 0 || b.Len() == 0 {
		return compare.Scores{Neutral: 1}
	}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	out := m.logits(s, a, b)
	top := max(out[0], out[1], out[2])
	e, n, c := float64(exp(out[0]-top)), float64(exp(out[1]-top)), float64(exp(out[2]-top))
	sum := e + n + c
	return compare.Scores{Entailment: e / sum, Neutral: n / sum, Contradiction: c / sum}
}

// logits are the weights of the labels before they are made to sum to 1.
func (m *Model) logits(s *scratch, a, b *Encoding) (out [labels]float32) {
	m.attend(s, a, b)
	m.side(s, s.pooled[:2*fuseSize], a, s.home[0][:], s.shared[0][:])
	m.side(s, s.pooled[2*fuseSize:], b, s.home[1][:], s.shared[1][:])
	m.judge1.one(s.judged[:], s.pooled[:])
	relu(s.judged[:])
	m.judge2.one(out[:], s.judged[:])
	return out
}

// scratch is the room that one judgement needs, 120 kB.
type scratch struct {
	weights  [MaxPieces * MaxPieces]float32
	equal    [MaxPieces * MaxPieces]bool
	shared   [2][MaxPieces]bool
	sums     [2][MaxPieces]float32
	home     [2][MaxPieces * homeSize]float32
	met      []float32
	fused    []float32
	composed []float32
	pooled   [4 * fuseSize]float32
	judged   [judgeSize]float32
}

var scratches = sync.Pool{New: func() any {
	return &scratch{
		met:      make([]float32, MaxPieces*3*homeSize),
		fused:    make([]float32, (MaxPieces+2)*fuseSize),
		composed: make([]float32, MaxPieces*fuseSize),
	}
}}
