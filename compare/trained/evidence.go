package trained

import (
	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// The families show, by indices of words, what they measure: the pair of words
// that weighs most. Families without a word of their own show nothing.

func nothing(*desk) (a, b []int) { return nil, nil }

// showPolarity shows the heaviest linked words that are turned on one side, and
// what turns them.
func showPolarity(d *desk) (a, b []int) {
	worst, heaviest := -1, 0.0
	for n, l := range d.Links {
		w := l.Weight * d.B.Words[l.B].Weight
		if d.B.Words[l.B].Name {
			w *= nameShown
		}
		if d.A.Turned(l.A) != d.B.Turned(l.B) && w > heaviest {
			worst, heaviest = n, w
		}
	}
	if worst < 0 {
		return nil, nil
	}
	l := d.Links[worst]
	return append(d.A.TurnedBy(l.A), l.A), append(d.B.TurnedBy(l.B), l.B)
}

// nameShown is how little a name counts for being shown: what is turned is what
// is said of it.
const nameShown = .1

// showOpposites shows the heaviest opposites that hold or not alike.
func showOpposites(d *desk) (a, b []int) {
	best := 0.0
	for _, l := range d.Opposed {
		w := min(d.A.Words[l.A].Weight, d.B.Words[l.B].Weight)
		if d.A.Words[l.A].Off == d.B.Words[l.B].Off && (d.a.to[l.A] < 0 || d.b.to[l.B] < 0) && w > best {
			best, a, b = w, []int{l.A}, []int{l.B}
		}
	}
	return a, b
}

// showSlots shows the two words that stand most tightly in one place.
func showSlots(d *desk) (a, b []int) {
	best := float32(0)
	for _, i := range d.A.Content {
		for _, j := range d.B.Content {
			if d.a.to[i] >= 0 || d.b.to[j] >= 0 {
				continue
			}
			if n := d.beside(i, j); n > best {
				best, a, b = n, []int{i}, []int{j}
			}
		}
	}
	return a, b
}

// showFigures shows two values of a kind that cannot both be right.
func showFigures(d *desk) (a, b []int) {
	for j := range d.B.Values {
		for i := range d.A.Values {
			v, w := &d.A.Values[i], &d.B.Values[j]
			if v.Kind == w.Kind && v.Unit == w.Unit && !quantity.Compatible(*v, *w) {
				return within(d.A, v.Span), within(d.B, w.Span)
			}
		}
	}
	return nil, nil
}

// within are the words inside a span.
func within(s *align.Statement, at claims.Span) []int {
	var out []int
	for i := range s.Words {
		if at.Contains(s.Words[i].Span) {
			out = append(out, i)
		}
	}
	return out
}

// showAmounts shows a thing that is counted differently, with the quantifiers.
func showAmounts(d *desk) (a, b []int) {
	for _, l := range d.Links {
		x, y := amount(d.A, l.A), amount(d.B, l.B)
		if k := clash(x, y); k >= 0 && k < 3 {
			return quantified(d.A, l.A), quantified(d.B, l.B)
		}
	}
	return nil, nil
}

// quantified is word i with its quantifier.
func quantified(s *align.Statement, i int) []int {
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		if rankOf(s.Words[k].Class) != unsaid && !s.Words[k].Part {
			return []int{k, i}
		}
	}
	return []int{i}
}

// showCertainty shows a word that only one side says to be possible.
func showCertainty(d *desk) (a, b []int) {
	for _, l := range d.Links {
		if x, y := modal(d.A, l.A), modal(d.B, l.B); (x == lexicon.Maybe) != (y == lexicon.Maybe) {
			return modalled(d.A, l.A), modalled(d.B, l.B)
		}
	}
	return nil, nil
}

// modalled is word i with its modal verb.
func modalled(s *align.Statement, i int) []int {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if s.Words[k].Class&(lexicon.Sure|lexicon.Probable|lexicon.Maybe) != 0 {
			return []int{k, i}
		}
	}
	return []int{i}
}

// showRoles shows two parties that have changed places, and the word between.
func showRoles(d *desk) (a, b []int) {
	var out [len(roleNames)]float32
	for n := range d.Links {
		v := d.Links[n]
		if !swappable(d, &v) {
			continue
		}
		was := out[roleSwapped] + out[roleVoice]
		d.swap(v.A, v.B, false, out[:])
		if out[roleSwapped]+out[roleVoice] > was {
			x, y := d.before(&d.a, v.A), d.behind(&d.a, v.A)
			return []int{x, v.A, y}, []int{d.linked(&d.a, x), v.B, d.linked(&d.a, y)}
		}
	}
	return nil, nil
}
