package eval

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// StoryMistakes are where the reports differ from the gold.
type StoryMistakes struct {
	Missed   []Missed `json:"missed"`   // matters of strength 2 and above that no finding tells, the plainest first
	Flagged  []Wrong  `json:"flagged"`  // hard negatives that a finding tells, the highest scores first
	Unmarked []Wrong  `json:"unmarked"` // findings that tell no marked pair, likewise
}

// Missed is a matter that no finding tells, by its plainest pair.
type Missed struct {
	Story    string           `json:"story"`
	Matter   string           `json:"matter"`
	Strength int              `json:"strength"`
	Relation compare.Relation `json:"relation"`
	Type     compare.Type     `json:"type"`
	A        Side             `json:"a"`
	B        Side             `json:"b"`
	// Cut is true where a finding tells it, but not one of those that count.
	Cut bool `json:"cut"`
	// Reason is the guard that set one of its pairs aside, and Why what it said;
	// "" where none was considered.
	Reason string `json:"reason"`
	Why    string `json:"why"`
}

// Wrong is a finding that should not be there, or is not known to be right.
type Wrong struct {
	Reason   string           `json:"reason"` // what kind of look-alike; "" where it is none that was marked
	Relation compare.Relation `json:"relation"`
	Type     compare.Type     `json:"type"`
	Rule     string           `json:"rule"`
	Score    float64          `json:"score"`
	A        Said             `json:"a"`
	B        Said             `json:"b"`
	Why      string           `json:"why"`
}

// Said is one side of a finding.
type Said struct {
	Article string `json:"article"`
	Speaker string `json:"speaker"` // "" where unknown, and for the outlet's own voice
	Text    string `json:"text"`    // the claim's
}

// mistakes are at most most of each sort; nil where most is less than 0. found
// is by place in the gold's pairs, met by place in the findings.
func (p press) mistakes(g Stories, found []bool, met map[int]bool, most int) *StoryMistakes {
	if most < 0 {
		return nil
	}
	m := &StoryMistakes{Missed: p.missed(g.Pairs, found), Flagged: []Wrong{}, Unmarked: []Wrong{}}
	for _, n := range g.Negatives {
		for _, f := range p.meeting(n.A, n.B) {
			m.Flagged = append(m.Flagged, p.wrong(p.findings[f], n.Reason))
		}
	}
	for i, f := range p.findings {
		if !met[i] {
			m.Unmarked = append(m.Unmarked, p.wrong(f, ""))
		}
	}
	for _, list := range []*[]Wrong{&m.Flagged, &m.Unmarked} {
		slices.SortStableFunc(*list, func(a, b Wrong) int { return cmp.Compare(b.Score, a.Score) })
		*list = (*list)[:min(len(*list), most)]
	}
	m.Missed = m.Missed[:min(len(m.Missed), most)]
	return m
}

// missed are the matters of strength 2 and above that were not found, those
// first that are plainest.
func (p press) missed(pairs []Opposition, found []bool) []Missed {
	hit := map[matter]bool{}
	for i, o := range pairs {
		hit[o.matter()] = hit[o.matter()] || found[i] && o.Strength >= fair
	}
	at := map[matter]int{}
	out := []Missed{}
	for _, o := range pairs {
		if hit[o.matter()] || o.Strength < fair {
			continue
		}
		i, known := at[o.matter()]
		if !known {
			i, at[o.matter()] = len(out), len(out)
			out = append(out, Missed{})
		}
		p.consider(&out[i], o)
	}
	slices.SortStableFunc(out, func(a, b Missed) int { return cmp.Compare(b.Strength, a.Strength) })
	return out
}

// consider adds what became of one pair of a matter.
func (p press) consider(m *Missed, o Opposition) {
	if o.Strength > m.Strength {
		m.Story, m.Matter, m.Strength, m.Relation, m.Type, m.A, m.B = o.Story, o.Matter, o.Strength, o.Relation, o.Type, o.A, o.B
	}
	m.Cut = m.Cut || len(p.among(p.cut, o.A, o.B)) > 0
	x, y := p.place(o.A), p.place(o.B)
	for _, s := range p.aside {
		a, b := p.claims[s.A], p.claims[s.B]
		if m.Reason == "" && (x.within(a) && y.within(b) || x.within(b) && y.within(a)) {
			m.Reason, m.Why = s.Reason, s.Why
		}
	}
}

func (p press) wrong(f compare.Finding, reason string) Wrong {
	return Wrong{reason, f.Relation, f.Type, f.Rule, f.Score, p.said(f.A), p.said(f.B), f.Why}
}

func (p press) said(id string) Said {
	c := p.claims[id]
	out := Said{Article: c.Article, Text: claims.Join(p.articles[c.Article].Text, c.Content)}
	if c.Speaker != nil {
		out.Speaker = c.Speaker.Name
	}
	return out
}
