package quantity

import "strings"

// fraction reads a part of a whole at i: "two thirds", "half of", "nine out of
// ten".
func (p parser) fraction(i int) (figure, bool) {
	if f, ok := p.half(i); ok {
		return f, true
	}
	if f, ok := p.parts(i); ok {
		return f, true
	}
	return p.outOf(i)
}

// half reads "half" at i where it names a share of something.
func (p parser) half(i int) (figure, bool) {
	j := i
	if n := p.norm(j); n == "a" || n == "one" {
		j++
	}
	if p.norm(j) != "half" || p.at(j+1).hyphen {
		return figure{}, false
	}
	switch p.norm(j - 1) {
	case "first", "second", "other", "latter", "better", "final", "opening", "last", "in", "next", "cut":
		return figure{}, false
	}
	next := p.norm(j + 1)
	_, hedge := p.phrase("before", i-1)
	if next == "a" || next == "an" || next != "of" && !p.in(possessor, j+1) && hedge != i {
		return figure{}, false
	}
	return figure{low: 0.5, high: 0.5, end: j + 1}, true
}

// parts reads "two thirds", "one-fifth", "a quarter of".
func (p parser) parts(i int) (figure, bool) {
	n := p.ones(i)
	if p.norm(i) == "a" {
		n = 1
	} else if v, step, ok := parseDigits(p.norm(i)); ok && step == 1 {
		n = v
	}
	w := p.norm(i + 1)
	d := of(partWords, w)
	if n < 1 || n > 9 || d <= n || w == "fourth" && n > 1 {
		return figure{}, false
	}
	plural := strings.HasSuffix(w, "s")
	switch {
	case p.norm(i) == "a":
		if p.norm(i+2) != "of" {
			return figure{}, false
		}
	case n == 1 && plural, n > 1 && !plural && !p.at(i+1).hyphen:
		return figure{}, false
	}
	return figure{low: n / d, high: n / d, end: i + 2}, true
}

// outOf reads "nine out of ten", "1 in 5".
func (p parser) outOf(i int) (figure, bool) {
	n, ok := p.number(i, false)
	if !ok && p.norm(i) == "one" {
		n, ok = figure{low: 1, words: true, end: i + 1}, true
	}
	if !ok || n.vague || n.scaled {
		return figure{}, false
	}
	j := n.end
	switch {
	case p.norm(j) == "out" && p.norm(j+1) == "of":
		j += 2
	case p.norm(j) == "in", p.norm(j) == "of" && p.norm(j+1) == "every":
		j++
		if p.norm(j) == "every" {
			j++
		}
	default:
		return figure{}, false
	}
	d, ok := p.number(j, false)
	if !ok || d.vague || d.low <= n.low || n.low < 1 || !roundWhole(d.low) || d.words != n.words && d.low > 10 {
		return figure{}, false
	}
	if _, timed := units[p.norm(d.end)]; timed {
		return figure{}, false // "two in five days"
	}
	return figure{low: n.low / d.low, high: n.low / d.low, end: d.end}, true
}

// roundWhole reports whether shares are given of so many: up to twelve, and
// round figures ("one in 1,000"); not "three in 17".
func roundWhole(v float64) bool {
	return v <= 12 || v <= 100 && int(v)%10 == 0 || place(v) >= 100
}
