package align

import (
	"crosscheck/compare/lexicon"
)

// Weights of words that are not simply their IDF.
const (
	maxWeight    = 8    // rarer words than this are mostly spelling
	minContent   = .8   // a content word found everywhere still says something
	nameFactor   = 1.15 // a name decides who is spoken of
	sayingFactor = .3   // "said" is about the saying
	turnFactor   = .5   // "halted" has no counterpart in "goes on"
)

// weigh gives the words their final weights.
func (p *Statement) weigh() {
	p.Content = make([]int, 0, len(p.Words)/2+1) // somewhat more than news needs
	for i := range p.Words {
		w := &p.Words[i]
		p.Classes |= w.Class
		w.Weight = w.weight()
		if w.Weight > 0 {
			p.Content = append(p.Content, i)
			p.Total += w.Weight
		}
	}
}

func (w *Word) weight() float64 {
	const silent = lexicon.Function | lexicon.Negator
	switch {
	case w.Punct || w.Part || w.Class&silent != 0:
		return 0
	case w.Number:
		return 0 // figures are read as quantities
	}
	v := min(max(w.Weight, minContent), maxWeight)
	if w.Name {
		v *= nameFactor
	}
	if w.Class&lexicon.Saying != 0 {
		v *= sayingFactor
	}
	if w.Class&lexicon.Reverser != 0 {
		v *= turnFactor
	}
	return v
}
