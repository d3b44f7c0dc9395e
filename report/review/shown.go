package review

import (
	"slices"

	"crosscheck/compare"
)

// Shown is what a person sees of a finding, as it is kept with the verdict.
func (k *Keys) Shown(f compare.Finding) Pair {
	return Pair{
		A: k.side(f.A, f.Also.A), B: k.side(f.B, f.Also.B),
		Relation: string(f.Relation), Type: string(f.Type), Score: f.Score,
		Judge: f.Judge, Rule: f.Rule, Said: f.Why, Topic: k.topics[f.Topic], Finding: f.ID,
	}
}

func (k *Keys) side(id string, also []string) Side {
	s := Side{Key: k.Claim(id)}
	for _, other := range also {
		if key := k.Claim(other); key != "" && key != s.Key && !slices.Contains(s.Also, key) {
			s.Also = append(s.Also, key)
		}
	}
	c := k.claims[id]
	if c == nil {
		return s
	}
	s.Text, s.Outlet, s.Date = c.Text, c.Outlet, c.Date
	if c.Speaker != nil {
		s.Speaker = c.Speaker.Name
	}
	if a := k.articles[c.Article]; a != nil {
		s.Title, s.URL = a.Title, a.URL
	}
	return s
}
