package extract

import (
	"crypto/sha256"
	"encoding/hex"
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
}

func (n *namer) name(c claims.Claim) string {
	h := sha256.New()
	h.Write([]byte(n.article + "\x00" + string(c.Kind) + "\x00" + string(c.Stance)))
	for _, w := range word.Split(c.Text, 0) {
		if !w.Punct {
			h.Write([]byte("\x00" + w.Norm))
		}
	}
	id := "c_" + hex.EncodeToString(h.Sum(nil))[:12]
	n.seen[id]++
	if k := n.seen[id]; k > 1 {
		id += "-" + strconv.Itoa(k)
	}
	return id
}
