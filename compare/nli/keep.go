package nli

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"sync"

	"crosscheck/compare"
)

// Records is a database that keeps values by kind and key.
type Records interface {
	Put(ctx context.Context, kind, key string, value []byte) error
	Get(ctx context.Context, kind, key string) (value []byte, ok bool, err error)
}

// Kept is a cache whose judgements stay in a database. They lie in drawers, by the
// first byte of their key: a drawer is read when it is first asked, and written by
// Flush. Of two programs that write one drawer at once the later one wins, and the
// other's judgements are forgotten.
type Kept struct {
	ctx     context.Context // a cache is asked without one
	records Records
	mu      sync.Mutex
	drawers [1 << 8]*drawer
	failed  error // the first, of reading
}

// drawer has the judgements of a byte, the oldest first.
type drawer struct {
	keys  []Key
	of    map[Key]compare.Scores
	stale bool // what is kept of it is older
}

const (
	recordKind = "judged"        // of the records
	entry      = len(Key{}) + 24 // bytes of a judgement: key and three float64s
	mostKept   = 1 << 11         // judgements in a drawer: 29 MB in all
)

// Keep returns a cache over a database, for as long as the context lasts.
func Keep(ctx context.Context, records Records) *Kept {
	return &Kept{ctx: ctx, records: records}
}

// Get is what was said of a question.
func (k *Kept) Get(q Key) (compare.Scores, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	s, ok := k.drawer(q[0]).of[q]
	return s, ok
}

// Put keeps what is said of a question.
func (k *Kept) Put(q Key, s compare.Scores) {
	k.mu.Lock()
	defer k.mu.Unlock()
	d := k.drawer(q[0])
	d.add(q, s)
	d.stale = true
}

// drawer is a drawer, read on first use; an empty one where it cannot be read.
func (k *Kept) drawer(first byte) *drawer {
	if k.drawers[first] == nil {
		data, _, err := k.records.Get(k.ctx, recordKind, hex.EncodeToString([]byte{first}))
		if err != nil && k.failed == nil {
			k.failed = fmt.Errorf("reading judgements that were kept: %w", err)
		}
		k.drawers[first] = unpack(data)
	}
	return k.drawers[first]
}

// Flush writes what is new. Its error is also that of a drawer that could not be
// read; the judgements themselves are not wrong for it.
func (k *Kept) Flush() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i, d := range k.drawers {
		if d == nil || !d.stale {
			continue
		}
		if err := k.records.Put(k.ctx, recordKind, hex.EncodeToString([]byte{byte(i)}), d.pack()); err != nil {
			return errors.Join(k.failed, fmt.Errorf("keeping judgements: %w", err))
		}
		d.stale = false
	}
	return k.failed
}

func (d *drawer) add(q Key, s compare.Scores) {
	if _, ok := d.of[q]; !ok {
		d.keys = append(d.keys, q)
	}
	d.of[q] = s
	if len(d.keys) > mostKept {
		delete(d.of, d.keys[0])
		d.keys = d.keys[1:]
	}
}

func (d *drawer) pack() []byte {
	out := make([]byte, 0, len(d.keys)*entry)
	for _, q := range d.keys {
		s := d.of[q]
		out = append(out, q[:]...)
		for _, x := range [...]float64{s.Entailment, s.Neutral, s.Contradiction} {
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(x))
		}
	}
	return out
}

// unpack reads a drawer, and leaves out what no model says.
func unpack(data []byte) *drawer {
	d := &drawer{of: map[Key]compare.Scores{}}
	for ; len(data) >= entry; data = data[entry:] {
		number := func(i int) float64 {
			return math.Float64frombits(binary.LittleEndian.Uint64(data[len(Key{})+8*i:]))
		}
		s := compare.Scores{Entailment: number(0), Neutral: number(1), Contradiction: number(2)}
		if math.Abs(s.Entailment+s.Neutral+s.Contradiction-1) < 1e-6 && min(s.Entailment, s.Neutral, s.Contradiction) >= 0 {
			d.add(Key(data[:len(Key{})]), s)
		}
	}
	return d
}
