package review

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"time"
)

// Normal is the event as it is kept: its times in UTC to the millisecond, so
// that it leaves a store as it entered.
func (e Event) Normal() Event {
	e.At = e.At.UTC().Truncate(time.Millisecond)
	if !e.Expires.IsZero() {
		e.Expires = e.Expires.UTC().Truncate(time.Millisecond)
	}
	return e
}

// Chain returns the event with its place behind the event before it: the number
// and the sum of both. A change to any event breaks every later sum, after
// Haber and Stornetta, "How to time-stamp a digital document" (1991).
func Chain(seq int64, before string, e Event) (Event, error) {
	e = e.Normal()
	e.Seq, e.Sum = seq, ""
	data, err := json.Marshal(e)
	if err != nil {
		return e, fmt.Errorf("keeping event %s: %w", e.ID, err)
	}
	sum := sha256.Sum256(append([]byte(before+"\n"), data...))
	e.Sum = hex.EncodeToString(sum[:])
	return e, nil
}

// Verify reads all events of a ledger and returns how many there are. The error
// names the first that is not what was written.
func Verify(events iter.Seq2[Event, error]) (int, error) {
	n, before := 0, ""
	for e, err := range events {
		if err != nil {
			return n, err
		}
		want, err := Chain(e.Seq, before, e)
		if err != nil {
			return n, err
		}
		if want.Sum != e.Sum {
			return n, fmt.Errorf("event %d (%s of %s) was changed, or one before it was removed", e.Seq, e.Action, e.Who)
		}
		n++
		before = e.Sum
	}
	return n, nil
}
