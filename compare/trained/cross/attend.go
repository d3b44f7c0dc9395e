package cross

import "math"

// attention is the room that one head needs.
type attention struct {
	queries rounded    // pieces x size
	keys    [2]rounded // pieces x size: a key is the sum of both
	agree   []float32  // pieces x pieces, MaxPieces apart
	shares  [2]rounded // pieces x pieces, width apart: a share is the sum of both
	values  rounded    // size x pieces, width apart
	column  []float32
	size    int // numbers of a head
	step    int // from piece to piece of what is given
	pieces  int // of the pair in hand
	asking  int // how many of them ask, the first
	width   int // pieces, and zeros to a multiple of lanes
}

func newAttention(size int) attention {
	return attention{
		queries: newRounded(MaxPieces, size),
		keys:    [2]rounded{newRounded(MaxPieces, size), newRounded(MaxPieces, size)},
		agree:   make([]float32, MaxPieces*MaxPieces),
		shares:  [2]rounded{newRounded(MaxPieces, MaxPieces), newRounded(MaxPieces, MaxPieces)},
		values:  newRounded(size, MaxPieces),
		column:  make([]float32, max(size, MaxPieces)),
		size:    size,
	}
}

// attend has the first asking of n pieces look at all of them (Vaswani et al.
// 2017, section 3.2), and writes into y what they bring home. qkv has of each
// piece the queries of all heads, the keys, and the values.
func (m *Model) attend(t *attention, y, qkv []float32, n, asking int) {
	t.pieces, t.asking, t.step, t.width = n, asking, 3*m.width, (n+lanes-1)/lanes*lanes
	for at := 0; at < m.width; at += t.size {
		t.compare(qkv[at:], qkv[m.width+at:])
		for i := range asking {
			t.share(i)
		}
		t.turn(qkv[2*m.width+at:])
		t.bring(y[at:], m.width)
	}
}

// compare works out how queries and keys agree. It is what shares are powers of,
// and must be finer than other sums: a key is what it is rounded to and what that
// leaves, each so small that a sum of size products fits into 31 bits.
func (t *attention) compare(queries, keys []float32) {
	most, by := float32(math.MaxInt32/(widest*t.size)), float32(1/math.Sqrt(float64(t.size)))
	for i := range t.asking {
		t.queries.scales[i] = by * roundTo(t.queries.ints[i*t.size:(i+1)*t.size], queries[i*t.step:][:t.size], widest)
	}
	for i := range t.pieces {
		left := t.column[:t.size]
		copy(left, keys[i*t.step:])
		for _, k := range t.keys {
			out := k.ints[i*t.size : (i+1)*t.size]
			k.scales[i] = roundTo(out, left, most)
			for d, v := range out {
				left[d] -= float32(float32(v) * k.scales[i])
			}
		}
	}
	clear(t.agree[:t.asking*MaxPieces])
	p := product{yStep: MaxPieces, x: t.queries.ints, xBy: t.queries.scales, xStep: t.size, byStep: 1, wStep: t.size, rows: t.asking, k: t.size}
	for j := 0; j < t.pieces; j += outs {
		for _, k := range t.keys {
			p.y, p.w, p.wBy = t.agree[j:], k.ints[j*t.size:], k.scales[j:]
			p.run()
		}
	}
}

// share turns what piece i agrees to into shares of the whole (softmax). A share
// is the sum of two whole numbers, the second what the first leaves, in 256 parts:
// the first ones sum to widest or so, and 96 of the second to less.
func (t *attention) share(i int) {
	row, from := t.agree[i*MaxPieces:][:t.pieces], i*t.width
	top := row[0]
	for _, v := range row {
		top = max(top, v)
	}
	sum := float32(0)
	for j, v := range row {
		row[j] = exp(v - top)
		sum += row[j]
	}
	by := widest / sum
	first, second := t.shares[0].ints[from:][:t.width], t.shares[1].ints[from:][:t.width]
	for j, v := range row {
		v = float32(v * by)
		first[j] = whole(v)
		second[j] = whole(float32((v - float32(first[j])) * 256))
	}
	clear(first[t.pieces:])
	clear(second[t.pieces:])
	t.shares[0].scales[i], t.shares[1].scales[i] = 1./widest, 1./widest/256
}

// turn rounds the values, number by number over all pieces.
func (t *attention) turn(values []float32) {
	column := t.column[:t.pieces]
	for d := range t.size {
		for i := range column {
			column[i] = values[i*t.step+d]
		}
		out := t.values.ints[d*t.width:][:t.width]
		t.values.scales[d] = roundTo(out[:t.pieces], column, widest)
		clear(out[t.pieces:])
	}
}

// bring adds up the values by their shares.
func (t *attention) bring(y []float32, step int) {
	for i := range t.asking {
		clear(y[i*step:][:t.size])
	}
	p := product{yStep: step, xStep: t.width, byStep: 1, wStep: t.width, rows: t.asking, k: t.width}
	for d := 0; d < t.size; d += outs {
		p.y, p.w, p.wBy = y[d:], t.values.ints[d*t.width:], t.values.scales[d:]
		for _, s := range t.shares {
			p.x, p.xBy = s.ints, s.scales
			p.run()
		}
	}
}
