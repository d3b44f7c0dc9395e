package review

import (
	"context"
	"crypto/rand"
	"errors"
	"sync"
	"time"
)

// Ledger is a store together with the state that its events make. It is safe
// for concurrent use, and sees what other processes write to the same store.
type Ledger struct {
	store Store
	now   func() time.Time
	mu    sync.RWMutex
	state *State
}

// NewLedger reads all events of the store. now is the clock: time.Now, but in tests.
func NewLedger(ctx context.Context, store Store, now func() time.Time) (*Ledger, error) {
	l := &Ledger{store: store, now: now, state: &State{}}
	return l, l.Refresh(ctx)
}

// Now is the ledger's clock.
func (l *Ledger) Now() time.Time { return l.now().UTC() }

// Refresh takes up what was written since, by whomever.
func (l *Ledger) Refresh(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for e, err := range l.store.Events(ctx, l.state.Seq()) {
		if err != nil {
			return err
		}
		l.state.Add(e)
	}
	return nil
}

// View calls f with the state, which must not be kept or changed.
func (l *Ledger) View(f func(*State)) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	f(l.state)
}

// Record adds an event. Its ID is made unless it has one, its time is now, and
// after is what [Entry.After] is. An event that was recorded before, by its ID,
// is returned and not recorded again.
func (l *Ledger) Record(ctx context.Context, e Event, after string) (Event, error) {
	if e.ID == "" {
		e.ID = NewID()
	}
	if e.At.IsZero() {
		e.At = l.Now()
	}
	if err := e.Check(); err != nil {
		return e, err
	}
	got, err := l.store.Append(ctx, Entry{e, after})
	if err != nil {
		l.Refresh(ctx) // so that the page that tells of it shows what was written instead
		return e, err
	}
	return got[0], l.follow(ctx, got[0])
}

// follow takes up an event that was just recorded, and whatever came before it.
func (l *Ledger) follow(ctx context.Context, e Event) error {
	l.mu.Lock()
	next := e.Seq == l.state.Seq()+1
	if next {
		l.state.Add(e)
	}
	l.mu.Unlock()
	if next {
		return nil
	}
	return l.Refresh(ctx)
}

// ErrNothing says that there is nothing to undo or redo.
var ErrNothing = errors.New("there is nothing left to take back")

// Undo takes back what the person did last, on whatever pair, and returns what
// that was. id is the undo's own, "" to have one made; the second undo with one
// ID does nothing.
func (l *Ledger) Undo(ctx context.Context, who, id string) (Event, error) {
	return l.turn(ctx, Undo, who, id, (*State).Undoable)
}

// Redo puts back what the person undid last, and returns what that is.
func (l *Ledger) Redo(ctx context.Context, who, id string) (Event, error) {
	return l.turn(ctx, Redo, who, id, (*State).Redoable)
}

func (l *Ledger) turn(ctx context.Context, action Action, who, id string, next func(*State, string) (Event, bool)) (of Event, err error) {
	var ok, again bool
	var after string
	l.View(func(s *State) {
		if before, done := s.Event(id); done {
			of, again = s.Event(before.Of)
			return
		}
		if of, ok = next(s, who); ok {
			after = s.LastOf(of.Stream())
		}
	})
	switch {
	case again:
		return of, nil
	case !ok:
		return of, ErrNothing
	}
	_, err = l.Record(ctx, Event{ID: id, Who: who, Action: action, Subject: of.Subject, Blind: of.Blind, Of: of.ID}, after)
	return of, err
}

// Close closes the store.
func (l *Ledger) Close() error { return l.store.Close() }

// NewID makes an ID for an event.
func NewID() string { return rand.Text() }
