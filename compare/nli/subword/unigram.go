package subword

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"unicode/utf8"
)

// unknownPenalty is how much worse an unknown character is than the rarest piece
// (SentencePiece's kUnkPenalty).
const unknownPenalty = 10

// unigram finds the likeliest way to write a word in pieces (Kudo 2018), by the
// algorithm of Viterbi.
type unigram struct {
	pieces  map[string]scored
	longest int       // bytes of the longest piece
	unknown int32     // number of the unknown piece
	penalty float64   // score of an unknown character
	bytes   [][]int32 // pieces of the bytes, nil where there are none
}

// scored is a piece's number and the logarithm of its probability.
type scored struct {
	id    int32
	score float64
}

// readUnigram reads a vocabulary with scores.
func (t *Tokenizer) readUnigram(raw json.RawMessage) error {
	var m struct {
		Vocab    [][2]any `json:"vocab"`
		Unknown  *int32   `json:"unk_id"`
		Fallback bool     `json:"byte_fallback"`
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	if m.Unknown == nil || *m.Unknown < 0 || int(*m.Unknown) >= len(m.Vocab) {
		return errors.New("it names no unknown piece (unk_id)")
	}
	u := &unigram{pieces: make(map[string]scored, len(m.Vocab)), unknown: *m.Unknown}
	least := math.Inf(1)
	for i, entry := range m.Vocab {
		piece, ok1 := entry[0].(string)
		score, ok2 := entry[1].(float64)
		if !ok1 || !ok2 {
			return fmt.Errorf("piece %d is not a word and a score", i)
		}
		u.pieces[piece], t.vocab[piece] = scored{int32(i), score}, int32(i)
		u.longest, least = max(u.longest, len(piece)), min(least, score)
	}
	delete(u.pieces, "")
	u.penalty = least - unknownPenalty
	if m.Fallback {
		u.bytes = byteKeys(t.vocab)
	}
	t.model, t.unknown = u, u.unknown
	return nil
}

// byteKeys are the pieces "<0x00>" to "<0xFF>", nil where one is missing.
func byteKeys(vocab map[string]int32) [][]int32 {
	out := make([][]int32, 256)
	for b := range out {
		id, ok := vocab[fmt.Sprintf("<0x%02X>", b)]
		if !ok {
			return nil
		}
		out[b] = []int32{id}
	}
	return out
}

// forget takes pieces out that no text is made of.
func (u *unigram) forget(vocab map[string]int32, specials map[int32]bool) {
	for piece, id := range vocab {
		if specials[id] {
			delete(u.pieces, piece)
		}
	}
}

// end is the best way to a place in the word.
type end struct {
	score float64
	start int // where its last piece begins; -1 where no way leads here
	id    int32
}

func (u *unigram) cut(word string) ([]int32, error) {
	best := make([]end, len(word)+1)
	for i := range best {
		best[i].start = -1
	}
	for at := 0; at < len(word); {
		_, size := utf8.DecodeRuneInString(word[at:])
		u.reach(word, at, size, best)
		at += size
	}
	return u.back(word, best), nil
}

// reach goes on from at by every piece that begins there. Where none is the
// character itself, it may be unknown.
func (u *unigram) reach(word string, at, size int, best []end) {
	alone := false
	for to := at + size; to <= len(word) && to-at <= u.longest; {
		if p, ok := u.pieces[word[at:to]]; ok {
			alone = alone || to == at+size
			better(&best[to], end{best[at].score + p.score, at, p.id})
		}
		if to == len(word) {
			break
		}
		_, n := utf8.DecodeRuneInString(word[to:])
		to += n
	}
	if !alone {
		better(&best[at+size], end{best[at].score + u.penalty, at, u.unknown})
	}
}

func better(old *end, now end) {
	if old.start < 0 || now.score > old.score {
		*old = now
	}
}

// back follows the best way from the end. Unknown characters beside one another
// are one unknown piece, or their bytes.
func (u *unigram) back(word string, best []end) []int32 {
	var out []int32
	for to := len(word); to > 0; to = best[to].start {
		b := best[to]
		switch {
		case b.id == u.unknown && u.bytes != nil:
			for i := to - 1; i >= b.start; i-- {
				out = append(out, u.bytes[word[i]]...)
			}
		case b.id == u.unknown && len(out) > 0 && out[len(out)-1] == u.unknown:
		default:
			out = append(out, b.id)
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
