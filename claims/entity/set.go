package entity

import (
	"hash/fnv"
	"io"
	"slices"
)

// set is a set of IDs, by a hash that is the same on every machine: 8 bytes for
// each article that somebody speaks in. It is filled first and asked when it is
// closed. The zero value is empty.
type set []uint64

// add adds an ID to a set that is not closed.
func (s *set) add(id string) {
	h := fnv.New64a()
	io.WriteString(h, id)
	if n := len(*s); n == 0 || (*s)[n-1] != h.Sum64() {
		*s = append(*s, h.Sum64())
	}
}

// close makes a set ready for questions.
func (s *set) close() {
	slices.Sort(*s)
	*s = slices.Compact(*s)
}

// has reports whether a closed set has an ID.
func (s set) has(id string) bool {
	one := set{}
	one.add(id)
	return s.meets(one)
}

// meets reports whether two closed sets share an ID.
func (s set) meets(o set) bool {
	if len(s) > len(o) {
		s, o = o, s
	}
	return slices.ContainsFunc(s, func(h uint64) bool {
		_, ok := slices.BinarySearch(o, h)
		return ok
	})
}

// join adds the IDs of a closed set to a closed set.
func (s *set) join(o set) {
	*s = append(*s, o...)
	s.close()
}
