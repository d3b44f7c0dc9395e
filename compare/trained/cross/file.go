package cross

import (
	"encoding/binary"
	"math"
)

// wildest is the greatest number that a file may hold: trained ones stay below
// ten, and with these no sum overflows before it is normalised.
const wildest = 1e4

// file is read from the front; its length has been looked at.
type file struct {
	left []byte
	wild bool // there was a number that cannot be one
}

func (f *file) bytes(n int) []byte {
	b := f.left[:n]
	f.left = f.left[n:]
	return b
}

func (f *file) uint32() int { return int(binary.LittleEndian.Uint32(f.bytes(4))) }

func (f *file) float32() float32 {
	v := math.Float32frombits(binary.LittleEndian.Uint32(f.bytes(4)))
	if !(max(v, -v) <= wildest) {
		f.wild = true
	}
	return v
}

func (f *file) vector(n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = f.float32()
	}
	return v
}

func (f *file) norm(n int) norm { return norm{weight: f.vector(n), bias: f.vector(n)} }

func (f *file) table(rows, columns int) table {
	t := table{scales: make([]float32, rows), bytes: make([]byte, 0, rows*columns)}
	for i := range rows {
		t.scales[i] = f.float32()
		t.bytes = append(t.bytes, f.bytes(columns)...)
	}
	return t
}

// matrix reads a matrix and its bias, and adds rows of zeros to a multiple of
// outs.
func (f *file) matrix(in, out int) matrix {
	rows := (out + outs - 1) / outs * outs
	m := matrix{in: in, out: out, ints: make([]int16, rows*in), scales: make([]float32, rows), bias: make([]float32, rows)}
	for i := range out {
		m.scales[i] = f.float32()
		for j, b := range f.bytes(in) {
			m.ints[i*in+j] = int16(int8(b))
		}
	}
	copy(m.bias, f.vector(out))
	return m
}
