package wire

import (
	"crosscheck/claims/quantity"
	"crosscheck/compare"
)

// figures finds a figure that became another, or more or less exact.
func figures(r *rest) (judged, bool) {
	var best judged
	used := map[*token]bool{}
	for _, x := range r.a {
		for _, y := range r.b {
			if x.value == nil || y.value == nil || used[y] || x.value.Kind != y.value.Kind || x.value.Unit != y.value.Unit {
				continue
			}
			used[y] = true
			if j := figure(x.value, y.value); j.strength > best.strength {
				j.typ, j.a, j.b = compare.Number, []*token{x}, []*token{y}
				best = j
			}
			break
		}
	}
	if len(used) > 0 && r.d.updated() {
		best.strength = min(best.strength, .45)
	}
	return best, best.strength > 0
}

// updated reports whether the copies are of different days and several figures
// differ: then the text was brought up to date.
func (d *difference) updated() bool {
	if d.sameDay {
		return false
	}
	have := map[string]bool{}
	for i := range d.a.tokens {
		have[d.a.tokens[i].key] = true
	}
	n := 0
	for i := range d.b.tokens {
		if t := &d.b.tokens[i]; t.value != nil && !have[t.key] {
			n++
		}
	}
	return n > 1
}

// figure compares two figures of one kind and unit that are not the same.
func figure(v, w *quantity.Value) judged {
	switch {
	case !quantity.Compatible(*v, *w) && (v.Kind == quantity.Clock || v.Kind == quantity.Ordinal):
		return judged{kind: NumberChanged, strength: .6}
	case !quantity.Compatible(*v, *w):
		return judged{kind: NumberChanged, strength: .95}
	case point(v) != point(w) || v.Approx != quantity.Exact && w.Approx != quantity.Exact:
		return judged{kind: NumberRounded, strength: .3}
	case v.Approx == quantity.Exact:
		return judged{kind: FigureHedged, strength: .55}
	}
	return judged{kind: FigureFirm, strength: .55}
}

// point is the figure itself, without its hedge.
func point(v *quantity.Value) float64 {
	if v.Approx == quantity.AtMost {
		return v.High
	}
	return v.Low
}

// days finds a date that became another. One that was only left out or put in
// is none: outlets write for their own day.
func days(r *rest) (judged, bool) {
	for _, x := range r.a {
		for _, y := range r.b {
			if x.date != nil && y.date != nil {
				return judged{kind: DateChanged, typ: compare.Date, strength: .65, a: []*token{x}, b: []*token{y}}, true
			}
		}
	}
	return judged{}, false
}
