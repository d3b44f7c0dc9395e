package cross

// table is a matrix of which single rows are asked for. It stays packed.
type table struct {
	scales []float32
	bytes  []byte
}

// add adds row i to out.
func (t *table) add(out []float32, i int) {
	scale, row := t.scales[i], t.bytes[i*len(out):(i+1)*len(out)]
	for d, b := range row {
		out[d] += float32(scale * float32(int8(b)))
	}
}
