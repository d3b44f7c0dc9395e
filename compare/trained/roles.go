package trained

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// roles is who does what to whom: which of the words that both sides have
// stand before and behind a word that they share, and in which voice.
var roles = family{
	ID:    "roles",
	Type:  compare.Structure,
	show:  showRoles,
	Names: roleNames[:],
	measure: func(d *desk, out []float32) {
		d.swaps(out)
		d.arguments(out)
		out[11], out[12] = flag(d.a.by() >= 0), flag(d.b.by() >= 0)
	},
}

var roleNames = [...]string{
	"swapped", "passive", "voice", "kept", "converse", "converse-kept", "subject", "object", "subject-open", "object-open",
	"subject-object", "by-a", "by-b", "one-word-a", "one-word-b", "names-swapped",
}

// The places in roleNames of what speaks for changed places.
const (
	roleSwapped = 0
	roleVoice   = 2
)

// swappable reports whether a link may be of the deed between two parties.
func swappable(d *desk, v *align.Link) bool {
	w := &d.A.Words[v.A]
	return v.Kind <= align.Relation && !w.Name && w.Class&lexicon.Saying == 0
}

// swaps counts pairs of linked words around a third, by whether they stand in
// one order on both sides and whether its voice is the same.
func (d *desk) swaps(out []float32) {
	for n := range d.Links {
		if v := &d.Links[n]; swappable(d, v) {
			d.swap(v.A, v.B, false, out)
		}
	}
	for n := range d.Opposed {
		d.swap(d.Opposed[n].A, d.Opposed[n].B, true, out)
	}
}

// swap adds what stands around words i of A and j of B, which are linked or
// opposed.
func (d *desk) swap(i, j int, opposed bool, out []float32) {
	first := d.before(&d.a, i)
	if first < 0 {
		return
	}
	second := d.behind(&d.a, i)
	if second < 0 {
		return
	}
	x, y := d.linked(&d.a, first), d.linked(&d.a, second)
	if d.B.Words[x].Clause != d.B.Words[j].Clause || d.B.Words[y].Clause != d.B.Words[j].Clause || d.A.Has(lexicon.Symmetric, first+1, second-1) {
		return
	}
	turned := passive(d.A, i) != passive(d.B, j)
	crossed := y < j && j < x
	straight := x < j && j < y
	names := d.A.Words[first].Name && d.A.Words[second].Name
	switch {
	case !crossed && !straight:
	case opposed:
		out[4] += flag(crossed != turned)
		out[5] += flag(crossed == turned)
	case crossed && !turned:
		out[0]++
		out[15] += flag(names)
	case crossed:
		out[1]++
	case turned:
		out[2]++
	default:
		out[3]++
	}
}

// before is the nearest linked party before word i in its clause, -1 for none.
func (d *desk) before(s *side, i int) int {
	for k := i - 1; k >= 0 && s.Words[k].Clause == s.Words[i].Clause; k-- {
		if s.to[k] >= 0 && party(&s.Words[k]) {
			return k
		}
	}
	return -1
}

// behind is the nearest linked party behind word i in its clause, -1 for none.
func (d *desk) behind(s *side, i int) int {
	for k := i + 1; k < len(s.Words) && s.Words[k].Clause == s.Words[i].Clause; k++ {
		if s.to[k] >= 0 && party(&s.Words[k]) {
			return k
		}
	}
	return -1
}

// leastParty is the weight from which on a word may be a party to a deed.
const leastParty = 1.5

func party(w *align.Word) bool {
	return w.Weight >= leastParty && w.Class&(lexicon.Symmetric|lexicon.Saying) == 0
}

// passive reports whether the verb at i is in the passive with a doer behind it.
func passive(s *align.Statement, i int) bool {
	if !s.Has(lexicon.Be, i-3, i-1) {
		return false
	}
	for k := i + 1; k <= i+3 && k < len(s.Words); k++ {
		if s.Words[k].Norm == "by" {
			return true
		}
	}
	return false
}

// by is where a doer is named behind a form of "be", -1 for nowhere.
func (s *side) by() int {
	be := false
	for i := range s.n {
		w := &s.Words[i]
		be = be || w.Class&lexicon.Be != 0
		if be && w.Norm == "by" {
			return i
		}
	}
	return -1
}

// arguments compares what stands at the head of either sentence and at its end.
func (d *desk) arguments(out []float32) {
	a, b := d.a.first(), d.b.first()
	y, z := d.a.last(), d.b.last()
	if a < 0 || b < 0 {
		return
	}
	out[6] = flag(d.linked(&d.a, a) == b)
	out[7] = flag(d.linked(&d.a, y) == z)
	out[8] = flag(d.b.to[b] < 0)
	out[9] = flag(d.b.to[z] < 0)
	out[10] = flag(d.linked(&d.b, b) == y) + flag(d.linked(&d.b, z) == a)
	out[13], out[14] = flag(a == y), flag(b == z)
}

// first is the first content word, -1 where there is none.
func (s *side) first() int {
	if len(s.Content) == 0 {
		return -1
	}
	return s.Content[0]
}

// last is the last content word, -1 where there is none.
func (s *side) last() int {
	if len(s.Content) == 0 {
		return -1
	}
	return s.Content[len(s.Content)-1]
}
