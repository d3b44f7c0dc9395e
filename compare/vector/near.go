package vector

import "math/bits"

// Near is a word that is used like another.
type Near struct {
	Row    int32
	Cosine float32
}

// NearRows are the rows whose cosine with row i is at least least, itself left
// out, by number: of those that differ from it in at most far64 of [Signs] and
// in at most far128 of Signs and [Sketch] together. It looks at the whole table.
func NearRows(i, far64, far128 int, least float64) []Near {
	t, s := load(), sketches()
	if i < 0 || i >= len(t.list) {
		return nil
	}
	var out []Near
	for j, signs := range t.signs {
		d := bits.OnesCount64(signs ^ t.signs[i])
		if d > far64 || d+bits.OnesCount64(s[j]^s[i]) > far128 || j == i {
			continue
		}
		if cos, ok := AtLeast(i, j, least); ok {
			out = append(out, Near{int32(j), float32(cos)})
		}
	}
	return out
}

// Len is the number of rows.
func Len() int { return len(load().list) }
