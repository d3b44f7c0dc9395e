package boost

import (
	"fmt"
	"math"
	"math/rand"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rows draws rows whose class is where the first two features lie together, and
// whose third feature is noise.
func rows(n int, seed int64) *Rows {
	r := rand.New(rand.NewSource(seed))
	out := &Rows{Features: 3, Classes: 3}
	for range n {
		x, y := r.Float32(), r.Float32()
		class := uint8(2)
		switch {
		case x > .5 && y > .5:
			class = 0
		case x > .5 || y > .5:
			class = 1
		}
		out.X = append(out.X, x, y, r.Float32())
		out.Label, out.Weight = append(out.Label, class), append(out.Weight, 1)
	}
	return out
}

var small = Options{Rounds: 20, Leaves: 6, Depth: 4, Rate: .3, L2: 1, Least: 1, Rows: .8, Columns: 1, Seed: 1}

func fitted(t testing.TB) *Forest {
	f, err := Fit(rows(2000, 1), small)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// right is the share of rows whose class is the likeliest.
func right(f *Forest, r *Rows) float64 {
	n := 0
	for i := range r.Len() {
		raw := ask(f, r.X[i*r.Features:(i+1)*r.Features])
		best := 0
		for k := range raw {
			if raw[k] > raw[best] {
				best = k
			}
		}
		if best == int(r.Label[i]) {
			n++
		}
	}
	return float64(n) / float64(r.Len())
}

func ask(f *Forest, x []float32) []float32 {
	var bins [MaxFeatures + 1]uint8
	f.Sort(x, bins[:])
	raw := make([]float32, f.Classes)
	f.Add(&bins, raw)
	return raw
}

func Example() {
	f, err := Fit(rows(2000, 1), small)
	if err != nil {
		fmt.Println(err)
		return
	}
	raw := ask(f, []float32{.9, .9, .5})
	Softmax(raw)
	fmt.Println(raw[0] > .9)
	// Output: true
}

func TestLearns(t *testing.T) {
	if got := right(fitted(t), rows(500, 2)); got < .95 {
		t.Errorf("%.3f of unseen rows right", got)
	}
}

func TestSameTwice(t *testing.T) {
	if diff := cmp.Diff(fitted(t).Pack(), fitted(t).Pack()); diff != "" {
		t.Errorf("two fits differ: %s", diff)
	}
}

func TestPack(t *testing.T) {
	f := fitted(t)
	g, err := Unpack(f.Pack())
	if err != nil {
		t.Fatal(err)
	}
	x := []float32{.2, .7, .1}
	if diff := cmp.Diff(ask(f, x), ask(g, x)); diff != "" {
		t.Errorf("(-packed +unpacked): %s", diff)
	}
}

// TestPaths asks that the parts add up: of two vectors the difference of their
// parts is the difference of their sums.
func TestPaths(t *testing.T) {
	f := fitted(t)
	parts := func(x []float32, k int) (sum float32) {
		var bins [MaxFeatures + 1]uint8
		f.Sort(x, bins[:])
		moved := make([]float32, MaxFeatures+1)
		f.Paths(&bins, k, moved)
		for _, m := range moved {
			sum += m
		}
		return sum
	}
	x, y := []float32{.9, .9, .5}, []float32{.1, .2, .5}
	for k := range f.Classes {
		got, want := parts(x, k)-parts(y, k), ask(f, x)[k]-ask(f, y)[k]
		if math.Abs(float64(got-want)) > 1e-3 {
			t.Errorf("class %d: the parts differ by %v, the sums by %v", k, got, want)
		}
	}
}

// TestBounds asks that whatever lies between two vectors is within the bounds, and
// that the bounds of one vector are its sums.
func TestBounds(t *testing.T) {
	f := fitted(t)
	r := rand.New(rand.NewSource(3))
	for range 500 {
		low, high, x := make([]float32, 3), make([]float32, 3), make([]float32, 3)
		for i := range x {
			low[i] = r.Float32()
			high[i] = low[i] + r.Float32()*(1-low[i])*float32(r.Intn(2))
			x[i] = low[i] + r.Float32()*(high[i]-low[i])
		}
		var from, to [MaxFeatures + 1]uint8
		f.Sort(low, from[:])
		f.Sort(high, to[:])
		least, most := make([]float32, f.Classes), make([]float32, f.Classes)
		f.Bounds(&from, &to, least, most)
		for k, got := range ask(f, x) {
			if got < least[k]-1e-4 || got > most[k]+1e-4 || from == to && (got != least[k] || got != most[k]) {
				t.Fatalf("%v between %v and %v: %v is not in [%v, %v]", x, low, high, got, least[k], most[k])
			}
		}
	}
}

func TestRefuses(t *testing.T) {
	for name, r := range map[string]*Rows{
		"no rows":  {Features: 1, Classes: 2},
		"features": {Features: 300, Classes: 2, Label: []uint8{0}},
		"values":   {Features: 2, Classes: 2, Label: []uint8{0}, Weight: []float32{1}, X: []float32{1}},
		"class":    {Features: 1, Classes: 2, Label: []uint8{2}, Weight: []float32{1}, X: []float32{1}},
	} {
		if _, err := Fit(r, small); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzUnpack asks that whatever Unpack takes can be asked.
func FuzzUnpack(f *testing.F) {
	forest, err := Fit(rows(200, 1), Options{Rounds: 2, Leaves: 3, Depth: 3, Rate: .3, L2: 1, Least: 1, Rows: 1, Columns: 1})
	if err != nil {
		f.Fatal(err)
	}
	data := forest.Pack()
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Unpack(data)
		if err != nil {
			return
		}
		var bins [MaxFeatures + 1]uint8
		g.Sort(make([]float32, g.Features()), bins[:])
		g.Add(&bins, make([]float32, g.Classes))
		for k := range g.Classes {
			g.Paths(&bins, k, make([]float32, MaxFeatures+1))
		}
		top := [MaxFeatures + 1]uint8{}
		for i := range top {
			top[i] = MaxBins
		}
		g.Bounds(&bins, &top, make([]float32, g.Classes), make([]float32, g.Classes))
	})
}

func BenchmarkAdd(b *testing.B) {
	f := fitted(b)
	var bins [MaxFeatures + 1]uint8
	raw := make([]float32, f.Classes)
	for b.Loop() {
		f.Add(&bins, raw)
	}
}
