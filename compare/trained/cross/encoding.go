package cross

import (
	"hash/fnv"

	"crosscheck/compare/token"
)

// Encoding is what is read of a statement on its own: 13 bytes a piece. The
// zero value is a statement with nothing to read in it.
type Encoding struct {
	ids   []int32  // pieces of the reader's vocabulary
	marks []uint8  // for each piece
	words []uint64 // for each piece, which word it is of; 0 where that is unknown
}

// Len is the number of pieces that were read; 0 says that there was nothing to
// read, and every judgement of it is Neutral.
func (e *Encoding) Len() int { return len(e.ids) }

// name numbers the words by a hash of all their pieces (FNV-1a): two words are
// the same where all their pieces are. What the vocabulary does not know is like
// nothing else.
func (e *Encoding) name(pieces []token.Piece) {
	for from := 0; from < len(pieces); {
		h, to := fnv.New64a(), from
		for to == from || to < len(pieces) && pieces[to].Inner {
			h.Write([]byte{byte(e.ids[to]), byte(e.ids[to] >> 8), byte(e.ids[to] >> 16), byte(e.ids[to] >> 24)})
			to++
		}
		for i := from; i < to && e.ids[from] != unknown; i++ {
			e.words[i] = h.Sum64()
		}
		from = to
	}
}
