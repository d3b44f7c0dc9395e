package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// namer gives the claims of one article their IDs: a hash of the article's ID,
// the kind and the folded words, and a running number where an article says
// the same words twice. The same article has the same IDs in every run.
type namer struct {
	article string
	seen    map[string]int
	buf     []byte // what is hashed, kept for the next claim
}

// idBytes is how much of the hash an ID shows: 48 bits, at which a corpus of a
// million claims has two alike about one time in 500.
const idBytes = 6

// name gives a claim its ID. words are those of the claim's block.
func (n *namer) name(c claims.Claim, text string, words []word.Word) string {
	b := append(n.buf[:0], n.article...)
	b = append(append(b, 0), c.Kind...)
	b = append(append(b, 0), c.Stance...)
	for _, at := range c.Content {
		b = appendWords(b, text, at, words)
	}
	n.buf = b
	sum := sha256.Sum256(b)
	id := string(hex.AppendEncode([]byte("c_"), sum[:idBytes]))
	n.seen[id]++
	if k := n.seen[id]; k > 1 {
		id += "-" + strconv.Itoa(k)
	}
	return id
}

// appendWords appends the folded words of a span. Where words does not hold
// them just so, since the span goes beyond the block or ends inside a word,
// the span is split.
func appendWords(b []byte, text string, at claims.Span, words []word.Word) []byte {
	size := len(b)
	from := sort.Search(len(words), func(i int) bool { return words[i].End > at.Start })
	if from == len(words) || words[len(words)-1].End < at.End {
		return appendSplit(b, text, at)
	}
	for _, w := range words[from:] {
		if w.Start >= at.End {
			break
		}
		if !at.Contains(w.Span) {
			return appendSplit(b[:size], text, at)
		}
		b = appendWord(b, w)
	}
	return b
}

func appendSplit(b []byte, text string, at claims.Span) []byte {
	for _, w := range word.Split(at.In(text), at.Start) {
		b = appendWord(b, w)
	}
	return b
}

func appendWord(b []byte, w word.Word) []byte {
	if w.Punct {
		return b
	}
	return append(append(b, 0), w.Norm...)
}
