package vector

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"sync"
)

// Magic opens the packed file; the digit is the version of its layout:
//
//	Magic, then three little-endian uint32: words, dims, bytes of the word list
//	the words in alphabetical order, each ended by a line feed
//	words x dims signed bytes: the vectors, each in its own scale
//
// A scale is not stored, for a cosine does not ask for it.
const Magic = "CCV2"

// table is the unpacked file. Its strings and rows are slices of the file.
type table struct {
	dims  int
	rows  map[string]int32
	norms []float32 // 1 / length of each quantised vector; 0 for the null vector
	tails []float32 // share of that length in the second half of its numbers, squared and rooted, in [0, 1]
	signs []uint64
	data  string
}

// row is the quantised vector of row i.
func (t *table) row(i int) string { return t.data[i*t.dims : (i+1)*t.dims] }

// load unpacks the embedded file, once. A file that cannot be unpacked leaves
// every word unknown; a test sees to it that ours can.
var load = sync.OnceValue(func() *table {
	t, err := unpack(packed)
	if err != nil {
		return &table{}
	}
	return t
})

var errLayout = errors.New("vectors: not a file of layout " + Magic)

// unpack reads a packed file, without copying the words and the vectors.
func unpack(file string) (*table, error) {
	const head = len(Magic) + 12
	if len(file) < head || file[:len(Magic)] != Magic {
		return nil, errLayout
	}
	field := func(i int) int { return int(binary.LittleEndian.Uint32([]byte(file[len(Magic)+4*i:])[:4])) }
	n, dims, list := field(0), field(1), field(2)
	if max(n, dims, list) > len(file) || uint64(len(file)) != uint64(head)+uint64(list)+uint64(n)*uint64(dims) {
		return nil, errLayout
	}
	t := &table{dims: dims, rows: make(map[string]int32, n), norms: make([]float32, n), tails: make([]float32, n), signs: make([]uint64, n)}
	words := file[head : head+list]
	t.data = file[head+list:]
	for i := range n {
		word, rest, ok := strings.Cut(words, "\n")
		if !ok {
			return nil, errLayout
		}
		words = rest
		t.rows[word] = int32(i)
		t.signs[i] = signs(t.row(i))
		if square := dot(t.row(i), t.row(i)); square > 0 {
			t.norms[i] = float32(1 / math.Sqrt(float64(square)))
			half := t.row(i)[dims/2:]
			t.tails[i] = float32(math.Sqrt(float64(dot(half, half)) / float64(square)))
		}
	}
	return t, nil
}

// signs are the sign bits of at most the first 64 numbers of a row.
func signs(row string) uint64 {
	var bits uint64
	for d := range min(64, len(row)) {
		bits |= uint64(row[d]>>7) << d
	}
	return bits
}
