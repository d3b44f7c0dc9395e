package net

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"crosscheck/compare/token"
)

// The weights file, as training/export.py writes it: magic; the number of
// pieces (uint32); then the parts in the order of Read. A matrix is, row by
// row, a scale (float32) and signed bytes that it is multiplied with; a vector
// is float32s. All little-endian.
const magic = "crosscheck net 1\n"

// table is a matrix that stays packed: a row is unpacked when it is asked for.
type table struct {
	scales []float32
	bytes  []byte
}

// row writes row i into out.
func (t *table) row(out []float32, i int) {
	scale, row := t.scales[i], t.bytes[i*len(out):(i+1)*len(out)]
	for d := range out {
		out[d] = float32(scale * float32(int8(row[d])))
	}
}

// Read reads a weights file, for statements cut by the tokenizer given, which
// must be the one that it was trained with.
func Read(r io.Reader, tokens *token.Tokenizer) (*Model, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading the network: %w", err)
	}
	f := &file{left: data}
	if string(f.bytes(len(magic))) != magic {
		return nil, errors.New("reading the network: not a weights file")
	}
	if n := int(f.uint32()); n != tokens.Size() {
		return nil, fmt.Errorf("reading the network: made for a vocabulary of %d pieces, not %d; hint: train it anew", n, tokens.Size())
	}
	reader, err := NewReader(tokens)
	if err != nil {
		return nil, fmt.Errorf("reading the network: %w", err)
	}
	m := &Model{reader: reader}
	m.read(f, tokens.Size())
	if f.short || len(f.left) > 0 {
		return nil, errors.New("reading the network: the file's length is wrong")
	}
	return m, nil
}

func (m *Model) read(f *file, pieces int) {
	m.embed = f.table(pieces, embedSize)
	m.marks = f.matrix(markKinds, embedSize)
	m.conv1 = f.layer(3*embedSize, hiddenSize, true)
	m.conv2 = f.layer(3*hiddenSize, hiddenSize, true)
	m.keys = [heads]layer{f.layer(embedSize, keySize, false), f.layer(bothSize, keySize, false)}
	m.meet = f.layer(bothSize, homeSize, false)
	m.own = f.layer(bothSize, fuseSize, true)
	m.fuse = f.layer(3*homeSize, fuseSize, false)
	m.same = [heads]float32(f.vector(heads))
	m.alike = f.vector(fuseSize)
	m.compose = f.layer(3*fuseSize, fuseSize, true)
	m.judge1 = f.layer(4*fuseSize, judgeSize, true)
	m.judge2 = f.layer(judgeSize, labels, true)
}

// file is read from the front. What is read behind its end is nought.
type file struct {
	left  []byte
	short bool // there was less than was asked for
}

func (f *file) bytes(n int) []byte {
	if n > len(f.left) {
		f.short, f.left = true, nil
		return make([]byte, n)
	}
	b := f.left[:n]
	f.left = f.left[n:]
	return b
}

func (f *file) uint32() uint32   { return binary.LittleEndian.Uint32(f.bytes(4)) }
func (f *file) float32() float32 { return math.Float32frombits(f.uint32()) }

func (f *file) vector(n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = f.float32()
	}
	return v
}

func (f *file) table(rows, columns int) table {
	t := table{scales: make([]float32, rows), bytes: make([]byte, 0, rows*columns)}
	for i := range rows {
		t.scales[i] = f.float32()
		t.bytes = append(t.bytes, f.bytes(columns)...)
	}
	return t
}

func (f *file) matrix(rows, columns int) []float32 {
	t := f.table(rows, columns)
	out := make([]float32, rows*columns)
	for i := range rows {
		t.row(out[i*columns:(i+1)*columns], i)
	}
	return out
}

func (f *file) layer(in, out int, biased bool) layer {
	l := layer{in: in, out: out, weights: f.matrix(out, in)}
	if biased {
		l.bias = f.vector(out)
	}
	return l
}
