package cross

// block is one layer of the encoder: the pieces take in their neighbours, look at
// one another, and then each thinks for itself; what comes of it is added to what
// was there.
type block struct {
	norm1    norm
	near     near
	qkv, out matrix
	norm2    norm
	up, down matrix
}

// apply changes the n rows of s.x. Of the last block's rows only the first is
// asked for.
func (m *Model) apply(s *scratch, b *block, n int, last bool) {
	w, asking := m.width, n
	b.norm1.apply(s.y, s.x, n)
	b.near.apply(s.wide, s.y, n)
	s.in.set(s.wide, n, w)
	if last {
		asking = 1
		b.qkv.apply(s.wide, 3*w, &s.in, n, w, 3*w)
		b.qkv.apply(s.wide, 3*w, &s.in, 1, 0, w)
	} else {
		b.qkv.apply(s.wide, 3*w, &s.in, n, 0, 3*w)
	}
	m.attend(&s.attention, s.y, s.wide, n, asking)
	s.in.set(s.y, asking, w)
	b.out.apply(s.y, w, &s.in, asking, 0, w)
	add(s.x, s.y[:asking*w])

	b.norm2.apply(s.y, s.x, asking)
	s.in.set(s.y, asking, w)
	b.up.apply(s.wide, 4*w, &s.in, asking, 0, 4*w)
	squares(s.wide[:asking*4*w])
	s.in.set(s.wide, asking, 4*w)
	b.down.apply(s.y, w, &s.in, asking, 0, w)
	add(s.x, s.y[:asking*w])
}

// squares sets what is negative to zero, and squares the rest.
func squares(x []float32) {
	for i, v := range x {
		v = max(v, 0)
		x[i] = v * v
	}
}

// add adds y to the beginning of x.
func add(x, y []float32) {
	x = x[:len(y)]
	for i, v := range y {
		x[i] += v
	}
}
