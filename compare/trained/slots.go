package trained

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// slots are places of a sentence that the sides fill with different words: one
// name for another, one trade for another.
var slots = family{
	ID:   "slots",
	Type: compare.Lexical,
	show: showSlots,
	Names: []string{
		"all", "tight", "names", "one-name", "days", "plain", "alike", "unlike", "weight", "single", "off",
		"both-open", "capital-a", "capital-b", "best-b",
	},
	measure: func(d *desk, out []float32) {
		out[7] = 1
		for _, i := range d.A.Content {
			if d.a.to[i] < 0 {
				d.slotsOf(i, out)
			}
		}
		out[9] = flag(d.a.bare == 1 && d.b.bare == 1)
		out[11] = float32(min(d.a.open, d.b.open))
		out[12], out[13] = d.a.capitals(), d.b.capitals()
	},
}

// slotsOf adds the slots in which word i of A stands.
func (d *desk) slotsOf(i int, out []float32) {
	for _, j := range d.B.Content {
		if d.b.to[j] >= 0 {
			continue
		}
		if n := d.beside(i, j); n > 0 {
			d.slot(i, j, n, out)
		}
	}
}

// slot adds one slot, in which n of the neighbours are the same.
func (d *desk) slot(i, j int, n float32, out []float32) {
	a, b := &d.A.Words[i], &d.B.Words[j]
	out[0]++
	out[1] += flag(n == 2)
	switch {
	case calendar(a) && calendar(b):
		out[4]++
	case a.Name && b.Name:
		out[2]++
	case a.Name || b.Name:
		out[3]++
	default:
		out[5]++
		c := float32(a.Alike(b))
		out[6], out[7] = max(out[6], c), min(out[7], c)
	}
	w := min(a.Weight, b.Weight)
	out[8] = max(out[8], float32(w))
	out[10] += flag(a.Off != b.Off)
	out[14] = max(out[14], n*float32(a.Alike(b)))
}

func calendar(w *align.Word) bool { return w.Name && w.Named()&lexicon.Calendar != 0 }

// capitals is the weight of names that the other side does not have, as a
// share of the weight of all names.
func (s *side) capitals() float32 {
	got, all := 0.0, 0.0
	for _, i := range s.Content {
		w := &s.Words[i]
		if !w.Name {
			continue
		}
		all += w.Weight
		if s.to[i] < 0 {
			got += w.Weight
		}
	}
	return share(got, all)
}
