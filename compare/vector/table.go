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

// dims is how many numbers a vector has.
const dims = 64

// table is the unpacked file.
type table struct {
	rows  map[string]int32
	list  []row
	signs []uint64
}

// row is a quantised vector with all that a comparison asks for beside it: most
// rows that are compared have to be brought from memory, and it is brought at once.
type row struct {
	inverse float32 // 1 / length; 0 for the null vector
	tail    float32 // share of the length in the second half of its numbers, squared and rooted, in [0, 1]
	halves  [2]half
}

// half of the numbers of a row.
type half [dims / 2]int8

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

// unpack reads a packed file, without copying the words.
func unpack(file string) (*table, error) {
	const head = len(Magic) + 12
	if len(file) < head || file[:len(Magic)] != Magic {
		return nil, errLayout
	}
	field := func(i int) int { return int(binary.LittleEndian.Uint32([]byte(file[len(Magic)+4*i:])[:4])) }
	n, size, list := field(0), field(1), field(2)
	if max(n, list) > len(file) || size != dims || uint64(len(file)) != uint64(head)+uint64(list)+uint64(n)*dims {
		return nil, errLayout
	}
	t := &table{rows: make(map[string]int32, n), list: make([]row, n), signs: make([]uint64, n)}
	words, data := file[head:head+list], file[head+list:]
	for i := range n {
		word, rest, ok := strings.Cut(words, "\n")
		if !ok {
			return nil, errLayout
		}
		words = rest
		t.rows[word] = int32(i)
		t.list[i] = newRow(data[i*dims : (i+1)*dims])
		t.signs[i] = t.list[i].signs()
	}
	return t, nil
}

func newRow(numbers string) (r row) {
	for d := range dims {
		r.halves[d/len(half{})][d%len(half{})] = int8(numbers[d])
	}
	second := dot(&r.halves[1], &r.halves[1])
	if square := dot(&r.halves[0], &r.halves[0]) + second; square > 0 {
		r.inverse = float32(1 / math.Sqrt(float64(square)))
		r.tail = float32(math.Sqrt(float64(second) / float64(square)))
	}
	return r
}

// number is the number in one dimension.
func (r *row) number(d int) int8 { return r.halves[d/len(half{})][d%len(half{})] }

// signs are the sign bits of the numbers.
func (r *row) signs() uint64 {
	var bits uint64
	for d := range dims {
		bits |= uint64(uint8(r.number(d))>>7) << d
	}
	return bits
}
