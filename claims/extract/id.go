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
	seen    map[[idBytes]byte]int
	buf     []byte // what is hashed, kept for the next claim
	ids     []byte // the IDs of all claims, which share one string
	ends    []int  // where each ends in ids
}

// idBytes is how much of the hash an ID shows: 48 bits, at which a corpus of a
// million claims has two alike about one time in 500.
const idBytes = 6

// newNamer is a namer for n claims of an article.
func newNamer(article string, n int) namer {
	return namer{
		article: article, seen: make(map[[idBytes]byte]int, n),
		ids: make([]byte, 0, n*len("c_0123456789ab")), ends: make([]int, 0, n),
	}
}

// add makes the ID of a claim. words are those of the claim's block.
func (n *namer) add(c *claims.Claim, text string, words []word.Word) {
	b := append(n.buf[:0], n.article...)
	b = append(append(b, 0), c.Kind...)
	b = append(append(b, 0), c.Stance...)
	for _, at := range c.Content {
		b = appendWords(b, text, at, words)
	}
	n.buf = b
	sum := sha256.Sum256(b)
	key := [idBytes]byte(sum[:])
	n.ids = hex.AppendEncode(append(n.ids, "c_"...), key[:])
	if n.seen[key]++; n.seen[key] > 1 {
		n.ids = strconv.AppendInt(append(n.ids, '-'), int64(n.seen[key]), 10)
	}
	n.ends = append(n.ends, len(n.ids))
}

// name sets the IDs of the claims, in the order in which they were added.
func (n *namer) name(list []claims.Claim) {
	all, start := string(n.ids), 0
	for i, end := range n.ends {
		list[i].ID = all[start:end]
		start = end
	}
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
