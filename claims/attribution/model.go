package attribution

import (
	_ "embed"
	"math/bits"
	"sync"
	"sync/atomic"
)

// model are the weights in the form that decoding wants.
type model struct {
	// rows are the weights of the features that have any. Most have none; which
	// do is in index, where it costs less to look than among the rows. The
	// first row is that of all the others and weighs nothing.
	rows  []row
	index [1 << rowBits / 32]block

	step  [states][states]key // into a state, from a state
	end   [states]key         // of ending the sentence in a state
	words *vocabulary

	before, behind solo // what is beyond the sentence's ends brings
}

// row are the weights of a feature for the 16 roles as bytes, zero at 128, in
// two words, so that several are added at a time.
type row [2]uint64

// The byte of a weight of zero, and eight of them.
const (
	zero    = 0x80
	nothing = zero * 0x0101010101010101
)

// block says which of 32 features have rows, as bits in its low half, and how
// many rows there are before them in its high half.
type block uint64

// row is the number of a feature's row.
func (m *model) row(feature uint32) uint32 {
	b := m.index[feature/32%uint32(len(m.index))]
	upTo := uint32(b) << (31 - feature%32) // its own bit at the top
	n := uint32(b>>32) + uint32(bits.OnesCount32(upTo))
	return n & uint32(int32(upTo)>>31) // 0 without a branch that would be guessed wrong
}

// prepare works out what tokens bring, once all else is known.
func (m *model) prepare() {
	for _, list := range [][]entry{m.words.words, m.words.marks[:]} {
		for i := range list {
			list[i].solo = m.solo(&list[i].atoms)
		}
	}
	m.before, m.behind = m.solo(&before), m.solo(&behind)
}

//go:embed weights.bin
var weightsFile string

// embedded is the model of the embedded file, read on first use. One that could
// not be read would find nothing; a test sees to it that ours can.
var embedded = sync.OnceValue(func() *model {
	m, err := unpack(weightsFile)
	if err != nil {
		return newModel()
	}
	return m
})

// other is the model that Use has put in the place of the embedded one.
var other atomic.Pointer[model]

func current() *model {
	if m := other.Load(); m != nil {
		return m
	}
	return embedded()
}

// Use puts the weights of a file, as [Trainer.Fit] returns it, in the place of
// the embedded ones, for a program that tries them: all of what asks Find is
// answered by them from then on, sentences under way excepted. An error leaves
// everything as it was.
func Use(file string) error {
	m, err := unpack(file)
	if err == nil {
		other.Store(m)
	}
	return err
}
