package cross

import "slices"

// MaxPieces is how much of a pair is read, in pieces, the three special ones
// among them: 99 of 100 sentences of the news with 6 to 40 words have at most 53,
// so that few pairs are cut back.
const MaxPieces = 96

// maxSides is what is left for both statements.
const maxSides = MaxPieces - 3

// Special pieces, as package token numbers them.
const (
	unknown = 1
	start   = 2 // [CLS]
	end     = 3 // [SEP]
)

// What is known of a piece's word.
const (
	metSpecial = iota // it is none
	metNever          // the other statement does not have it
	metThere          // the other statement has it, too
	metKinds          // how many there are
	sideKinds  = 2    // the first statement, the second
)

// Input is what the network reads of a pair: [CLS] a [SEP] b [SEP]. All four
// have the same length, at most [MaxPieces].
type Input struct {
	IDs   []int32 `json:"ids"`   // pieces of the vocabulary
	Sides []uint8 `json:"sides"` // 0 up to and with the first [SEP], 1 behind it
	Marks []uint8 `json:"marks"` // sums of the marks of mark.go, below 32; 0 of special pieces
	Met   []uint8 `json:"met"`   // 0 special, 1 the other statement has not the word, 2 it has
}

// Join makes a pair of two statements, each cut back as far as needed. What a
// word met is told of the whole statement, and not only of what is left of it.
func Join(a, b *Encoding) Input {
	var in Input
	in.join(a, b)
	return in
}

// join is Join with in's memory used again.
func (in *Input) join(a, b *Encoding) {
	in.IDs, in.Sides, in.Marks, in.Met = in.IDs[:0], in.Sides[:0], in.Marks[:0], in.Met[:0]
	n, k := fit(a.Len(), b.Len())
	in.special(start, 0)
	in.side(a, b, n, 0)
	in.special(end, 0)
	in.side(b, a, k, 1)
	in.special(end, 1)
}

// fit says how many pieces of two statements are read: both are cut back to
// half of the room, and what one does not need the other may have.
func fit(n, k int) (int, int) {
	const half = maxSides / 2
	if n+k <= maxSides {
		return n, k
	}
	return min(n, max(half, maxSides-k)), min(k, max(half, maxSides-n))
}

func (in *Input) special(id int32, side uint8) {
	in.add(id, side, 0, metSpecial)
}

// side adds the first n pieces of e.
func (in *Input) side(e, other *Encoding, n int, side uint8) {
	for i, id := range e.ids[:n] {
		met := uint8(metNever)
		if w := e.words[i]; w != 0 && slices.Contains(other.words, w) {
			met = metThere
		}
		in.add(id, side, e.marks[i], met)
	}
}

func (in *Input) add(id int32, side, mark, met uint8) {
	in.IDs, in.Sides = append(in.IDs, id), append(in.Sides, side)
	in.Marks, in.Met = append(in.Marks, mark), append(in.Met, met)
}
