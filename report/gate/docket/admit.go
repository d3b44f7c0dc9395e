package docket

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// Kept is what a store looks up while it adds an entry.
type Kept interface {
	// ByID is the entry with the ID; ok is false where there is none.
	ByID(id string) (e Entry, ok bool, err error)
	// LastOf is the last entry of the stream; ok is false where there is none.
	LastOf(stream string) (e Entry, ok bool, err error)
	// Tail is the last entry of all, the zero entry where there is none.
	Tail() (Entry, error)
}

// Admit decides what a store does with an entry: what Append returns, and whether
// that has to be kept. It is the same for every store.
func Admit(kept Kept, e Entry, after string) (out Entry, fresh bool, err error) {
	if err := e.Check(); err != nil {
		return e, false, err
	}
	if got, ok, err := kept.ByID(e.ID); ok || err != nil {
		return got, false, err
	}
	if after != Whatever {
		last, _, err := kept.LastOf(e.Stream())
		if err != nil {
			return e, false, err
		}
		if last.ID != after {
			return e, false, ErrStale
		}
	}
	tail, err := kept.Tail()
	if err != nil {
		return e, false, err
	}
	out, err = chain(tail.Seq+1, tail.Chain, e)
	return out, err == nil, err
}

// chain returns the entry with its place behind the entry before it. A change to
// any entry breaks every later sum, after Haber and Stornetta, "How to time-stamp
// a digital document" (1991), as in the ledger of decisions.
func chain(seq int64, before string, e Entry) (Entry, error) {
	e.At = e.At.UTC().Truncate(time.Millisecond)
	e.Seq, e.Chain = seq, ""
	data, err := json.Marshal(e)
	if err != nil {
		return e, fmt.Errorf("keeping entry %s: %w", e.ID, err)
	}
	sum := sha256.Sum256(append([]byte(before+"\n"), data...))
	e.Chain = hex.EncodeToString(sum[:])
	return e, nil
}

// Verify checks entries that follow one another, the first behind one whose sum
// was before ("" at the beginning). The error names the first that is not what
// was written.
func Verify(before string, entries []Entry) error {
	for _, e := range entries {
		want, err := chain(e.Seq, before, e)
		if err != nil {
			return err
		}
		if want.Chain != e.Chain {
			return fmt.Errorf("entry %d (%s of %s) was changed, or one before it was removed", e.Seq, e.Action, e.Who)
		}
		before = e.Chain
	}
	return nil
}
