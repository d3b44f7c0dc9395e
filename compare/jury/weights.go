package jury

import (
	_ "embed" // the weights
	"encoding/binary"
	"errors"
	"hash/fnv"
	"strings"
	"sync"

	"crosscheck/compare/trained/boost"
)

//go:embed weights.bin
var packed []byte

// weights are boosted trees of two classes, wrong and right.
type weights struct{ forest *boost.Forest }

// embedded are the weights in the binary.
var embedded = sync.OnceValue(func() *weights {
	w, err := unpack(packed)
	if err != nil { // a fault in an embedded file, which the tests would find
		return &weights{&boost.Forest{Classes: 2, Scale: 1}}
	}
	return w
})

func unpack(data []byte) (*weights, error) {
	if len(data) < 8 || binary.LittleEndian.Uint64(data) != fingerprint() {
		return nil, errors.New("the weights are for other features; hint: run the program in compare/jury/fit")
	}
	f, err := boost.Unpack(data[8:])
	if err == nil && (f.Classes != 2 || f.Features() != width) {
		err = errors.New("the weights are for other classes or features")
	}
	return &weights{f}, err
}

// Pack returns a fitted forest as weights.bin holds it.
func Pack(f *boost.Forest) []byte {
	return append(binary.LittleEndian.AppendUint64(nil, fingerprint()), f.Pack()...)
}

// fingerprint is a hash of the names of the features.
func fingerprint() uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(Names(), " ")))
	return h.Sum64()
}

// most is the most that score may be, but for what is lost in rounding, where of
// the features on the desk those of learned are not known.
func (w *weights) most(d *desk) float64 {
	if w.forest.Trees() == 0 {
		return 0
	}
	var to [boost.MaxFeatures + 1]uint8
	known := width - len(learned.names)
	for i := known; i < width; i++ {
		d.features[i] = 0
	}
	w.forest.Sort(d.features[:], d.bins[:])
	copy(to[:], d.bins[:known])
	for i := known; i < width; i++ {
		to[i] = boost.MaxBins
	}
	var low, high [2]float32
	w.forest.Bounds(&d.bins, &to, low[:], high[:])
	raw := [2]float32{low[0], high[1]}
	boost.Softmax(raw[:])
	return float64(raw[1])
}

// score is how likely the trees hold an opposition with the features on the desk
// to be right.
func (w *weights) score(d *desk) float64 {
	if w.forest.Trees() == 0 {
		return 0
	}
	var raw [2]float32
	w.forest.Sort(d.features[:], d.bins[:])
	w.forest.Add(&d.bins, raw[:])
	boost.Softmax(raw[:])
	return float64(raw[1])
}
