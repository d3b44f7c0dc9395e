package subword

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
)

// maxBPE is the longest word that is merged in one, in bytes; a longer one is
// merged in parts. Merging takes time in the square of the length, and no word
// of a language is as long.
const maxBPE = 1024

// bpe joins the neighbours that were joined earliest in training, until none
// are left that were (Sennrich, Haddow and Birch 2016; over bytes: Radford et al. 2019).
type bpe struct {
	base  [256]int32 // the piece of each byte; -1 where there is none
	rules map[[2]int32]rule
	whole map[string]int32 // words that are taken as they are; nil for none
}

// rule joins two pieces to one; a lower rank comes first.
type rule struct{ rank, id int32 }

// readBPE reads a vocabulary over bytes and what is joined in it.
func (t *Tokenizer) readBPE(raw json.RawMessage) error {
	var m struct {
		Vocab   map[string]int32  `json:"vocab"`
		Merges  []json.RawMessage `json:"merges"`
		Unknown string            `json:"unk_token"`
		Prefix  string            `json:"continuing_subword_prefix"`
		Suffix  string            `json:"end_of_word_suffix"`
		Whole   bool              `json:"ignore_merges"`
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return err
	}
	if m.Prefix != "" || m.Suffix != "" {
		return errors.New("its pieces mark where words begin or end; hint: of BPE models only those over bytes can be read")
	}
	if id, ok := m.Vocab[m.Unknown]; ok && m.Unknown != "" {
		t.unknown = id
	}
	t.vocab = m.Vocab
	b := &bpe{rules: make(map[[2]int32]rule, len(m.Merges))}
	if m.Whole {
		b.whole = m.Vocab
	}
	for i, letter := range alphabet() {
		id, ok := m.Vocab[string(letter)]
		if !ok {
			id = t.unknown
		}
		b.base[i] = id
	}
	t.model = b
	return b.readRules(m.Merges, m.Vocab)
}

// readRules reads lines of two pieces: "a b", or ["a", "b"].
func (b *bpe) readRules(lines []json.RawMessage, vocab map[string]int32) error {
	for rank, line := range lines {
		var two []string
		if err := json.Unmarshal(line, &two); err != nil {
			var s string
			if err := json.Unmarshal(line, &s); err != nil {
				return fmt.Errorf("merge %d: %w", rank, err)
			}
			two = strings.Split(s, " ")
		}
		if len(two) != 2 {
			return fmt.Errorf("merge %d joins %d pieces, not two", rank, len(two))
		}
		first, ok1 := vocab[two[0]]
		second, ok2 := vocab[two[1]]
		id, ok := vocab[two[0]+two[1]]
		if !ok || !ok1 || !ok2 {
			return fmt.Errorf("merge %d is of pieces that the vocabulary lacks: %q and %q", rank, two[0], two[1])
		}
		b.rules[[2]int32{first, second}] = rule{int32(rank), id}
	}
	return nil
}

// cut cuts a word that is written in the letters of [alphabet].
func (b *bpe) cut(word string) ([]int32, error) {
	if id, ok := b.whole[word]; ok {
		return []int32{id}, nil
	}
	ids := make([]int32, 0, len(word))
	for _, letter := range word {
		if id := b.base[letters()[letter]]; id >= 0 {
			ids = append(ids, id)
		}
	}
	if len(ids) <= maxBPE {
		return b.merge(ids), nil
	}
	var out []int32
	for len(ids) > 0 {
		n := min(maxBPE, len(ids))
		out = append(out, b.merge(ids[:n:n])...)
		ids = ids[n:]
	}
	return out, nil
}

// merge joins neighbours in place, the lowest rank first, and of equals the
// leftmost.
func (b *bpe) merge(ids []int32) []int32 {
	ranks := make([]int32, len(ids)) // ranks[i] is of ids[i] and ids[i+1]
	for i := range ids {
		ranks[i] = b.rank(ids, i)
	}
	for {
		best, at := int32(math.MaxInt32), -1
		for i, r := range ranks {
			if r < best {
				best, at = r, i
			}
		}
		if at < 0 {
			return ids
		}
		ids[at] = b.rules[[2]int32{ids[at], ids[at+1]}].id
		ids = append(ids[:at+1], ids[at+2:]...)
		ranks = append(ranks[:at+1], ranks[at+2:]...)
		ranks[at] = b.rank(ids, at)
		if at > 0 {
			ranks[at-1] = b.rank(ids, at-1)
		}
	}
}

// rank is when ids[i] and ids[i+1] are joined, the greatest number for never.
func (b *bpe) rank(ids []int32, i int) int32 {
	if i+1 < len(ids) {
		if r, ok := b.rules[[2]int32{ids[i], ids[i+1]}]; ok {
			return r.rank
		}
	}
	return math.MaxInt32
}
