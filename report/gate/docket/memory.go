package docket

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
)

// Memory is a store that forgets everything when the process ends: for tests.
// The zero value is ready.
type Memory struct {
	mu       sync.Mutex
	entries  shelf
	messages map[string]Message // by ID
	secret   []byte
}

var _ Store = (*Memory)(nil)

// Append adds an entry.
func (m *Memory) Append(ctx context.Context, e Entry, after string, told ...Message) (Entry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return e, err
	}
	got, fresh, err := Admit(m.entries, e, after)
	if err != nil || !fresh {
		return got, err
	}
	for _, one := range told {
		if err := one.Check(); err != nil {
			return e, err
		}
		if _, is := m.messages[one.ID]; is {
			return e, errors.New("a message with this ID is kept already")
		}
	}
	m.entries = append(m.entries, got)
	for _, one := range told {
		m.put(one)
	}
	return got, nil
}

func (m *Memory) put(one Message) {
	if m.messages == nil {
		m.messages = map[string]Message{}
	}
	one.Body = slices.Clone(one.Body)
	m.messages[one.ID] = one
}

// Look returns the entries that a query asks for.
func (m *Memory) Look(ctx context.Context, q Query) ([]Entry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []Entry
	for _, e := range m.entries {
		if q.takes(e) {
			out = append(out, e)
		}
	}
	switch n := q.Limit(); {
	case len(out) <= n:
	case q.Newest:
		out = out[len(out)-n:]
	default:
		out = out[:n]
	}
	return out, ctx.Err()
}

// Due are the messages to an address whose time has come.
func (m *Memory) Due(ctx context.Context, to string, now Millis, most int) ([]Message, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []Message
	for _, one := range m.messages {
		if one.To == to && one.State == Waiting && one.Next <= now {
			out = append(out, one)
		}
	}
	slices.SortFunc(out, func(a, b Message) int { return cmp.Or(cmp.Compare(a.Next, b.Next), cmp.Compare(a.ID, b.ID)) })
	return out[:min(len(out), max(most, 0))], ctx.Err()
}

// Tried puts a message into its new state.
func (m *Memory) Tried(ctx context.Context, one Message) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	was, ok := m.messages[one.ID]
	if !ok {
		return errors.New("there is no such message")
	}
	was.Tries, was.Next, was.State = one.Tries, one.Next, one.State
	m.messages[one.ID] = was
	return ctx.Err()
}

// Waiting is how many messages to an address were not delivered yet.
func (m *Memory) Waiting(ctx context.Context, to string) (n int, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for one := range maps.Values(m.messages) {
		if one.To == to && one.State == Waiting {
			n++
		}
	}
	return n, ctx.Err()
}

// Secret returns the secret, and keeps fresh where there is none.
func (m *Memory) Secret(ctx context.Context, fresh []byte) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.secret == nil {
		m.secret = slices.Clone(fresh)
	}
	return slices.Clone(m.secret), ctx.Err()
}

// shelf is entries in order.
type shelf []Entry

var _ Kept = shelf(nil)

// ByID is the entry with the ID.
func (s shelf) ByID(id string) (Entry, bool, error) {
	return s.last(func(e Entry) bool { return e.ID == id })
}

// LastOf is the last entry of the stream.
func (s shelf) LastOf(stream string) (Entry, bool, error) {
	return s.last(func(e Entry) bool { return e.Stream() == stream })
}

// Tail is the last entry of all.
func (s shelf) Tail() (Entry, error) {
	e, _, err := s.last(func(Entry) bool { return true })
	return e, err
}

func (s shelf) last(is func(Entry) bool) (Entry, bool, error) {
	for _, e := range slices.Backward(s) {
		if is(e) {
			return e, true, nil
		}
	}
	return Entry{}, false, nil
}
