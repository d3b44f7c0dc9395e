// Package trained judges two aligned statements by a small model that was
// learned from labelled pairs: gradient-boosted trees over features of the
// alignment. Its weights are in the binary; folder train holds the program that
// makes them, and MODEL_CARD.md says from what and how good they are.
//
//  1. [Measure] turns an alignment into features (feature.go lists them; each
//     family has a file of its name);
//  2. [Model.Scores] asks the forest of package boost how likely entailment,
//     neutral and contradiction are, [Model.Opposition] how likely the two
//     contradict one another whichever comes first;
//  3. [Model.Explain] names the kind of cue that moved the forest most towards
//     a contradiction, and the words (explain.go);
//  4. [Model.Gate] says of most pairs, before they are aligned, that they have
//     too little in common to be worth it.
//
// It knows words by their relations in the lexicon and by the news vectors, not
// by themselves. It does not look at who speaks: no labelled pair has a speaker.
package trained

import (
	_ "embed" // the weights
	"encoding/binary"
	"errors"
	"hash/fnv"
	"math"
	"strings"
	"sync"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/trained/boost"
)

// Version is the version of the weights, and part of the judge's name.
const Version = "trained/1"

// Classes are the labels in the order of the forest's classes.
var Classes = [...]compare.Label{compare.Entailment, compare.Neutral, compare.Contradiction}

// The places of the labels in Classes.
const (
	entailment = iota
	neutral
	contradiction
)

//go:embed weights.bin
var weights []byte

//go:embed pairs.bin
var pairs []byte

// Model is a learned judge. It is safe for concurrent use.
type Model struct{ forest *boost.Forest }

// Default is the model for the pairs that the pipeline proposes, of which next to none
// are opposed. Its weights are in the binary, and read on the first call, in about a
// millisecond.
var Default = sync.OnceValue(func() *Model { return embedded(weights) })

// Pairs is the model for pairs that somebody chose to have judged, for whose learning
// sentences of the news counted less. It is read as Default is.
var Pairs = sync.OnceValue(func() *Model { return embedded(pairs) })

func embedded(data []byte) *Model {
	m, err := Read(data)
	if err != nil { // a fault in an embedded file, which the tests would find
		return &Model{&boost.Forest{Classes: len(Classes), Scale: 1}}
	}
	return m
}

// New returns a model that asks f, whose features are those of Names.
func New(f *boost.Forest) *Model { return &Model{f} }

// Read reads a model as Pack wrote it.
func Read(data []byte) (*Model, error) {
	if len(data) < 8 || binary.LittleEndian.Uint64(data) != fingerprint() {
		return nil, errors.New("the weights are for other features; hint: run the program in compare/trained/train")
	}
	f, err := boost.Unpack(data[8:])
	switch {
	case err != nil:
		return nil, err
	case f.Classes != len(Classes) || f.Features() != Width:
		return nil, errors.New("the weights are for other classes or features")
	}
	return &Model{f}, nil
}

// Pack returns the model as bytes: the fingerprint of its features and the forest.
func (m *Model) Pack() []byte {
	return append(binary.LittleEndian.AppendUint64(nil, fingerprint()), m.forest.Pack()...)
}

// fingerprint is a hash of the names of the features.
func fingerprint() uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(Names(), " ")))
	return h.Sum64()
}

// Scores are the probabilities of the labels for an alignment, A being the
// premise and B the hypothesis. They are calibrated for pairs as in training,
// of which one in six by weight is a contradiction.
func (m *Model) Scores(al *align.Alignment) compare.Scores {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	raw := m.raw(d, al)
	boost.Softmax(raw[:])
	return scores(raw)
}

// Opposition is how likely the two statements contradict one another, in [0, 1]:
// the mean over both orders of the logarithms of the odds, as a probability.
func (m *Model) Opposition(al *align.Alignment) float64 {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	x := odds(m.raw(d, al))
	y := odds(m.raw(d, d.turn(al)))
	return 1 / (1 + math.Exp(-(x+y)/2))
}

// Both are the probabilities of the labels with A as the premise, and with B.
func (m *Model) Both(al *align.Alignment) (ab, ba compare.Scores) {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	x := m.raw(d, al)
	y := m.raw(d, d.turn(al))
	boost.Softmax(x[:])
	boost.Softmax(y[:])
	return scores(x), scores(y)
}

// odds is the logarithm of the odds of a contradiction.
func odds(raw [3]float32) float64 {
	e, n, c := float64(raw[entailment]), float64(raw[neutral]), float64(raw[contradiction])
	top := max(e, n)
	return c - top - math.Log(math.Exp(e-top)+math.Exp(n-top))
}

// raw are the logarithms of the odds of the labels.
func (m *Model) raw(d *desk, al *align.Alignment) [3]float32 {
	d.measure(al)
	m.forest.Sort(d.features[:], d.bins[:])
	var raw [3]float32
	m.forest.Add(&d.bins, raw[:])
	return raw
}

func scores(p [3]float32) compare.Scores {
	s := compare.Scores{Entailment: float64(p[entailment]), Contradiction: float64(p[contradiction])}
	s.Neutral = max(0, 1-s.Entailment-s.Contradiction)
	return s
}
