package cross

// A product multiplies rows with four rows of weights, all rounded:
//
//	y[r*yStep+o] += xBy[r*byStep] * wBy[o] * sum of x[r*xStep+i]*w[o*wStep+i]
//
// for r below rows, o below outs and i below k. The caller sees to it that no
// sum overflows.
type product struct {
	y      []float32
	x, w   []int16
	xBy    []float32
	wBy    []float32
	yStep  int
	xStep  int
	byStep int
	wStep  int
	rows   int // above 0
	k      int // a multiple of lanes, above 0
}

const (
	outs  = 4  // numbers of a row that are worked out together
	lanes = 16 // factors that the processor takes at a time
)

// runPlain is run in plain Go.
func (p *product) runPlain() {
	k := p.k
	w0, w1, w2, w3 := p.w[:k], p.w[p.wStep:][:k], p.w[2*p.wStep:][:k], p.w[3*p.wStep:][:k]
	for r := 0; r < p.rows; r += 2 {
		next := min(r+1, p.rows-1)
		x0, x1 := p.x[r*p.xStep:][:k], p.x[next*p.xStep:][:k]
		var a0, a1, a2, a3, b0, b1, b2, b3 int32
		for i, u := range x0 {
			u, v := int32(u), int32(x1[i])
			c0, c1, c2, c3 := int32(w0[i]), int32(w1[i]), int32(w2[i]), int32(w3[i])
			a0 += u * c0
			b0 += v * c0
			a1 += u * c1
			b1 += v * c1
			a2 += u * c2
			b2 += v * c2
			a3 += u * c3
			b3 += v * c3
		}
		p.add(r, &[outs]int32{a0, a1, a2, a3})
		if next > r {
			p.add(next, &[outs]int32{b0, b1, b2, b3})
		}
	}
}

// add adds the sums of row r to y. Products are rounded before they are added, so
// that no processor joins the two steps.
func (p *product) add(r int, sums *[outs]int32) {
	y, by := p.y[r*p.yStep:][:outs], p.xBy[r*p.byStep]
	for o, sum := range sums {
		y[o] += float32(float32(sum) * float32(by*p.wBy[o]))
	}
}
