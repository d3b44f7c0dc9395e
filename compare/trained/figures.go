package trained

import (
	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// figures are numbers, years and days that agree or do not.
var figures = family{
	ID:   "figures",
	Type: compare.Number,
	show: showFigures,
	Names: []string{
		"values-a", "values-b", "met", "new-b", "clash", "clash-noun", "clash-year", "clash-share", "clash-other",
		"digits-a", "digits-b", "digits-both", "days-a", "days-b", "days-both", "slot",
	},
	measure: func(d *desk, out []float32) {
		out[0], out[1] = float32(len(d.A.Values)), float32(len(d.B.Values))
		for j := range d.B.Values {
			d.figure(&d.B.Values[j], out)
		}
		a, b := d.a.unmet(d.evenA), d.b.unmet(d.evenB)
		out[9], out[10], out[11] = a.numbers, b.numbers, min(a.numbers, b.numbers)
		out[12], out[13], out[14] = a.days, b.days, min(a.days, b.days)
		if a.numbers > 0 && b.numbers > 0 {
			out[15] = d.numberSlot()
		}
	},
}

// figure adds one value of B.
func (d *desk) figure(v *quantity.Value, out []float32) {
	var clash *quantity.Value
	for i := range d.A.Values {
		w := &d.A.Values[i]
		switch {
		case w.Kind != v.Kind || w.Unit != v.Unit:
		case quantity.Compatible(*w, *v):
			out[2]++
			return
		case clash == nil || w.Noun == v.Noun:
			clash = w
		}
	}
	if clash == nil {
		out[3]++
		return
	}
	out[4]++
	switch {
	case v.Kind == quantity.Year || v.Kind == quantity.Calendar:
		out[6]++
	case v.Noun != "" && v.Noun == clash.Noun:
		out[5]++
	case v.Kind == quantity.Percent || v.Kind == quantity.Money || v.Kind == quantity.Fraction || v.Kind == quantity.Measure:
		out[7]++
	default:
		out[8]++
	}
}

// unmet counts number words, and days and months, that the other side has not.
type unmet struct{ numbers, days float32 }

func (s *side) unmet(even uint64) unmet {
	var u unmet
	for i := range s.n {
		w := &s.Words[i]
		if even&(1<<i) != 0 {
			continue
		}
		u.numbers += flag(w.Number)
		u.days += flag(w.Named()&lexicon.Calendar != 0 && w.Capital)
	}
	return u
}

// numberSlot is how alike the neighbours are of two different numbers, 0 to 2.
func (d *desk) numberSlot() float32 {
	best := float32(0)
	for i := range d.a.n {
		if !d.A.Words[i].Number || d.evenA&(1<<i) != 0 {
			continue
		}
		for j := range d.b.n {
			if d.B.Words[j].Number && d.evenB&(1<<j) == 0 {
				best = max(best, d.beside(i, j))
			}
		}
	}
	return best
}
