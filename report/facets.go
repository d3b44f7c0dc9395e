package report

import (
	"cmp"
	"slices"
)

// Facets are what the findings can be narrowed down to, each with how many
// findings it leaves.
type Facets struct {
	Relations, Types, Strengths []Count
	Outlets, Speakers, Topics   []Count // most frequent first; ID and Name are the same
}

// facets counts the findings by all that a reader may ask for.
func facets(v *View) Facets {
	out := Facets{Relations: v.Totals.Relations}
	var byType, byStrength, byOutlet, bySpeaker, byTopic counter
	for _, f := range v.Findings {
		byType.add(f.Type)
		byStrength.add(Term{ID: f.Strength, Name: f.Strength})
		byTopic.add(Term{ID: f.Topic, Name: f.Topic})
		for _, n := range f.Outlets() {
			byOutlet.add(Term{ID: n, Name: n})
		}
		for _, n := range f.Speakers() {
			bySpeaker.add(Term{ID: n, Name: n})
		}
	}
	out.Types, out.Strengths = byType.most(), byStrength.list
	out.Outlets, out.Speakers, out.Topics = byOutlet.most(), bySpeaker.most(), byTopic.most()
	return out
}

// counter counts terms in the order in which they first come.
type counter struct {
	list []Count
	at   map[string]int
}

// add counts a term; one without a name is none.
func (t *counter) add(term Term) {
	if term.Name == "" {
		return
	}
	if t.at == nil {
		t.at = map[string]int{}
	}
	i, ok := t.at[term.ID]
	if !ok {
		i = len(t.list)
		t.at[term.ID] = i
		t.list = append(t.list, Count{Term: term})
	}
	t.list[i].N++
}

// most is the list with the most frequent first, then by name.
func (t *counter) most() []Count {
	slices.SortFunc(t.list, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	return t.list
}

// Outlets are those that have one of the sides, each once.
func (f Finding) Outlets() []string {
	out := f.each(func(s Source) string { return s.Outlet })
	for _, s := range f.Sides() {
		for _, n := range s.Printed.Outlets {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// Parties are the source and the outlet of A, and then those of B.
func (f Finding) Parties() []string {
	return []string{f.A.Voice(), f.A.Outlet, f.B.Voice(), f.B.Outlet}
}

// Day is the later day of both sides, YYYY-MM-DD, "" where none is known.
func (f Finding) Day() string { return max(f.A.Date, f.B.Date) }

// Speakers are those named on both sides, each once.
func (f Finding) Speakers() []string {
	return f.each(func(s Source) string { return s.Name })
}

// each is what the sources of both sides have, each once, what is "" left out.
func (f Finding) each(of func(Source) string) []string {
	var out []string
	for _, s := range f.Sides() {
		for _, source := range append([]Source{s.Source}, s.Also...) {
			if n := of(source); n != "" && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}
