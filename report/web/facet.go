package web

import (
	"cmp"
	"slices"

	"crosscheck/compare"
	"crosscheck/report"
)

// Facet is one thing that the queue can be narrowed by.
type Facet struct {
	Name    string   `json:"name"` // of the field: "outlet"
	Label   string   `json:"label"`
	Chosen  string   `json:"chosen"`
	Choices []Choice `json:"choices"` // most frequent first
}

// Choice is one value of a facet.
type Choice struct {
	Value string `json:"value"`
	Name  string `json:"name"`
	N     int    `json:"n"` // pairs on the board that have it
}

// mostChoices is how many values a facet lists; the rest is found by the search.
const mostChoices = 200

// chosen are the facets of the board, with what the filter has.
func (b *board) chosen(f Filter) []Facet {
	out := slices.Clone(b.facet)
	for i, value := range []string{f.Relation, f.Type, f.Outlet, f.Speaker, f.Topic} {
		out[i].Chosen = value
	}
	return out
}

// facets are the facets of the board.
func (b *board) facets() []Facet {
	one := func(s string) []string { return []string{s} }
	out := []Facet{
		b.count("relation", "Relation", func(it *item) []string { return one(it.Relation) }),
		b.count("type", "Type", func(it *item) []string { return one(it.Type) }),
		b.count("outlet", "Outlet", func(it *item) []string { return it.outlets }),
		b.count("speaker", "Speaker", func(it *item) []string { return it.speakers }),
		b.count("topic", "Topic", func(it *item) []string { return one(it.view.Topic) }),
	}
	for i, c := range out[0].Choices {
		out[0].Choices[i].Name = report.OfRelation(compare.Relation(c.Value)).Name
	}
	for i, c := range out[1].Choices {
		out[1].Choices[i].Name = report.OfType(compare.Type(c.Value)).Name
	}
	return out
}

// count counts the values of a facet.
func (b *board) count(name, label string, of func(*item) []string) Facet {
	n := map[string]int{}
	for _, it := range b.items {
		for _, v := range of(it) {
			n[v]++
		}
	}
	delete(n, "")
	f := Facet{Name: name, Label: label, Choices: []Choice{}}
	for v, k := range n {
		f.Choices = append(f.Choices, Choice{v, v, k})
	}
	slices.SortFunc(f.Choices, func(x, y Choice) int { return cmp.Or(cmp.Compare(y.N, x.N), cmp.Compare(x.Value, y.Value)) })
	if len(f.Choices) > mostChoices {
		f.Choices = f.Choices[:mostChoices]
	}
	return f
}

// States are the choices of state, for the page.
func (q QueuePage) States() [][2]string { return states }

// Sorts are the choices of order, for the page.
func (q QueuePage) Sorts() [][2]string { return sorts }

// Search is what is looked for, for the page.
func (q QueuePage) Search() string { return q.Filter.Text }

// Narrowed reports whether the filter leaves anything out beside what is done.
func (q QueuePage) Narrowed() bool { return q.Query != "" }
