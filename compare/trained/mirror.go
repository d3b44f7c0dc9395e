package trained

import (
	"slices"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// turn returns the alignment of B with A, in the memory of the desk.
func (d *desk) turn(al *align.Alignment) *align.Alignment {
	m := &d.mirror
	m.A, m.B = al.B, al.A
	m.ToB, m.ToA = append(m.ToB[:0], al.ToA...), append(m.ToA[:0], al.ToB...)
	m.Links, m.Opposed = m.Links[:0], m.Opposed[:0]
	for j, n := range al.ToA {
		if n >= 0 {
			l := turned(al.Links[n])
			m.ToB[j], m.ToA[l.B] = len(m.Links), len(m.Links)
			m.Links = append(m.Links, l)
		}
	}
	for _, l := range al.Opposed {
		m.Opposed = append(m.Opposed, turned(l))
	}
	slices.SortStableFunc(m.Opposed, func(x, y align.Link) int { return x.A - y.A })
	return m
}

// turned is a link as seen from the other side.
func turned(l align.Link) align.Link {
	l.A, l.B = l.B, l.A
	const kinds = lexicon.Broader | lexicon.Narrower
	if k := l.Rel & kinds; k == lexicon.Broader || k == lexicon.Narrower {
		l.Rel ^= kinds
	}
	return l
}
