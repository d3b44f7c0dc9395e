package boost

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// magic begins a packed forest; its last digit is the version of the layout.
const magic = "boost/1\n"

// Pack returns the forest as bytes. Values are rounded to 16 bits, and f is
// changed to what Unpack will read.
func (f *Forest) Pack() []byte {
	out := []byte(magic)
	put := func(v int) { out = binary.LittleEndian.AppendUint32(out, uint32(v)) }
	real := func(v float32) { out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v)) }
	quantum := f.round()
	put(f.Classes)
	put(len(f.Cuts))
	put(len(f.trees))
	put(len(f.nodes))
	real(f.Scale)
	real(quantum)
	for _, cuts := range f.Cuts {
		put(len(cuts))
		for _, c := range cuts {
			real(c)
		}
	}
	for _, t := range f.trees {
		put(int(t.root))
		put(int(t.depth))
	}
	for i, n := range f.nodes {
		put(int(n))
		out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(float64(f.value[i]/quantum)))))
	}
	return out
}

// round rounds the values to multiples of a quantum, which it returns.
func (f *Forest) round() float32 {
	top := float32(1e-9)
	for _, v := range f.value {
		top = max(top, v, -v)
	}
	quantum := top / math.MaxInt16
	for i, v := range f.value {
		f.value[i] = float32(int16(math.Round(float64(v/quantum)))) * quantum
	}
	return quantum
}

// errCut is of a file that is too short or too long.
var errCut = errors.New("the forest is cut short or has more than it says")

// Unpack reads a packed forest. What it returns can be asked without a check.
func Unpack(data []byte) (*Forest, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("no forest: it does not begin with %q", magic)
	}
	r := reader{data[len(magic):], false}
	f := &Forest{Classes: r.int()}
	features, trees, nodes := r.int(), r.int(), r.int()
	f.Scale = r.real()
	quantum := r.real()
	if r.short || features > MaxFeatures || f.Classes < 1 || f.Classes > 255 || trees > len(data) || nodes > len(data) {
		return nil, errCut
	}
	f.Cuts = make([][]float32, features)
	for i := range f.Cuts {
		f.Cuts[i] = r.cuts()
	}
	f.trees = make([]tree, trees)
	for i := range f.trees {
		f.trees[i] = tree{int32(r.int()), int32(r.int())}
	}
	f.nodes, f.value = make([]node, nodes), make([]float32, nodes)
	for i := range f.nodes {
		b := r.take(6)
		f.nodes[i] = node(binary.LittleEndian.Uint32(b))
		f.value[i] = float32(int16(binary.LittleEndian.Uint16(b[4:]))) * quantum
	}
	if r.short || len(r.data) > 0 {
		return nil, errCut
	}
	return f, f.check()
}

// check reports a walk that would leave its tree, or not end.
func (f *Forest) check() error {
	for i, t := range f.trees {
		end := len(f.nodes)
		if i+1 < len(f.trees) {
			end = int(f.trees[i+1].root)
		}
		if t.root < 0 || int(t.root) >= end || end > len(f.nodes) || t.depth < 0 || int(t.depth) > end-int(t.root) {
			return fmt.Errorf("tree %d of the forest has no place", i)
		}
		for at, n := range f.nodes[t.root:end] {
			if !n.sound(at, end-int(t.root), len(f.Cuts)) {
				return fmt.Errorf("tree %d of the forest does not hang together", i)
			}
		}
	}
	return nil
}

// sound reports whether a node leads further down its tree, or is a leaf.
func (n node) sound(at, size, features int) bool {
	if n.leaf() {
		return n.next() == at
	}
	return n.next() > at && n.next()+1 < size && int(n.feature()) < features
}

// reader reads what may be cut short; from there on everything is 0.
type reader struct {
	data  []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if len(r.data) < n {
		r.short, r.data = true, nil
		return make([]byte, n)
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) int() int      { return int(binary.LittleEndian.Uint32(r.take(4))) }
func (r *reader) real() float32 { return math.Float32frombits(binary.LittleEndian.Uint32(r.take(4))) }

func (r *reader) cuts() []float32 {
	n := r.int()
	if n >= MaxBins {
		r.short = true
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = r.real()
	}
	return out
}
