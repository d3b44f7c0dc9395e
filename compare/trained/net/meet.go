package net

// attend has each piece of a find its like in b, and the other way round, head
// by head: home[0] is what a's pieces bring home, home[1] what b's do, weighted
// by the softmax of how their keys agree.
func (m *Model) attend(s *scratch, a, b *Encoding) {
	n, k := a.Len(), b.Len()
	s.same(a, b)
	clear(s.home[0][:n*homeSize])
	clear(s.home[1][:k*homeSize])
	for r := range heads {
		w := s.weights[:n*k]
		keys := layer{in: keySize, out: k, weights: b.keys[r]}
		keys.apply(w, a.keys[r], n, keySize)
		s.soften(w, n, k, m.same[r])
		for i := range n {
			bring(s, w[i*k:(i+1)*k], a, b, i, r)
		}
		scale(s.home[0][:], s.sums[0][:n], r)
		scale(s.home[1][:], s.sums[1][:k], r)
	}
}

// soften turns agreement into e to its power, and sums it up by row and column.
// The greatest is taken off first, so that nothing overflows; a piece that
// agrees with none by e^-80 of that would find all alike.
func (s *scratch) soften(w []float32, n, k int, same float32) {
	const root = 0.17677669529663687 // keySize to the power -1/2
	top := float32(-1e30)
	for i := range w {
		w[i] = float32(w[i] * root)
		if s.equal[i] {
			w[i] += same
		}
		top = max(top, w[i])
	}
	clear(s.sums[1][:k])
	for i := range n {
		row, sum := w[i*k:(i+1)*k], float32(0)
		for j, v := range row {
			row[j] = exp(v - top)
			sum += row[j]
			s.sums[1][j] += row[j]
		}
		s.sums[0][i] = sum
	}
}

// bring adds up what piece i of a and all pieces of b bring each other.
func bring(s *scratch, w []float32, a, b *Encoding, i, r int) {
	mine := (*[meetSize]float32)(a.meet[i*homeSize+r*meetSize:])
	home := (*[meetSize]float32)(s.home[0][i*homeSize+r*meetSize:])
	for j, v := range w {
		other := (*[meetSize]float32)(b.meet[j*homeSize+r*meetSize:])
		back := (*[meetSize]float32)(s.home[1][j*homeSize+r*meetSize:])
		for d := range meetSize {
			home[d] += float32(v * other[d])
			back[d] += float32(v * mine[d])
		}
	}
}

// scale divides what head r brought home by the weights' sum.
func scale(home, sums []float32, r int) {
	for i, sum := range sums {
		part := home[i*homeSize+r*meetSize:][:meetSize]
		for d := range part {
			part[d] /= sum
		}
	}
}

// same finds the pieces that both statements have.
func (s *scratch) same(a, b *Encoding) {
	clear(s.shared[0][:a.Len()])
	clear(s.shared[1][:b.Len()])
	at := 0
	for i, x := range a.ids {
		for j, y := range b.ids {
			s.equal[at] = x == y
			if x == y {
				s.shared[0][i], s.shared[1][j] = true, true
			}
			at++
		}
	}
}
