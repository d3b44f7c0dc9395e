package review

import "slices"

// hands are what one person did, to be undone and redone one after another, on
// whatever pair: undo goes back the way the person came.
type hands struct {
	done   []string // event IDs, the last at the end
	undone []string // event IDs, the one undone last at the end
}

func (h *hands) act(id string) {
	h.done = append(h.done, id)
	h.undone = nil // a new act ends what could be redone
}

func (h *hands) undo(id string) {
	h.done = slices.DeleteFunc(h.done, func(d string) bool { return d == id })
	h.undone = append(h.undone, id)
}

func (h *hands) redo(id string) {
	h.undone = slices.DeleteFunc(h.undone, func(d string) bool { return d == id })
	h.done = append(h.done, id)
}

func (s *State) hand(who string) *hands {
	h := s.hands[who]
	if h == nil {
		h = &hands{}
		if s.hands != nil {
			s.hands[who] = h
		}
	}
	return h
}

// Undoable is the event that an undo by this person takes back.
func (s *State) Undoable(who string) (Event, bool) { return s.top(s.hand(who).done) }

// Redoable is the event that a redo by this person puts back.
func (s *State) Redoable(who string) (Event, bool) { return s.top(s.hand(who).undone) }

func (s *State) top(ids []string) (Event, bool) {
	if len(ids) == 0 {
		return Event{}, false
	}
	return s.Event(ids[len(ids)-1])
}

// dayTally is who decided how much on one day.
type dayTally struct {
	decided map[string]int // person -> verdicts in force
}

func (s *State) tally(e Event, n int) {
	if e.Action != Decide {
		return
	}
	day := e.At.Format("2006-01-02")
	if s.days[day] == nil {
		s.days[day] = &dayTally{map[string]int{}}
	}
	s.days[day].decided[e.Who] += n
}

// Decided is how many verdicts in force were given on a day, YYYY-MM-DD in UTC:
// by one person, and by all.
func (s *State) Decided(day, who string) (one, all int) {
	t := s.days[day]
	if t == nil {
		return 0, 0
	}
	for person, n := range t.decided {
		if person == who {
			one = n
		}
		all += n
	}
	return one, all
}
