package wire

import (
	"slices"

	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

// forced finds a word that became a weaker or stronger one for the same thing,
// and a doubt that was put in or left out.
func forced(r *rest) (judged, bool) {
	var best judged
	for _, x := range r.a {
		for _, y := range r.b {
			if step, ok := apart(x, y); ok && step != 0 {
				if j := r.moved(x, y, step); j.strength > best.strength {
					best = j
				}
			}
		}
	}
	if best.strength > 0 {
		return best, true
	}
	for _, x := range r.a {
		if j, ok := r.lone(x, true); ok {
			j.a = []*token{x}
			return j, true
		}
	}
	for _, y := range r.b {
		if j, ok := r.lone(y, false); ok {
			j.b = []*token{y}
			return j, true
		}
	}
	return judged{}, false
}

// perStep is what a step on a ladder adds to an edit's strength.
const perStep = .1

// moved judges a word that became another of its ladder.
func (r *rest) moved(x, y *token, step int) judged {
	j := judged{kind: Strengthened, a: []*token{x}, b: []*token{y}, strength: min(.45+perStep*float64(max(step, -step)), .85)}
	if step < 0 {
		j.kind = Softened
	}
	if r.left+r.right > mostNegated+2 {
		j.strength -= .2 // much else was changed
	}
	for _, a := range x.rungs {
		for _, b := range y.rungs {
			if a.ladder == b.ladder {
				j.typ = known().ladders[a.ladder].typ
			}
		}
	}
	return j
}

// leastLone is how far below a text without a word of its ladder a word is that
// tells by itself: "may", but not "should".
const leastLone = 2

// lone judges a word that the other copy has nothing for: "reportedly".
func (r *rest) lone(t *token, left bool) (judged, bool) {
	for _, at := range t.rungs {
		l := known().ladders[at.ladder]
		if l.none-at.step < leastLone || r.d.a.rungs(at.ladder) == r.d.b.rungs(at.ladder) || r.oneSided() && r.beside(t) > 1 || r.left+r.right > mostNegated {
			continue
		}
		if l.typ == compare.Modality && (modal(r.a) && modal(r.b)) {
			continue // "may", "can"
		}
		j := judged{kind: Softened, typ: l.typ, strength: .6}
		if left == (at.step < l.none) {
			j.kind = Strengthened
		}
		return j, true
	}
	return judged{}, false
}

func modal(ts []*token) bool {
	return slices.ContainsFunc(ts, func(t *token) bool { return t.entry.Class&(lexicon.Sure|lexicon.Probable|lexicon.Maybe) != 0 })
}

// beside is how many other words of content stand in the rest.
func (r *rest) beside(t *token) int {
	n := r.left + r.right
	if t.content() {
		n--
	}
	return n
}

// rungs is how many words of a ladder a copy has below the step of a text
// without one.
func (c copied) rungs(ladder int) int {
	n := 0
	for i := range c.tokens {
		for _, r := range c.tokens[i].rungs {
			if r.ladder == ladder && r.step < known().ladders[ladder].none {
				n++
			}
		}
	}
	return n
}
