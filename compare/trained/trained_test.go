package trained

import (
	"testing"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// read makes a statement ready.
func read(text string) *align.Statement { return reader.Read(compare.Statement{Text: text}) }

var reader = align.NewReader(lexicon.Default())

// TestWeights asks that the embedded weights are for the features of today.
func TestWeights(t *testing.T) {
	for name, data := range map[string][]byte{"weights.bin": weights, "pairs.bin": pairs} {
		if _, err := Read(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(data) > 3<<20 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
}

// TestAllocations asks that judging a pair takes no memory.
func TestAllocations(t *testing.T) {
	m := Default()
	al := align.New(read("The minister said on Monday that the northern bridge will not be closed to lorries."), read("The northern bridge was closed to all lorries on Monday, the ministry said."))
	d := new(desk) // not from the pool, which the race detector empties at will
	m.raw(d, d.turn(al))
	if n := testing.AllocsPerRun(100, func() { m.raw(d, al); m.raw(d, d.turn(al)) }); n > 0 {
		t.Errorf("%v allocations a pair", n)
	}
}

func BenchmarkScores(b *testing.B) {
	m := Default()
	x, y := read("The minister said on Monday that the northern bridge will not be closed to lorries."), read("The northern bridge was closed to all lorries on Monday, the ministry said.")
	var al align.Alignment
	b.Run("align", func(b *testing.B) {
		for b.Loop() {
			al.Align(x, y)
		}
	})
	b.Run("measure", func(b *testing.B) {
		var v Vector
		for b.Loop() {
			Measure(&al, &v)
		}
	})
	b.Run("scores", func(b *testing.B) {
		for b.Loop() {
			m.Scores(&al)
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			al.Align(x, y)
			m.Scores(&al)
		}
	})
	b.Run("gate", func(b *testing.B) {
		for b.Loop() {
			m.Gate(x, y)
		}
	})
}
