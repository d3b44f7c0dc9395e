package cross

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"crosscheck/compare/token"
)

// The weights file, as training/export.py writes it: magic; the sizes (five
// uint32); the parts in the order of Model.read; and CRC-32 (IEEE) of all that.
// A matrix is, row by row, a scale (float32) and signed bytes that it is
// multiplied with; a vector is float32s. All little-endian.
const magic = "crosscheck cross 1\n"

// What a file may say of its sizes, far from what anybody would embed.
const (
	maxWidth  = 1024
	maxLayers = 48
	maxFile   = 256 << 20
)

// sizes are the head of a weights file.
type sizes struct {
	words     int // pieces of the vocabulary
	width     int // numbers of a piece
	layers    int
	heads     int
	positions int // most pieces of a pair
}

// check says what is wrong with the sizes.
func (z sizes) check(tokens *token.Tokenizer) error {
	switch {
	case z.words != tokens.Size():
		return fmt.Errorf("made for a vocabulary of %d pieces, not %d; hint: train it anew", z.words, tokens.Size())
	case z.layers < 1 || z.layers > maxLayers:
		return fmt.Errorf("it has %d layers, not 1 to %d", z.layers, maxLayers)
	case z.width < lanes || z.width > maxWidth || z.heads < 1 || z.width%(z.heads*lanes) != 0:
		return fmt.Errorf("it has %d heads in a width of %d; hint: each must have a multiple of %d numbers", z.heads, z.width, lanes)
	case z.positions < MaxPieces || z.positions > 1<<16:
		return fmt.Errorf("it has %d positions, and a pair up to %d pieces", z.positions, MaxPieces)
	}
	return nil
}

// bytes is the length of all parts.
func (z sizes) bytes() int {
	matrix := func(out, in int) int { return out * (4 + in) }
	layer := func(out, in int) int { return matrix(out, in) + 4*out }
	w := z.width
	tables := matrix(z.words, w) + matrix(z.positions, w) + matrix(sideKinds, w) + matrix(markKinds, w) + matrix(metKinds, w)
	block := 2*8*w + 4*(2*reach+1)*w + layer(3*w, w) + layer(w, w) + layer(4*w, w) + layer(w, 4*w)
	return tables + z.layers*block + 8*w + layer(w, w) + layer(labels, w)
}

// Read reads a weights file, for statements cut with the vocabulary of
// token.Default. An error says that the file is damaged, or made for another
// vocabulary or another version of this package.
func Read(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading the cross-encoder: %w", err)
	}
	m, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the cross-encoder: %w", err)
	}
	return m, nil
}

func parse(data []byte) (*Model, error) {
	tokens, err := token.Default()
	if err != nil {
		return nil, err
	}
	reader, err := NewReader(tokens)
	if err != nil {
		return nil, err
	}
	if len(data) < len(magic)+5*4 || string(data[:len(magic)]) != magic {
		return nil, errors.New("not a weights file; hint: training/export.py writes one")
	}
	f := &file{left: data[len(magic):]}
	z := sizes{f.uint32(), f.uint32(), f.uint32(), f.uint32(), f.uint32()}
	if err := z.check(tokens); err != nil {
		return nil, err
	}
	if want := z.bytes() + 4; len(f.left) != want {
		return nil, fmt.Errorf("its parts have %d bytes, not %d; hint: was it cut short?", len(f.left), want)
	}
	body := len(data) - 4
	if crc32.ChecksumIEEE(data[:body]) != binary.LittleEndian.Uint32(data[body:]) {
		return nil, errors.New("its checksum is wrong: it is damaged")
	}
	m := newModel(reader, z)
	m.read(f, z)
	if f.wild {
		return nil, fmt.Errorf("it has weights that are no numbers, or beyond %g", float32(wildest))
	}
	return m, nil
}

// read reads the parts.
func (m *Model) read(f *file, z sizes) {
	w := z.width
	m.word, m.position = f.table(z.words, w), f.table(z.positions, w)
	m.side, m.mark, m.met = f.table(sideKinds, w), f.table(markKinds, w), f.table(metKinds, w)
	for range z.layers {
		m.blocks = append(m.blocks, block{
			norm1: f.norm(w), near: f.vector((2*reach + 1) * w), qkv: f.matrix(w, 3*w), out: f.matrix(w, w),
			norm2: f.norm(w), up: f.matrix(w, 4*w), down: f.matrix(4*w, w),
		})
	}
	m.norm, m.hidden, m.label = f.norm(w), f.matrix(w, w), f.matrix(w, labels)
}
