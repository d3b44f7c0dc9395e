package cross

import "crosscheck/compare"

// labels are entailment, neutral and contradiction, in this order.
const labels = 3

// Scores judges a pair: a is the premise, b the hypothesis. They need not come
// to the same the other way round. Where either has nothing to read the pair is
// Neutral for certain.
func (m *Model) Scores(a, b *Encoding) compare.Scores {
	if a.Len() == 0 || b.Len() == 0 {
		return compare.Scores{Neutral: 1}
	}
	s := m.scratches.Get().(*scratch)
	defer m.scratches.Put(s)
	return soften(m.logits(s, a, b))
}

// soften makes the weights of the labels sum to 1 (softmax). Where they are no
// numbers, which weights of a sound file do not come to, it says nothing.
func soften(logits [labels]float32) compare.Scores {
	top := max(logits[0], logits[1], logits[2])
	if top-top != 0 { // it is no number, or infinite
		return compare.Scores{Neutral: 1}
	}
	e, n, c := float64(exp(logits[0]-top)), float64(exp(logits[1]-top)), float64(exp(logits[2]-top))
	sum := e + n + c
	return compare.Scores{Entailment: e / sum, Neutral: n / sum, Contradiction: c / sum}
}

// logits are the weights of the labels before they are made to sum to 1.
func (m *Model) logits(s *scratch, a, b *Encoding) (out [labels]float32) {
	s.pair.join(a, b)
	n := len(s.pair.IDs)
	m.embed(s)
	for i := range m.blocks {
		m.apply(s, &m.blocks[i], n, i == len(m.blocks)-1)
	}
	m.norm.apply(s.y, s.x, 1)
	s.in.set(s.y, 1, m.width)
	m.hidden.apply(s.y, m.width, &s.in, 1, 0, m.width)
	for i, v := range s.y[:m.width] {
		s.y[i] = tanh(v)
	}
	s.in.set(s.y, 1, m.width)
	m.label.apply(s.y, outs, &s.in, 1, 0, labels)
	copy(out[:], s.y)
	return out
}

// embed writes into s.x what each piece means on its own.
func (m *Model) embed(s *scratch) {
	for i, id := range s.pair.IDs {
		row := s.x[i*m.width : (i+1)*m.width]
		clear(row)
		m.word.add(row, int(id))
		m.position.add(row, i)
		m.side.add(row, int(s.pair.Sides[i]))
		m.mark.add(row, int(s.pair.Marks[i]))
		m.met.add(row, int(s.pair.Met[i]))
	}
}

// scratch is the room that one judgement needs: at the real size 1.5 MB.
type scratch struct {
	pair      Input
	x, y      []float32 // pieces x width: what is known of them, and what is to be added
	wide      []float32 // pieces x 4 width
	in        rounded   // pieces x 4 width: what goes into a matrix
	attention attention
}

func (m *Model) newScratch() any {
	const n = MaxPieces
	return &scratch{
		x: make([]float32, n*m.width), y: make([]float32, n*m.width), wide: make([]float32, n*4*m.width),
		in: newRounded(n, 4*m.width), attention: newAttention(m.width / m.heads),
	}
}
