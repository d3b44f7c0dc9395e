package net

// layer is a linear map: out = weights * in + bias.
type layer struct {
	in, out int
	weights []float32 // row by row, out x in
	bias    []float32 // out, or nil
}

// apply maps rows of x, each step apart and l.in long, into rows of y, l.out
// long. A step shorter than l.in makes a convolution of it.
//
// Two rows and four outputs at a time: each number loaded is used several
// times. Products are rounded before they are added, so that no processor joins
// the two steps, and the sum is the same on all.
func (l *layer) apply(y, x []float32, rows, step int) {
	r := 0
	for ; r+1 < rows; r += 2 {
		l.two(y[r*l.out:(r+2)*l.out], x[r*step:r*step+l.in], x[(r+1)*step:(r+1)*step+l.in])
	}
	if r < rows {
		l.one(y[r*l.out:(r+1)*l.out], x[r*step:r*step+l.in])
	}
}

// two maps two rows.
func (l *layer) two(y, x0, x1 []float32) {
	y0, y1 := y[:l.out], y[l.out:2*l.out]
	x1 = x1[:len(x0)]
	o := 0
	for ; o+3 < l.out; o += 4 {
		w0, w1, w2, w3 := l.row(o), l.row(o+1), l.row(o+2), l.row(o+3)
		w0, w1, w2, w3 = w0[:len(x0)], w1[:len(x0)], w2[:len(x0)], w3[:len(x0)]
		var a0, a1, a2, a3, b0, b1, b2, b3 float32
		for i, p := range x0 {
			q := x1[i]
			a0 += float32(p * w0[i])
			b0 += float32(q * w0[i])
			a1 += float32(p * w1[i])
			b1 += float32(q * w1[i])
			a2 += float32(p * w2[i])
			b2 += float32(q * w2[i])
			a3 += float32(p * w3[i])
			b3 += float32(q * w3[i])
		}
		y0[o], y0[o+1], y0[o+2], y0[o+3] = a0, a1, a2, a3
		y1[o], y1[o+1], y1[o+2], y1[o+3] = b0, b1, b2, b3
	}
	for ; o < l.out; o++ {
		y0[o], y1[o] = dot(l.row(o), x0), dot(l.row(o), x1)
	}
	for i, b := range l.bias {
		y0[i] += b
		y1[i] += b
	}
}

// one maps one row.
func (l *layer) one(y, x []float32) {
	for o := range l.out {
		y[o] = dot(l.row(o), x)
	}
	for i, b := range l.bias {
		y[i] += b
	}
}

func (l *layer) row(o int) []float32 { return l.weights[o*l.in : (o+1)*l.in] }

// dot is the sum of products, added up in the order of apply.
func dot(a, b []float32) (s float32) {
	b = b[:len(a)]
	for i, x := range a {
		s += float32(x * b[i])
	}
	return s
}

// relu sets what is negative to zero.
func relu(x []float32) {
	for i, v := range x {
		x[i] = max(v, 0)
	}
}

// add adds y to x.
func add(x, y []float32) {
	y = y[:len(x)]
	for i := range x {
		x[i] += y[i]
	}
}
