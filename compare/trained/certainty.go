package trained

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// certainty is whether both sides say a thing as surely: "could be" against
// "is", a plan against a deed, a denial against a claim.
var certainty = family{
	ID:   "certainty",
	Type: compare.Modality,
	show: showCertainty,
	Names: []string{
		"maybe-a", "maybe-b", "sure-a", "sure-b", "unreal-a", "unreal-b", "maybes-a", "maybes-b", "sures-a", "sures-b",
		"plans-a", "plans-b", "untrue-a", "untrue-b", "said-a", "said-b", "under-a", "under-b",
	},
	measure: func(d *desk, out []float32) {
		const modal = lexicon.Sure | lexicon.Probable | lexicon.Maybe
		if (d.A.Classes|d.B.Classes)&modal != 0 {
			d.modals(out)
		}
		out[4], out[5] = d.unreal()
		copy(out[6:], []float32{
			d.a.of(maybes), d.b.of(maybes), d.a.of(sures), d.b.of(sures), d.a.of(plans), d.b.of(plans), d.a.of(untrue), d.b.of(untrue), d.a.of(saying), d.b.of(saying),
			d.under(&d.a), d.under(&d.b),
		})
	},
}

// modals adds linked words that one side says to be possible or sure and the
// other does not.
func (d *desk) modals(out []float32) {
	for n := range d.Links {
		l := &d.Links[n]
		x, y := modal(d.A, l.A), modal(d.B, l.B)
		if x == y {
			continue
		}
		out[0] += flag(x == lexicon.Maybe)
		out[1] += flag(y == lexicon.Maybe)
		out[2] += flag(x == lexicon.Sure)
		out[3] += flag(y == lexicon.Sure)
	}
}

// modal is the strength of the modal verb before word i, 0 where there is none.
func modal(s *align.Statement, i int) lexicon.Class {
	const reach = 3
	for k := i - 1; k >= 0 && k >= i-reach && s.Words[k].Clause == s.Words[i].Clause; k-- {
		if c := s.Words[k].Class & (lexicon.Sure | lexicon.Probable | lexicon.Maybe); c != 0 {
			return c & -c
		}
		if s.Words[k].Weight > 0 {
			break
		}
	}
	return 0
}

// unreal is the weight, as a share, of linked words that only A or only B has
// as planned, wished or conditional.
func (d *desk) unreal() (a, b float32) {
	inA, inB := 0.0, 0.0
	for n := range d.Links {
		l := &d.Links[n]
		switch x, y := d.A.Words[l.A].Unreal, d.B.Words[l.B].Unreal; {
		case x && !y:
			inA += d.B.Words[l.B].Weight
		case y && !x:
			inB += d.B.Words[l.B].Weight
		}
	}
	return share(inA, d.b.Total), share(inB, d.b.Total)
}

// under is the share of a side's linked weight that stands behind a verb of
// saying in its sentence: said, and not stated.
func (d *desk) under(s *side) float32 {
	if s.Classes&lexicon.Saying == 0 {
		return 0
	}
	sum, said := 0.0, false
	for i := range s.Words {
		w := &s.Words[i]
		said = said || w.Class&lexicon.Saying != 0
		if said && w.Weight > 0 && s.to[i] >= 0 {
			sum += w.Weight
		}
	}
	return share(sum, s.Total)
}
