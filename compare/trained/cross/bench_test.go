package cross

import (
	"math/rand/v2"
	"testing"
)

// realSize is a network of the size that is trained, its weights drawn at random:
// one reckons as long as the other.
func realSize(t testing.TB) *Model {
	z := sizes{words: 16000, width: 256, layers: 4, heads: 4, positions: 128}
	rng := rand.New(rand.NewPCG(1, 2))
	m := newModel(reader(t), z)
	tables := []*table{&m.word, &m.position, &m.side, &m.mark, &m.met}
	for i, rows := range []int{z.words, z.positions, sideKinds, markKinds, metKinds} {
		*tables[i] = table{scales: drawn(rng, rows, .01), bytes: make([]byte, rows*z.width)}
		for j := range tables[i].bytes {
			tables[i].bytes[j] = byte(rng.Uint32())
		}
	}
	for range z.layers {
		m.blocks = append(m.blocks, block{
			norm1: drawnNorm(rng, z.width), near: drawn(rng, (2*reach+1)*z.width, .1), qkv: drawnMatrix(rng, z.width, 3*z.width), out: drawnMatrix(rng, z.width, z.width),
			norm2: drawnNorm(rng, z.width), up: drawnMatrix(rng, z.width, 4*z.width), down: drawnMatrix(rng, 4*z.width, z.width),
		})
	}
	m.norm, m.hidden, m.label = drawnNorm(rng, z.width), drawnMatrix(rng, z.width, z.width), drawnMatrix(rng, z.width, outs)
	return m
}

func drawn(rng *rand.Rand, n int, by float32) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = by * (2*rng.Float32() - 1)
	}
	return out
}

func drawnNorm(rng *rand.Rand, n int) norm { return norm{drawn(rng, n, 1), drawn(rng, n, .1)} }

func drawnMatrix(rng *rand.Rand, in, out int) matrix {
	m := matrix{in: in, out: out, ints: make([]int16, in*out), scales: drawn(rng, out, .001), bias: drawn(rng, out, .1)}
	for i := range m.ints {
		m.ints[i] = int16(rng.IntN(255) - 127)
	}
	return m
}

// of is a statement of n pieces.
func of(n int) *Encoding {
	e := &Encoding{ids: make([]int32, n), marks: make([]uint8, n), words: make([]uint64, n)}
	for i := range n {
		e.ids[i], e.words[i] = int32(100+37*i), uint64(i+1)
	}
	return e
}

// BenchmarkScores is one way of a pair of 64 pieces, as the issue counts it.
func BenchmarkScores(b *testing.B) {
	m, x, y := realSize(b), of(30), of(31)
	b.ReportAllocs()
	for b.Loop() {
		m.Scores(x, y)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkEncode(b *testing.B) {
	r := reader(b)
	for b.Loop() {
		encode(b, r, "The port authority said on Tuesday that the northern basin would be closed to cargo ships until spring.")
	}
}
