package trained

import (
	"crosscheck/compare"
	"math"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// coverage is how much of either side the other says too.
var coverage = family{
	ID:   "coverage",
	Type: compare.Lexical,
	show: nothing,
	Names: []string{
		"soft-a", "soft-b", "hard-a", "hard-b", "jaccard", "open-a", "open-b", "top-a", "top-b",
		"bare-a", "bare-b", "names-a", "names-b", "weakest", "lexical", "alike", "broader", "narrower", "derived",
		"length-a", "length-b", "ratio", "mass-a", "mass-b", "tokens-b", "function-b", "names-open-a", "names-open-b",
	},
	measure: func(d *desk, out []float32) {
		a, b := &d.a, &d.b
		k := kinds(d)
		both := (a.soft + b.soft) / 2
		copy(out, []float32{
			share(a.soft, a.Total), share(b.soft, b.Total), share(a.hard, a.Total), share(b.hard, b.Total),
			share(both, a.Total+b.Total-both), root(a.open), root(b.open), float32(a.top), float32(b.top),
			float32(a.bare), float32(b.bare), a.names(), b.names(), k.weakest,
			share(k.lexical, b.Total), share(k.alike, b.Total), share(k.broader, b.Total), share(k.narrower, b.Total), share(k.derived, b.Total),
			float32(len(a.Content)), float32(len(b.Content)), share(float64(len(b.Content)), float64(len(a.Content))),
			root(a.Total), root(b.Total), d.tokens(), d.function(), a.strangers(), b.strangers(),
		})
	},
}

// root keeps large sums from being all bins.
func root(x float64) float32 { return float32(math.Sqrt(x)) }

// names is the share of the open weight that is of names.
func (s *side) names() float32 {
	sum := 0.0
	for _, i := range s.Content {
		if w := &s.Words[i]; s.to[i] < 0 && w.Name {
			sum += w.Weight
		}
	}
	return share(sum, s.open)
}

// strangers is how many names the other side does not have.
func (s *side) strangers() float32 {
	n := 0
	for _, i := range s.Content {
		if w := &s.Words[i]; s.to[i] < 0 && w.Name && w.Named()&lexicon.Calendar == 0 {
			n++
		}
	}
	return float32(n)
}

// grounds is the weight in B by the grounds that it is linked on.
type grounds struct {
	weakest                                    float32
	lexical, alike, broader, narrower, derived float64
}

func kinds(d *desk) grounds {
	k := grounds{weakest: 1}
	for i := range d.Links {
		l := &d.Links[i]
		w := d.b.Words[l.B].Weight
		k.weakest = min(k.weakest, float32(l.Weight))
		switch {
		case l.Kind == align.Similar:
			k.alike += w
		case l.Kind == align.Relation:
			k.lexical += w
		}
		switch {
		case l.Rel&(lexicon.Synonym|lexicon.Kin|lexicon.Paraphrase) != 0:
		case l.Rel&lexicon.Derivation != 0:
			k.derived += w
		case l.Rel&lexicon.Broader != 0:
			k.broader += w
		case l.Rel&lexicon.Narrower != 0:
			k.narrower += w
		}
	}
	return k
}

// tokens is the share of B's words that A has, function words and marks too.
func (d *desk) tokens() float32 {
	n := 0
	for j := range d.b.n {
		if d.evenB&(1<<j) != 0 {
			n++
		}
	}
	return share(float64(n), float64(d.b.n))
}

// function is how many function words of B are not in A.
func (d *desk) function() float32 {
	n := 0
	for j := range d.b.n {
		if w := &d.b.Words[j]; d.evenB&(1<<j) == 0 && w.Class&lexicon.Function != 0 {
			n++
		}
	}
	return float32(n)
}
