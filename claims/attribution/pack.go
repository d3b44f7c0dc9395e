package attribution

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// pack writes a weights file: the weights in whole quanta. Rows whose weights
// are all less than prune quanta are left out.
func pack(p *parameters, levels map[string]level, prune int) string {
	quantum := p.quantum()
	quanta := func(w float32) float64 { return math.Round(float64(w / quantum)) }
	out := []byte(magic)
	for from := range p.step {
		for _, w := range p.step[from] {
			out = binary.LittleEndian.AppendUint32(out, uint32(int32(quanta(w))))
		}
	}
	for _, w := range p.end {
		out = binary.LittleEndian.AppendUint32(out, uint32(int32(quanta(w))))
	}
	for l := never; l <= always; l++ {
		words := wordsOf(levels, l)
		out = binary.LittleEndian.AppendUint32(out, uint32(len(words)))
		out = append(out, words...)
	}
	bitmap := make([]byte, 1<<rowBits/8)
	var rows []byte
	for x := range 1 << rowBits {
		var row [roles]byte
		some := false
		for r, w := range p.row(uint32(x)) {
			q := quanta(w)
			row[r] = byte(zero + max(-127, min(127, q)))
			some = some || math.Abs(q) >= float64(prune)
		}
		if some {
			bitmap[x/8] |= 1 << (x % 8)
			rows = append(rows, row[:]...)
		}
	}
	return string(slices.Concat(out, bitmap, rows))
}

// wordsOf lists the words of one level in order.
func wordsOf(levels map[string]level, l level) string {
	var list []string
	for w, v := range levels {
		if v == l {
			list = append(list, w)
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}
