package review

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// Store keeps events. Package reviewtest says what each must do.
type Store interface {
	// Append adds the entries, all or none, and returns them with Seq and Sum.
	// When it returns without an error they outlast a crash. An entry whose ID
	// the store has is returned as it stands there and not added again. The
	// error is a [*StaleError] where an entry's stream has moved on.
	Append(ctx context.Context, entries ...Entry) ([]Event, error)
	// Events yields the events after the one numbered seq, in order. Events
	// become visible in order: none appears later with a lower number.
	Events(ctx context.Context, seq int64) iter.Seq2[Event, error]
	// Close lets the store go. What was accepted is kept.
	Close() error
}

// Entry is an event to be added.
type Entry struct {
	Event
	// After is the ID of the last event of the entry's stream that the writer
	// has seen, "" for none and [Whatever] where it does not matter.
	After string
}

// Whatever stands in Entry.After for a stream in any state: a note does not
// contradict another.
const Whatever = "*"

// ErrStale says that somebody else was faster. Nothing was written.
var ErrStale = errors.New("somebody else has acted on this in the meantime")

// StaleError tells what the writer has not seen.
type StaleError struct {
	Stream string
	Seen   string // ID of the event that the writer took for the last, "" for none
	Last   Event  // the last event of the stream
}

// Error says who was faster.
func (e *StaleError) Error() string {
	return fmt.Sprintf("%s: %s, at %s", ErrStale, e.Last.Who, e.Last.At.Format("15:04:05"))
}

// Is makes a StaleError an [ErrStale].
func (e *StaleError) Is(target error) bool { return target == ErrStale }
