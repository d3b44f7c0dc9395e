package topic

import (
	"cmp"
	"slices"

	"crosscheck/compare/term"
)

// Reason is a pair of words that made two statements meet.
type Reason struct {
	A, B   string  // as printed in each statement
	Weight float64 // the share of the similarity that is theirs, in (0, 1]
}

// Similarity is how far two statements are about the same thing, in [0, 1],
// with the words that made them meet, strongest first: the share of the weight
// of their words that has a partner in the other, each as much as the partner
// is like it, the mean of both ways; where both have a context, mixed with the
// same over statement and context together. It is SoftTFIDF (Cohen, Ravikumar
// and Fienberg 2003) with the weights added up as in Sultan, Bethard and Sumner
// (2014), which agrees better with how people score headlines than the cosine.
// Words are weighed by the news alone; [Within] weighs them by the story too.
// It is 0 where either statement has no word that carries a topic, and
// the reasons are the statements' own.
func Similarity(a, b *Item) (float64, []Reason) {
	c := newComparer([]*Item{a, b}, 0, Options{}.withDefaults())
	c.opt.Pair = 0
	_, alike, ok := c.row(0).next()
	if !ok {
		return 0, nil
	}
	return float64(alike), c.reasons(0, 1)
}

// Likeness is the [Similarity] of two bare texts.
func Likeness(a, b string) float64 {
	var r term.Reader
	x, y := Text(&r, a, "", ""), Text(&r, b, "", "")
	like, _ := Similarity(&x, &y)
	return like
}

// reasons are the pairs of words that the similarity of a and b counted.
func (c *comparer) reasons(a, b int32) []Reason {
	weights := map[[2]int32]float64{}
	total := 0.0
	for _, way := range [][2]int32{{a, b}, {b, a}} {
		for _, w := range c.profiles[way[0]].words[:c.profiles[way[0]].own] {
			u, alike := c.partnerOf(w, way[1])
			if alike == 0 {
				continue
			}
			key := [2]int32{w.at, u}
			if way[0] == b {
				key = [2]int32{u, w.at}
			}
			x := float64(alike * w.by)
			weights[key] += x
			total += x
		}
	}
	var out []Reason
	for key, x := range weights {
		out = append(out, Reason{c.printed(a, key[0]), c.printed(b, key[1]), x / total})
	}
	slices.SortFunc(out, func(x, y Reason) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	return out
}

// printed is a word of the vocabulary as a statement prints it.
func (c *comparer) printed(item, at int32) string {
	it := c.items[item]
	for _, t := range it.Text {
		if t.ID == c.vocab.words[at].ID {
			return t.In(it.Source)
		}
	}
	return c.vocab.words[at].Word // from what the statement answers to
}

// partnerOf is the word of statement b's own that is most like w.
func (c *comparer) partnerOf(w weighed, b int32) (int32, float32) {
	p := &c.profiles[b]
	for _, u := range c.vocab.kin[w.at] {
		for _, x := range p.words[:p.own] {
			if x.at == u.at {
				return u.at, u.alike
			}
		}
	}
	return 0, 0
}

// Text reads a bare statement, for those who have no article: what it says,
// what it answers to and what surrounds it.
func Text(r *term.Reader, text, about, context string) Item {
	return Item{Source: text, Text: r.Read(text, 0), About: r.Read(about, 0), Context: r.Read(context, 0)}
}
