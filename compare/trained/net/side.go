package net

// side sums up one statement that has met the other: of each number the
// greatest over all pieces, then the mean.
func (m *Model) side(s *scratch, out []float32, e *Encoding, home []float32, shared []bool) {
	n := e.Len()
	const wide = 3 * homeSize
	for i := range n {
		met := (*[wide]float32)(s.met[i*wide:])
		mine, other := e.meet[i*homeSize:(i+1)*homeSize], home[i*homeSize:(i+1)*homeSize]
		for d, x := range mine {
			y := other[d]
			met[d], met[homeSize+d], met[2*homeSize+d] = x*y, max(x-y, y-x), y
		}
	}
	// fused has a row of zeros before and behind.
	clear(s.fused[(n+1)*fuseSize : (n+2)*fuseSize])
	fused := s.fused[fuseSize : (n+1)*fuseSize]
	m.fuse.apply(fused, s.met[:n*wide], n, wide)
	add(fused, e.own)
	for i, is := range shared[:n] {
		if is {
			add(fused[i*fuseSize:(i+1)*fuseSize], m.alike)
		}
	}
	relu(fused)
	composed := s.composed[:n*fuseSize]
	m.compose.apply(composed, s.fused, n, fuseSize)
	relu(composed)
	add(composed, fused)
	pool(out, composed, n)
}

// pool writes the greatest of each column of x, then the mean.
func pool(out, x []float32, n int) {
	top, mean := out[:fuseSize], out[fuseSize:2*fuseSize]
	clear(out[:2*fuseSize])
	for i := range n {
		for d, v := range x[i*fuseSize : (i+1)*fuseSize] {
			top[d] = max(top[d], v) // v is never negative
			mean[d] += v
		}
	}
	for d := range mean {
		mean[d] /= float32(n)
	}
}
