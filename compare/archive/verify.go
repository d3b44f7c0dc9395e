package archive

import (
	"fmt"
)

// check refuses a state whose parts do not fit together, and gives what is not
// written twice to those who have it. Without all, it is what who looks up needs.
func (s *state) check(all bool) error {
	ok := s.fits()
	if all {
		ok = ok && s.fitsToAdd()
	}
	if !ok {
		return fmt.Errorf("%w: its columns do not fit together", ErrDamaged)
	}
	l := &s.ledger
	for i := range l.Profiles {
		l.Profiles[i].ID = l.Articles[i].ID
	}
	if all {
		l.Labels = make([]string, len(l.Lines))
		for _, x := range s.labels {
			l.Labels[x.At] = x.Text
		}
		s.labels = nil
	}
	return nil
}

// fits reports whether what everybody needs fits together.
func (s *state) fits() bool {
	l := &s.ledger
	articles, statements := len(l.Articles), len(l.Lines)
	ok := articles > 0 && len(s.places) == articles && len(l.Profiles) == articles && len(l.Story) == articles &&
		len(l.Live) == statements && len(l.Centre) == statements && len(l.Speaker) == statements &&
		climbs(l.Begin, articles, statements) && climbs(l.WordsFrom, statements, len(l.Words)) &&
		below(l.Words, uint32(len(l.Vocabulary))) && between(l.Story, articles) && between(l.Centre, statements) && between(l.Speaker, len(l.Speakers))
	for _, e := range l.Entries {
		ok = ok && uint64(uint32(e)) < uint64(statements)
	}
	for _, e := range l.Edges {
		ok = ok && in(e.A, articles) && in(e.B, articles)
	}
	for _, p := range s.places {
		ok = ok && p.Start >= 0 && p.Size >= 0
	}
	return ok
}

// fitsToAdd reports whether the rest does.
func (s *state) fitsToAdd() bool {
	l := &s.ledger
	statements := len(l.Lines)
	ok := len(l.Claims) == statements && len(l.Dates) == statements && below(l.Dates, uint32(len(l.Days)))
	for _, x := range s.labels {
		ok = ok && in(x.At, statements)
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
	return ok
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
