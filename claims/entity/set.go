package entity

// set is a set of IDs, mostly of one: a map is made for the second. The zero value
// is empty.
type set struct {
	some bool
	one  string
	more map[string]bool
}

func (s *set) add(id string) {
	switch {
	case !s.some:
		s.some, s.one = true, id
	case s.one == id:
	case s.more == nil:
		s.more = map[string]bool{id: true}
	default:
		s.more[id] = true
	}
}

func (s *set) has(id string) bool { return s.some && (s.one == id || s.more[id]) }

// all yields the IDs, in no order.
func (s *set) all(yield func(string) bool) {
	if s.some && !yield(s.one) {
		return
	}
	for id := range s.more {
		if !yield(id) {
			return
		}
	}
}
