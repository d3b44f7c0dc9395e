package web

import (
	"sync"
	"time"

	"crosscheck/report/review"
)

// standings are where the pairs of a board stand, kept from one page to the next
// and brought up to date by the events in between: ten thousand pairs are not
// gone through for every key that somebody presses.
type standings struct {
	mu    sync.RWMutex
	board *board
	at    []*review.Standing // of the board's items, in their order; each replaced and never changed
	known int                // how many events are in it
	ends  time.Time          // when the first of the verdicts expires; zero is never
}

// standings calls f with where the pairs stand now. f must not keep the list,
// but may keep what is in it.
func (d *Desk) standings(b *board, f func([]*review.Standing)) {
	s := &d.stands
	for {
		d.update(b)
		s.mu.RLock()
		if s.board == b { // else another board was laid out meanwhile
			f(s.at)
			s.mu.RUnlock()
			return
		}
		s.mu.RUnlock()
	}
}

// update brings the standings up to date.
func (d *Desk) update(b *board) {
	s := &d.stands
	s.mu.Lock()
	defer s.mu.Unlock()
	now := d.ledger.Now()
	d.ledger.View(func(state *review.State) {
		events := state.Events()
		switch {
		case s.board != b || !s.ends.IsZero() && !now.Before(s.ends):
			s.all(b, state, now)
		case s.known < len(events):
			s.some(events[s.known:], state, now)
		}
		s.known = len(events)
	})
}

// all goes through all pairs.
func (s *standings) all(b *board, state *review.State, now time.Time) {
	s.board, s.ends = b, time.Time{}
	s.at = make([]*review.Standing, len(b.items))
	for i, it := range b.items {
		s.set(i, state.Of(it.Ref, now))
	}
}

// some goes through the pairs that the events touch.
func (s *standings) some(events []review.Event, state *review.State, now time.Time) {
	for _, e := range events {
		if it := s.board.byKey[e.Subject]; it != nil {
			s.set(it.rank, state.Of(it.Ref, now))
		}
		if of, ok := state.Event(e.Of); ok {
			e = of
		}
		if e.Pair == nil {
			continue
		}
		for _, side := range []review.Side{e.Pair.A, e.Pair.B} { // a verdict holds for what was on the screen, too
			for _, key := range append([]string{side.Key}, side.Also...) {
				for _, it := range s.board.byClaim[key] {
					s.set(it.rank, state.Of(it.Ref, now))
				}
			}
		}
	}
}

func (s *standings) set(i int, t review.Standing) {
	s.at[i] = &t
	if t.Decision != nil && !t.Decision.Expires.IsZero() && (s.ends.IsZero() || t.Decision.Expires.Before(s.ends)) {
		s.ends = t.Decision.Expires
	}
}
