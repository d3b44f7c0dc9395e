package archive

import (
	"fmt"
)

// check refuses a state whose parts do not fit together, and gives what is not
// written twice to those who have it.
func (s *state) check() error {
	l := &s.ledger
	articles, statements := len(l.Articles), len(l.Lines)
	l.Labels = make([]string, statements)
	for _, x := range s.labels {
		if !in(x.At, statements) {
			return fmt.Errorf("%w: a label is of no statement", ErrDamaged)
		}
		l.Labels[x.At] = x.Text
	}
	s.labels = nil
	if articles == 0 {
		return fmt.Errorf("%w: it has no articles", ErrDamaged)
	}
	ok := len(s.places) == articles && len(l.Profiles) == articles && len(l.Story) == articles &&
		len(l.Live) == statements && len(l.Claims) == statements && len(l.Dates) == statements && below(l.Dates, uint32(len(l.Days))) && len(l.Centre) == statements && len(l.Speaker) == statements &&
		climbs(l.Begin, articles, statements) && climbs(l.WordsFrom, statements, len(l.Words)) &&
		below(l.Words, uint32(len(l.Vocabulary))) && between(l.Story, articles) && between(l.Centre, statements) && between(l.Speaker, len(l.Speakers))
	for _, e := range l.Entries {
		ok = ok && uint64(uint32(e)) < uint64(statements)
	}
	for _, e := range l.Edges {
		ok = ok && in(e.A, articles) && in(e.B, articles)
	}
	for _, p := range l.Found {
		ok = ok && in(p.A, statements) && in(p.B, statements)
	}
	for _, c := range l.Copies {
		ok = ok && len(c.Members) > 0
		for _, m := range c.Members {
			ok = ok && in(m, statements)
		}
	}
	for _, p := range s.places {
		ok = ok && p.Start >= 0 && p.Size >= 0
	}
	if !ok {
		return fmt.Errorf("%w: its columns do not fit together", ErrDamaged)
	}
	for i := range l.Profiles {
		l.Profiles[i].ID = l.Articles[i].ID
	}
	return nil
}

func in(i int32, n int) bool { return i >= 0 && int(i) < n }

// climbs reports whether bounds are those of n lists that make one of length
// end.
func climbs[T int32 | uint32](bounds []T, n, end int) bool {
	if len(bounds) != n+1 || bounds[0] != 0 || int(bounds[n]) != end {
		return false
	}
	for i := range n {
		if bounds[i] > bounds[i+1] {
			return false
		}
	}
	return true
}

func below(list []uint32, n uint32) bool {
	for _, x := range list {
		if x >= n {
			return false
		}
	}
	return true
}

// between reports whether all are places in a list of length n, or -1.
func between(list []int32, n int) bool {
	for _, x := range list {
		if x < -1 || int(x) >= n {
			return false
		}
	}
	return true
}
