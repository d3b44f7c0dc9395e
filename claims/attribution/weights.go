package attribution

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
	"strings"
)

// The weights file: magic, then the weights of the steps (from, then to) and of
// the ends as int32, the words of each level (their length in bytes, then all of
// them with spaces between), which features have rows as a bitmap, and the rows;
// all little-endian.
const magic = "attribution weights 1\n"

// The weights file's errors.
var (
	errMagic  = errors.New("reading the attribution weights: not a weights file")
	errLength = errors.New("reading the attribution weights: the file's length is wrong")
)

func newModel() *model {
	return &model{rows: []row{{nothing, nothing}}, words: newVocabulary(nil)}
}

// unpack reads a weights file.
func unpack(file string) (*model, error) {
	left, ok := strings.CutPrefix(file, magic)
	if !ok {
		return nil, errMagic
	}
	m, r := newModel(), &fields{left: left}
	m.readSteps(r)
	var words []ranked
	for l := never; l <= always; l++ {
		for w := range strings.FieldsSeq(r.bytes(int(r.uint32()))) {
			words = append(words, ranked{w, l})
		}
	}
	m.readRows(r)
	if r.short || r.left != "" {
		return nil, errLength
	}
	m.words = newVocabulary(words)
	m.prepare()
	return m, nil
}

// readSteps reads the weights of the steps and of the ends.
func (m *model) readSteps(r *fields) {
	var weight [states][states]int64
	for from := range weight {
		for to := range weight[from] {
			weight[from][to] = int64(int32(r.uint32()))
		}
	}
	for to := range states {
		for from := range states {
			m.step[to][from] = keyOf(weight[from][to], from)
		}
	}
	for s := range m.end {
		m.end[s] = keyOf(int64(int32(r.uint32())), state(s))
	}
}

// readRows reads the rows. It makes room for them only where they are there.
func (m *model) readRows(r *fields) {
	n := 0
	for i := range m.index {
		has := r.uint32()
		m.index[i] = block(n)<<32 | block(has)
		n += bits.OnesCount32(has)
	}
	rows := fields{left: r.bytes(n * int(roles))}
	if r.short {
		return
	}
	m.rows = slices.Grow(m.rows, n)
	for range n {
		m.rows = append(m.rows, row{rows.uint64(), rows.uint64()})
	}
}

// fields reads a file from the front. What is read behind its end is nought.
type fields struct {
	left  string
	short bool // there was less than was asked for
}

func (f *fields) bytes(n int) string {
	if n < 0 || n > len(f.left) {
		f.short, f.left = true, ""
		return ""
	}
	s := f.left[:n]
	f.left = f.left[n:]
	return s
}

func (f *fields) uint32() uint32 {
	var b [4]byte
	copy(b[:], f.bytes(len(b)))
	return binary.LittleEndian.Uint32(b[:])
}

func (f *fields) uint64() uint64 {
	var b [8]byte
	copy(b[:], f.bytes(len(b)))
	return binary.LittleEndian.Uint64(b[:])
}
