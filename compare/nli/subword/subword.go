// Package subword turns text into the numbers that a published model was
// trained on, as its tokenizer.json says:
//
//  1. the normaliser of the file cleans the text (normalise.go, bert.go, charsmap.go);
//  2. its pre-tokenizer cuts it into words (split.go, bytes.go);
//  3. its model cuts each word into pieces of its vocabulary: WordPiece (wordpiece.go),
//     byte-level BPE (bpe.go) or Unigram (unigram.go);
//  4. two texts are joined to a pair, with the special tokens of its
//     post-processor, and shortened to fit (join.go).
//
// It does not say where in the text a piece stands: who needs that reads
// package compare/token. WordPiece is cut by github.com/sugarme/tokenizer, behind a
// fence; the README.md of package nli says why the rest is not, and where we
// differ from the reference implementation.
package subword

import (
	"strings"
	"sync"
)

// Limits.
const (
	// maxKept bounds the words whose pieces are kept. The news corpus has 60,000
	// words seen ten times or more.
	maxKept = 1 << 16
	// maxKeptWord bounds the length of a kept word, in bytes; longer ones do not
	// come again.
	maxKeptWord = 64
)

// Tokenizer cuts text as one tokenizer.json says. It is safe for concurrent use.
type Tokenizer struct {
	kind      string
	normalise []func(string) string
	split     []func([]string) []string
	model     cutter
	template  []slot
	specials  map[int32]bool
	unknown   int32 // -1 where the vocabulary has no such piece
	vocab     map[string]int32
	size      int

	mu   sync.RWMutex
	kept map[string][]int32
}

// cutter cuts a word into the pieces of its vocabulary.
type cutter interface {
	cut(word string) ([]int32, error)
}

// Kind is how words are cut: "WordPiece", "BPE" or "Unigram".
func (t *Tokenizer) Kind() string { return t.kind }

// Size is one more than the greatest number of a piece.
func (t *Tokenizer) Size() int { return t.size }

// ID is the number of a piece, written as the vocabulary has it.
func (t *Tokenizer) ID(piece string) (int32, bool) {
	id, ok := t.vocab[piece]
	return id, ok
}

// Encode cuts a text into at least most pieces, or all that it has: what is far
// beyond is not looked at. Words of the vocabulary that steer the model, such as
// "[SEP]", are never read out of a text. An error says that a library failed on
// a word, which no test has brought about.
func (t *Tokenizer) Encode(text string, most int) ([]int32, error) {
	text = strings.ToValidUTF8(text, "\uFFFD")
	for _, step := range t.normalise {
		text = step(text)
	}
	if text == "" {
		return nil, nil
	}
	words := []string{text}
	for _, step := range t.split {
		words = step(words)
	}
	out := make([]int32, 0, min(most, len(text)/4+4))
	for _, w := range words {
		ids, err := t.word(w)
		if err != nil {
			return nil, err
		}
		if out = append(out, ids...); len(out) >= most {
			break
		}
	}
	return out, nil
}

// word cuts one word, or remembers how it was cut.
func (t *Tokenizer) word(w string) ([]int32, error) {
	if len(w) > maxKeptWord {
		ids, err := t.model.cut(w)
		return t.tame(ids), err
	}
	t.mu.RLock()
	ids, ok := t.kept[w]
	t.mu.RUnlock()
	if ok {
		return ids, nil
	}
	ids, err := t.model.cut(w)
	if err != nil {
		return nil, err
	}
	ids = t.tame(ids)
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.kept) < maxKept {
		t.kept[strings.Clone(w)] = ids
	}
	return ids, nil
}

// tame makes unknown words of those that steer the model.
func (t *Tokenizer) tame(ids []int32) []int32 {
	for i, id := range ids {
		if t.specials[id] {
			ids[i] = max(t.unknown, 0)
		}
	}
	return ids
}
