package cross

// matrix is a linear map: out = weights * in + bias.
type matrix struct {
	in, out int
	ints    []int16   // row by row, out x in, and rows of zeros to a multiple of outs
	scales  []float32 // what a row is to be multiplied with
	bias    []float32
}

// apply maps rows of x into rows of y, each step apart, as far as the outputs
// from (a multiple of outs) up to to. It writes a multiple of outs of them.
func (m *matrix) apply(y []float32, step int, x *rounded, rows, from, to int) {
	per := stretches(m.in)
	p := product{yStep: step, xStep: m.in, byStep: per, wStep: m.in, rows: rows}
	for o := from; o < to; o += outs {
		bias := (*[outs]float32)(m.bias[o:])
		for r := range rows {
			*(*[outs]float32)(y[r*step+o:]) = *bias
		}
		p.y, p.wBy = y[o:], m.scales[o:]
		for s := range per {
			at := s * stretch
			p.x, p.xBy, p.w, p.k = x.ints[at:], x.scales[s:], m.ints[o*m.in+at:], min(stretch, m.in-at)
			p.run()
		}
	}
}
