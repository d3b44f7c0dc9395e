package report

import "crosscheck/compare"

// sides are the claims of one topic, and who made them, on side 1 or side 2 of
// the matter.
type sides struct {
	*filler
	claim map[string]int // by the claim's ID
	voice map[string]int // by the speaker's name, or the outlet
}

// takeSides puts the claims of a topic's findings on two sides so that those of
// a finding face each other. Findings come best first, and what stands stays:
// a claim where it was put, else where its speaker stands, else opposite to the
// claim that it is held against, else the first on side 1.
//
// Note: three positions that oppose each other fit on no two sides. Such a
// matter is drawn with two of them on one side; the findings tell.
func (f *filler) takeSides(findings []int) map[string]int {
	s := sides{f, map[string]int{}, map[string]int{}}
	for _, i := range findings {
		s.take(f.report.Findings[i])
	}
	return s.claim
}

// take puts the claims of one finding.
func (s sides) take(f compare.Finding) {
	alike := s.speaks(f.A) == s.speaks(f.B) // one source against itself
	a, b := s.claim[f.A], s.claim[f.B]
	if !alike {
		a, b = s.stands(a, f.A), s.stands(b, f.B)
	}
	switch {
	case a == 0 && b == 0:
		a, b = 1, 2
	case a == 0:
		a = 3 - b
	case b == 0:
		b = 3 - a
	}
	s.settle(a, append([]string{f.A}, f.Also.A...), !alike)
	s.settle(b, append([]string{f.B}, f.Also.B...), !alike)
}

// stands is the side of a claim that has none yet: its speaker's.
func (s sides) stands(side int, id string) int {
	if side != 0 {
		return side
	}
	return s.voice[s.speaks(id)]
}

// settle puts claims on a side, and who made them, where they have none yet.
func (s sides) settle(side int, ids []string, voices bool) {
	for _, id := range ids {
		if s.claim[id] == 0 {
			s.claim[id] = side
		}
		if who := s.speaks(id); voices && s.voice[who] == 0 {
			s.voice[who] = side
		}
	}
}

// speaks is who made the claim: the speaker, else the outlet.
func (s sides) speaks(id string) string {
	c := s.claims[id]
	switch {
	case c == nil:
		return ""
	case c.Speaker != nil:
		return c.Speaker.Name
	}
	return c.Outlet
}
