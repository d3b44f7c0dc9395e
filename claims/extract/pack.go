package extract

import (
	"slices"

	"crosscheck/claims"
)

// pack moves what the claims of one article point to into one piece of memory
// for each type, without room to spare: a corpus has millions of claims, and
// most of their lists have one or two elements. Lists do not share elements:
// an append to one copies it.
func pack(list []claims.Claim) {
	p := packer{speakers: map[*claims.Speaker]*claims.Speaker{}}
	for i := range list {
		p.count(&list[i])
	}
	p.make()
	for i := range list {
		p.move(&list[i])
	}
}

// packer has the memory for the lists of an article's claims.
type packer struct {
	spans       slab[claims.Span]
	values      slab[claims.Value]
	ends        slab[float64]
	times       slab[claims.Time]
	negations   slab[claims.Negation]
	modals      slab[claims.Modal]
	hedges      slab[claims.Hedge]
	quantifiers slab[claims.Quantifier]
	speakers    map[*claims.Speaker]*claims.Speaker
}

// slab is memory for lists of T, and how much of it they need.
type slab[T any] struct {
	all  []T
	need int
}

func (s *slab[T]) make() { s.all = make([]T, 0, s.need) }

// move is a copy of list in the slab. It is nil, or empty, where list is.
func (s *slab[T]) move(list []T) []T {
	if len(list) == 0 {
		return list
	}
	n := len(s.all)
	s.all = append(s.all, list...)
	return slices.Clip(s.all[n:])
}

// count adds up what a claim needs.
func (p *packer) count(c *claims.Claim) {
	k := &c.Certainty
	p.spans.need += len(c.Source) + len(c.Cue) + len(c.Content) + len(c.Context) + len(k.Conditions)
	for i := range k.Negations {
		p.spans.need += len(k.Negations[i].Scope)
	}
	p.values.need += len(c.Values)
	for i := range c.Values {
		v := &c.Values[i]
		p.ends.need += ends(v)
	}
	p.times.need += len(c.Times)
	p.negations.need += len(k.Negations)
	p.modals.need += len(k.Modals)
	p.hedges.need += len(k.Hedges)
	p.quantifiers.need += len(k.Quantifiers)
}

// make makes the memory that was counted.
func (p *packer) make() {
	p.spans.make()
	p.values.make()
	p.ends.make()
	p.times.make()
	p.negations.make()
	p.modals.make()
	p.hedges.make()
	p.quantifiers.make()
}

// move moves the lists of a claim.
func (p *packer) move(c *claims.Claim) {
	k := &c.Certainty
	for _, list := range []*[]claims.Span{&c.Source, &c.Cue, &c.Content, &c.Context, &k.Conditions} {
		*list = p.spans.move(*list)
	}
	k.Negations = p.negations.move(k.Negations)
	for i := range k.Negations {
		k.Negations[i].Scope = p.spans.move(k.Negations[i].Scope)
	}
	c.Values = p.values.move(c.Values)
	for i := range c.Values {
		p.moveEnds(&c.Values[i])
	}
	c.Times = p.times.move(c.Times)
	k.Modals = p.modals.move(k.Modals)
	k.Hedges = p.hedges.move(k.Hedges)
	k.Quantifiers = p.quantifiers.move(k.Quantifiers)
	c.Speaker = p.speaker(c.Speaker)
}

// moveEnds moves the ends of a value; those of a point are one number.
func (p *packer) moveEnds(v *claims.Value) {
	if isPoint(v) {
		v.Low = p.end(v.Low)
		v.High = v.Low
		return
	}
	v.Low, v.High = p.end(v.Low), p.end(v.High)
}

func (p *packer) end(v *float64) *float64 {
	if v == nil {
		return nil
	}
	p.ends.all = append(p.ends.all, *v)
	return &p.ends.all[len(p.ends.all)-1]
}

// ends is how many numbers a value needs.
func ends(v *claims.Value) int {
	switch {
	case v.Low == nil && v.High == nil:
		return 0
	case v.Low == nil || v.High == nil || isPoint(v):
		return 1
	}
	return 2
}

// isPoint reports a value with two equal ends.
func isPoint(v *claims.Value) bool { return v.Low != nil && v.High != nil && *v.Low == *v.High }

// speaker is a copy of a speaker, one for all claims of the article: the
// roster's own has the whole roster behind it.
func (p *packer) speaker(s *claims.Speaker) *claims.Speaker {
	if s == nil {
		return nil
	}
	kept, ok := p.speakers[s]
	if !ok {
		own := *s
		kept = &own
		p.speakers[s] = kept
	}
	return kept
}
