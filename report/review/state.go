package review

import (
	"slices"
)

// State is where everything stands after some events. It is a function of the
// events and nothing else; [State.Add] takes the next one. The zero value is the
// state before the first. A State is not safe for concurrent use; see [Ledger].
type State struct {
	shelf    shelf
	undone   map[string]bool      // IDs of events that are not in force
	subjects map[string][]int     // subject -> places of its events, but for undo and redo
	trails   map[string][]int     // subject -> places of all its events
	sides    map[string][]string  // claim key -> subjects of decisions in which it was on the screen
	hands    map[string]*hands    // person -> what can be undone and redone
	fixes    map[string][]int     // subject -> places of corrections
	days     map[string]*dayTally // day -> who decided how much
	fixed    int64                // number of the last event that changes a correction
}

// NewState is the state after the events.
func NewState(events ...Event) *State {
	s := &State{}
	for _, e := range events {
		s.Add(e)
	}
	return s
}

// Seq is the number of the last event, 0 before the first.
func (s *State) Seq() int64 {
	tail, _ := s.shelf.Tail()
	return tail.Seq
}

// Fixed is the number of the last event that changes what [State.Corrected]
// does, 0 where there is none.
func (s *State) Fixed() int64 { return s.fixed }

// Events are all events, in order. The caller must not change them.
func (s *State) Events() []Event { return s.shelf.events }

// Event is the event with the ID.
func (s *State) Event(id string) (Event, bool) {
	e, ok, _ := s.shelf.ByID(id)
	return e, ok
}

// InForce reports whether the event with the ID was not undone.
func (s *State) InForce(id string) bool { return !s.undone[id] }

// Add takes the next event.
func (s *State) Add(e Event) {
	if s.undone == nil {
		s.undone, s.subjects, s.sides = map[string]bool{}, map[string][]int{}, map[string][]string{}
		s.trails = map[string][]int{}
		s.hands, s.fixes, s.days = map[string]*hands{}, map[string][]int{}, map[string]*dayTally{}
	}
	at := len(s.shelf.events)
	s.shelf.add(e)
	s.trails[e.Subject] = append(s.trails[e.Subject], at)
	switch e.Action {
	case Undo, Redo:
		s.turn(e)
		return
	case Correct:
		s.fixes[e.Subject] = append(s.fixes[e.Subject], at)
		s.fixed = e.Seq
	default:
		s.subjects[e.Subject] = append(s.subjects[e.Subject], at)
		if e.Action == Decide && e.Pair != nil {
			s.see(e)
		}
	}
	s.tally(e, 1)
	s.hand(e.Who).act(e.ID)
}

// turn takes an event out of force, or puts it back.
func (s *State) turn(e Event) {
	of, ok := s.Event(e.Of)
	if !ok || s.undone[e.Of] == (e.Action == Undo) {
		return // it is as it should be already
	}
	s.undone[e.Of] = e.Action == Undo
	if of.Action == Correct {
		s.fixed = e.Seq
	}
	if e.Action == Undo {
		s.tally(of, -1)
		s.hand(of.Who).undo(of.ID)
		return
	}
	s.tally(of, 1)
	s.hand(of.Who).redo(of.ID)
}

// see notes which claims were on the screen when the pair was decided.
func (s *State) see(e Event) {
	for _, side := range []Side{e.Pair.A, e.Pair.B} {
		for _, key := range append([]string{side.Key}, side.Also...) {
			if key != "" && !slices.Contains(s.sides[key], e.Subject) {
				s.sides[key] = append(s.sides[key], e.Subject)
			}
		}
	}
}

// about are the events on a subject that are in force, in order.
func (s *State) about(subject string) []Event {
	var out []Event
	for _, at := range s.subjects[subject] {
		if e := s.shelf.events[at]; !s.undone[e.ID] {
			out = append(out, e)
		}
	}
	return out
}

// History are all events on a subject, undone ones and their undoing too, in
// order.
func (s *State) History(subject string) []Event {
	var out []Event
	for _, at := range s.trails[subject] {
		out = append(out, s.shelf.events[at])
	}
	return out
}

// LastOf is the ID of the last event of a stream, "" where there is none: what
// goes into [Entry.After].
func (s *State) LastOf(stream string) string {
	e, _, _ := s.shelf.LastOf(stream)
	return e.ID
}
