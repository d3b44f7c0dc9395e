package review

import (
	"slices"

	"crosscheck/compare"
)

// Parted is the reason for which a finding is set aside whose claims people put
// into different topics.
const Parted = "parted"

// regroup applies what people said of topics: which claims belong together and
// which do not.
func (s *State) regroup(r *compare.Report, done *Applied) {
	var rules []Correction
	for _, c := range s.corrections() {
		if c.Kind == Apart || c.Kind == Together {
			rules = append(rules, c)
		}
	}
	if len(rules) == 0 {
		return
	}
	g := grouping{report: r, keys: NewKeys(r), done: done}
	for _, c := range rules {
		if c.Kind == Together {
			g.join(c)
		} else {
			g.part(c)
		}
	}
	r.Topics = slices.DeleteFunc(r.Topics, func(t compare.Topic) bool { return len(t.Claims) == 0 })
}

type grouping struct {
	report *compare.Report
	keys   *Keys
	done   *Applied
}

// split are the topic's claims that have one of the keys, and those that have
// not.
func (g *grouping) split(t compare.Topic, keys []string) (with, without []string) {
	for _, id := range t.Claims {
		if slices.Contains(keys, g.keys.Claim(id)) {
			with = append(with, id)
		} else {
			without = append(without, id)
		}
	}
	return with, without
}

// join puts the claims of the second topic into the first.
func (g *grouping) join(c Correction) {
	first, second := g.find(c.A, -1), -1
	if first >= 0 {
		second = g.find(c.B, first)
	}
	if second < 0 {
		return
	}
	to, from := &g.report.Topics[first], &g.report.Topics[second]
	for i := range g.report.Findings {
		if f := &g.report.Findings[i]; f.Topic == from.ID {
			f.Topic = to.ID
		}
	}
	g.done.Moved += len(from.Claims)
	to.Claims = union(to.Claims, from.Claims)
	to.Stories, to.Outlets, to.Speakers = union(to.Stories, from.Stories), union(to.Outlets, from.Outlets), union(to.Speakers, from.Speakers)
	to.From, to.To = earlier(to.From, from.From), max(to.To, from.To)
	from.Claims = nil
}

// find is the place of the first topic with a claim of the keys, but for one;
// -1 where there is none.
func (g *grouping) find(keys []string, but int) int {
	return slices.IndexFunc(g.report.Topics, func(t compare.Topic) bool {
		with, _ := g.split(t, keys)
		return len(with) > 0 && (but < 0 || t.ID != g.report.Topics[but].ID)
	})
}

// part takes the claims of A out of every topic that has claims of B, as a topic
// of their own, and sets aside the findings between the two.
func (g *grouping) part(c Correction) {
	for i := range len(g.report.Topics) {
		t := g.report.Topics[i]
		out, rest := g.split(t, c.A)
		with, _ := g.split(t, c.B)
		if len(out) == 0 || len(with) == 0 {
			continue
		}
		g.done.Moved += len(out)
		g.report.Topics = append(g.report.Topics, g.portion(t, "-"+c.Subject()[len("topic:"):][:6], out))
		kept := g.portion(t, "", rest)
		g.report.Topics[i] = kept
	}
	g.report.Findings = slices.DeleteFunc(g.report.Findings, func(f compare.Finding) bool {
		a, b := g.keys.Claim(f.A), g.keys.Claim(f.B)
		apart := slices.Contains(c.A, a) && slices.Contains(c.B, b) || slices.Contains(c.A, b) && slices.Contains(c.B, a)
		if apart {
			g.done.Parted++
			g.report.SetAside = append(g.report.SetAside, setAside(f, Parted, "put into different topics by a person"))
		}
		return apart
	})
}

// portion is the topic with some of its claims only.
func (g *grouping) portion(t compare.Topic, suffix string, ids []string) compare.Topic {
	t.ID += suffix
	t.Claims, t.Outlets, t.Speakers = ids, nil, nil
	t.From, t.To = "", ""
	for _, id := range ids {
		c := g.keys.claims[id]
		if c == nil {
			continue
		}
		t.Outlets = union(t.Outlets, []string{c.Outlet})
		if c.Speaker != nil {
			t.Speakers = union(t.Speakers, []string{c.Speaker.Name})
		}
		t.From, t.To = earlier(t.From, c.Date), max(t.To, c.Date)
	}
	slices.Sort(t.Outlets)
	if len(ids) > 0 && !slices.Contains(ids, t.Centre) {
		t.Centre = ids[0]
	}
	return t
}

// union is a with what only b has behind it, in a new list.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// earlier is the earlier of two dates; "" is none.
func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}
