package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// last looks at how the units from..to end. An attribution that ends its
// sentence holds all before it: "As Lee spoke, a girl was hurt, police said".
// The model, which reads from left to right, at times gives the front to another
// or to nobody; what it found there is looked for again inside (inner.go).
func (s *sentence) last(list []attribution.Attribution, from, to int) []attribution.Attribution {
	if len(list) == 0 {
		return list
	}
	a := &list[len(list)-1]
	if len(list[0].Content) == 0 || len(a.Content) == 0 || len(a.Source) == 0 {
		return list
	}
	first, end := a.Content[0], a.Content[len(a.Content)-1].To
	begins, ends := s.said(*a)
	switch {
	case first.From == from, end > begins, s.units[first.From].quoted(), // a quotation keeps to itself
		s.norm(end) != "," && !s.units[end-1].quoted(), !s.isAdjunct(ends, to), !s.vouches(*a):
		return list
	}
	for from < first.From && (s.units[from].Punct || s.norm(from) == "but" || s.norm(from) == "and") {
		from++
	}
	a.Content = []attribution.Range{{From: from, To: end}}
	return list[len(list)-1:]
}

// said is where the source and the cue of an attribution begin and end; it has
// both.
func (s *sentence) said(a attribution.Attribution) (from, to int) {
	from = min(a.Source[0].From, a.Cue[0].From)
	return from, max(a.Source[len(a.Source)-1].To, a.Cue[len(a.Cue)-1].To)
}

// vouches reports an attribution by a verb of saying or "according to".
func (s *sentence) vouches(a attribution.Attribution) bool {
	cue, _ := s.cueWord(a.Cue[0].From, a.Cue[len(a.Cue)-1].To)
	return cue != nil && cue.Stance == claims.Asserted || s.norm(a.Cue[0].From) == "according"
}

// aside completes an attribution set between commas, "The dam, Lee said, holds",
// of which one half was found.
func (s *sentence) aside(list []attribution.Attribution, from, to int) []attribution.Attribution {
	if len(list) != 1 || len(list[0].Source) == 0 || len(list[0].Content) != 1 {
		return list
	}
	a := &list[0]
	begins, ends := s.said(*a)
	if begins <= from+1 || s.norm(begins-1) != "," || s.norm(ends) != "," || !s.vouches(*a) {
		return list
	}
	c, front, back := a.Content[0], attribution.Range{From: from, To: begins - 1}, attribution.Range{From: ends + 1, To: to}
	switch {
	case c.From >= ends:
		a.Content = []attribution.Range{front, c}
	case c.To <= begins && s.goesOn(ends+1, to):
		a.Content = []attribution.Range{c, back}
	}
	return list
}

// goesOn reports units behind an aside that go on with what stands before it,
// and are no adjunct or clause of their own.
func (s *sentence) goesOn(from, to int) bool {
	n := s.norm(from)
	return from+1 < to && !s.isAdjunct(from, to) && !strings.HasSuffix(n, "ing") && n != "who" && n != "which" && n != "whose" && n != "and" && n != "but"
}

// parted is an attribution whose content is parted from what is not: the source
// of "According to the mayor, it holds", the rest of "“...,” until Lee came".
func (s *sentence) parted(a attribution.Attribution) attribution.Attribution {
	if len(a.Source) == 0 && len(a.Content) > 0 && s.norm(a.Cue[0].From) == "according" && a.Content[0].From == a.Cue[0].To {
		r := a.Content[0]
		for k := r.From + 1; k+1 < r.To; k++ {
			if s.norm(k) == "," {
				a.Source = []attribution.Range{{From: r.From, To: k}}
				a.Content[0].From = k + 1
				break
			}
		}
	}
	for i := range a.Content {
		a.Content[i].To = s.quotationEnd(a.Content[i])
	}
	return s.until(a)
}

// mostTime is the longest time at the end of a sentence, in words: "on the first Friday
// of July".
const mostTime = 6

// until takes the time that ends a sentence into the clause before it, where the cue
// comes first: in "said she would open the bridge on Friday" it opens on Friday.
func (s *sentence) until(a attribution.Attribution) attribution.Attribution {
	if len(a.Content) != 1 || a.Content[0].From < a.Cue[len(a.Cue)-1].To {
		return a
	}
	c, to := &a.Content[0], len(s.units)
	for to > c.To && s.units[to-1].Punct {
		to--
	}
	if n := to - c.To; n == 0 || n > mostTime || !s.is(to-1, timeWord) || s.units[c.To].Punct || s.units[c.To-1].quoted() || !s.isAdjunct(c.To, to) {
		return a
	}
	c.To = to
	return a
}

// quotationEnd is where a range ends that begins with its only quotation, which
// a comma inside ends: "“The dam holds,” until the rain comes".
func (s *sentence) quotationEnd(r attribution.Range) int {
	u := &s.units[r.From]
	if !u.quoted() || !u.speech || !strings.HasSuffix(u.quote.Inner.In(s.text), ",") {
		return r.To
	}
	for k := r.From + 1; k < r.To; k++ {
		if s.units[k].quoted() {
			return r.To
		}
	}
	return r.From + 1
}
