package nli

import (
	"crypto/sha256"
	"encoding/binary"
	"sync"

	"crosscheck/compare"
)

// Key names a question: a model and two texts in their order. It is a SHA-256.
type Key [32]byte

// Cache keeps what a model said of two texts in one order. It must be safe for
// concurrent use, and may forget.
type Cache interface {
	Get(Key) (compare.Scores, bool)
	Put(Key, compare.Scores)
}

// DefaultKept is how many judgements are kept at least where nobody says
// otherwise; they take about 25 MB.
const DefaultKept = 1 << 17

// question is the key of two texts.
func (m *Model) question(premise, hypothesis string) Key {
	h := sha256.New()
	h.Write(m.key[:])
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(len(premise)))
	h.Write(size[:])
	h.Write([]byte(premise))
	h.Write([]byte(hypothesis))
	return Key(h.Sum(nil))
}

// memory is a cache of two halves: when the young is full the old is forgotten,
// and the young becomes the old.
type memory struct {
	mu         sync.Mutex
	most       int // in each half
	young, old map[Key]compare.Scores
}

// NewCache returns a cache in memory that keeps at least the last kept
// judgements, and at most twice as many.
func NewCache(kept int) Cache {
	return &memory{most: max(1, kept), young: map[Key]compare.Scores{}}
}

func (c *memory) Get(k Key) (compare.Scores, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s, ok := c.young[k]; ok {
		return s, true
	}
	s, ok := c.old[k]
	return s, ok
}

func (c *memory) Put(k Key, s compare.Scores) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= c.most {
		c.young, c.old = make(map[Key]compare.Scores, c.most), c.young
	}
	c.young[k] = s
}
