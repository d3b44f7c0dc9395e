package review

import (
	"context"
	"errors"
	"iter"
	"slices"
	"sync"
)

// Memory is a store that forgets everything when the process ends: for tests,
// and for a ledger that was read from a file. The zero value is ready.
type Memory struct {
	mu     sync.Mutex
	shelf  shelf
	closed bool
}

var _ Store = (*Memory)(nil)

var errClosed = errors.New("the ledger is closed")

// Append adds the entries.
func (m *Memory) Append(ctx context.Context, entries ...Entry) ([]Event, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return nil, errClosed
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	all, fresh, err := Admit(&m.shelf, entries)
	for _, e := range fresh {
		m.shelf.add(e)
	}
	return all, err
}

// Events yields the events after the one numbered seq.
func (m *Memory) Events(ctx context.Context, seq int64) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		m.mu.Lock()
		events, closed := slices.Clone(m.shelf.events), m.closed
		m.mu.Unlock()
		if closed {
			yield(Event{}, errClosed)
			return
		}
		for _, e := range events[min(max(seq, 0), int64(len(events))):] {
			if err := ctx.Err(); err != nil {
				yield(Event{}, err)
				return
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// Close forgets everything.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed, m.shelf = true, shelf{}
	return nil
}

// shelf is events with what finds them.
type shelf struct {
	events []Event
	byID   map[string]int // place in events
	last   map[string]int // stream -> place in events
}

var _ Kept = (*shelf)(nil)

func (s *shelf) add(e Event) {
	if s.byID == nil {
		s.byID, s.last = map[string]int{}, map[string]int{}
	}
	s.byID[e.ID], s.last[e.Stream()] = len(s.events), len(s.events)
	s.events = append(s.events, e)
}

// ByID is the event with the ID.
func (s *shelf) ByID(id string) (Event, bool, error) { return s.at(s.byID, id) }

// LastOf is the last event of the stream.
func (s *shelf) LastOf(stream string) (Event, bool, error) { return s.at(s.last, stream) }

func (s *shelf) at(index map[string]int, key string) (Event, bool, error) {
	if i, ok := index[key]; ok {
		return s.events[i], true, nil
	}
	return Event{}, false, nil
}

// Tail is the last event of all.
func (s *shelf) Tail() (Event, error) {
	if n := len(s.events); n > 0 {
		return s.events[n-1], nil
	}
	return Event{}, nil
}
