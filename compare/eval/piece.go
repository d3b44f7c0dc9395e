package eval

import (
	"slices"

	"crosscheck/compare/term"
)

// piece is a stretch of text with the stems of its topic words.
type piece struct {
	text  string
	terms map[string]float64 // weight by stem
}

func newPiece(r *term.Reader, text string) piece {
	p := piece{text: text, terms: map[string]float64{}}
	for _, t := range r.Read(text, 0) {
		p.terms[t.Stem] = float64(t.IDF)
	}
	return p
}

// weight is the weight of all stems.
func (p piece) weight() float64 { return sumOf(p.terms, func(string) bool { return true }) }

// shared is the share of p's weight that q has, in [0, 1]; 0 where p has none.
func (p piece) shared(q piece) float64 {
	all := p.weight()
	if all == 0 {
		return 0
	}
	return sumOf(p.terms, func(stem string) bool { _, has := q.terms[stem]; return has }) / all
}

// sumOf adds weights in their own order: a sum of floats depends on it, and a
// map has none.
func sumOf(terms map[string]float64, has func(stem string) bool) float64 {
	list := make([]float64, 0, len(terms))
	for stem, w := range terms {
		if has(stem) {
			list = append(list, w)
		}
	}
	slices.Sort(list)
	sum := 0.0
	for _, w := range list {
		sum += w
	}
	return sum
}
