package quantity

import (
	"math"
	"strconv"
	"strings"
)

// figure is a number as read, without unit.
type figure struct {
	low, high float64
	step      float64
	scaled    bool // with "million", "bn", ...
	vague     bool // "hundreds of": a range that hedges itself
	words     bool // written in words
	end       int  // index behind it
}

// number reads the number at i. With money, "m", "b" and "t" behind digits are
// scales.
func (p parser) number(i int, money bool) (figure, bool) {
	if p.at(i).digits() {
		return p.digits(i, money)
	}
	for _, read := range []func(parser, int) (figure, bool){parser.halfScale, parser.vagueWords, parser.someScale, parser.words} {
		if f, ok := read(p, i); ok {
			f.words = true
			return f, true
		}
	}
	return figure{}, false
}

// digits reads a figure in digits at i and the scales behind it.
func (p parser) digits(i int, money bool) (figure, bool) {
	v, step, ok := parseDigits(p.norm(i))
	if !ok {
		return figure{}, false
	}
	f := p.mixed(figure{low: v, high: v, step: step, end: i + 1})
	if half := p.andHalf(f); half.end > f.end { // "2 and a half million"
		return p.scales(half, money), true
	}
	return p.andHalf(p.scales(f, money)), true
}

// scales is f with the scale words behind it: "5 hundred thousand".
func (p parser) scales(f figure, money bool) figure {
	for range 2 {
		if s := p.scale(f.end, money); s > 0 {
			f = f.times(s)
			f.end++
		}
	}
	return f
}

// mixed adds the fraction of "3½" and "3 1/2" to the whole number before it.
func (p parser) mixed(f figure) figure {
	n, d, end := p.slashedPart(f.end)
	if v, ok := vulgar[p.norm(f.end)]; ok {
		n, d, end = v.numerator, v.denominator, f.end+1
		if p.norm(end) == "-" && p.at(end).tight && p.at(end+1).tight && p.countable(end+1) {
			end++ // "a 3½-year term"
		}
	}
	if end == f.end || f.low != math.Trunc(f.low) {
		return f
	}
	part := n / d
	f.low, f.high, f.step, f.end = f.low+part, f.high+part, 1/d, end
	return f
}

// countable reports a unit at i.
func (p parser) countable(i int) bool {
	_, end := p.unitAt(amount{figure: figure{end: i}})
	return end > i
}

// slashedPart reads "1/2" at i where it is less than one; end is i where none is there.
func (p parser) slashedPart(i int) (n, d float64, end int) {
	const most = 8 // eighths; "2 1/12" is no figure of the news
	above, ok := whole(p.norm(i), 1)
	below, ok2 := whole(p.norm(i+2), 1)
	stroke := p.norm(i+1) == "/" && p.at(i+1).tight && p.at(i+2).tight
	if !ok || !ok2 || !stroke || above == 0 || above >= below || below > most || p.norm(i+3) == "/" {
		return 0, 0, i
	}
	return float64(above), float64(below), i + 3
}

// times is f on another scale.
func (f figure) times(s float64) figure {
	f.low, f.high, f.step, f.scaled = f.low*s, f.high*s, f.step*s, true
	return f
}

// scale is the value of the scale word at i, or 0.
func (p parser) scale(i int, money bool) float64 {
	t := p.at(i)
	if s := of(scaleWords, t.norm); s > 0 {
		return s
	}
	if !t.tight || t.hyphen {
		return 0
	}
	switch t.norm {
	case "m":
		if money || !p.at(i+1).punct && !p.in(functionWord, i+1) && !p.in(extent, i+1) {
			return 1e6
		}
	case "b":
		if money {
			return 1e9
		}
	case "t":
		if money {
			return 1e12
		}
	}
	return 0
}

// andHalf adds the half of "two and a half".
func (p parser) andHalf(f figure) figure {
	if p.norm(f.end) != "and" || p.norm(f.end+1) != "a" {
		return f
	}
	if d := of(partWords, p.norm(f.end+2)); (d == 2 || d == 4) && p.norm(f.end+3) != "of" {
		unit := 1.0
		if f.scaled {
			unit = 0 // "two million and a half": not said
		}
		f.low, f.high, f.step, f.end = f.low+unit/d, f.high+unit/d, 1/d, f.end+3
	}
	return f
}

// parseDigits reads "1,000.5". The commas must part groups of three.
func parseDigits(s string) (v, step float64, ok bool) {
	const longest = 24 // digits and marks; more is no amount
	s = strings.TrimRight(s, ".,")
	whole, frac, _ := strings.Cut(s, ".")
	if s == "" || len(s) > longest || strings.Contains(frac, ",") {
		return 0, 0, false
	}
	if first, rest, ok := strings.Cut(whole, ","); ok {
		if len(first) > 3 {
			return 0, 0, false
		}
		for g := range strings.SplitSeq(rest, ",") {
			if len(g) != 3 {
				return 0, 0, false
			}
		}
		s = strings.ReplaceAll(s, ",", "")
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, 0, false
	}
	if frac != "" {
		return v, math.Pow10(-len(frac)), true
	}
	return v, place(v), true
}

// place is the place value of the last digit of a whole number that is not a
// nought. Below 100 a nought counts as a digit: "30" is written for 30.
func place(v float64) float64 {
	step := 1.0
	for v >= 100 && step < v && math.Mod(v, step*10) == 0 {
		step *= 10
	}
	return step
}

// words reads a number in words at i: "twenty-five", "two hundred and five
// thousand", "a dozen".
func (p parser) words(i int) (figure, bool) {
	var total, cur, last float64 // last is the value of the word before; 0 at first
	j := i
	if n := p.norm(i); (n == "a" || n == "an") && of(scaleWords, p.norm(i+1)) >= 10 {
		cur, last, j = 1, 1, i+1
	}
	begin, scaled := j, false
	for ; ; j++ {
		w := p.norm(j)
		if w == "and" && last >= 100 && p.ones(j+1) > 0 {
			continue
		}
		if s := of(scaleWords, w); s > 0 && last > 0 && last != s && cur < 1000 {
			if s < 1000 {
				cur *= s
			} else {
				total, cur = total+cur*s, 0
			}
			last, scaled = s, scaled || s >= 1000
			continue
		}
		v, ok := oneWords.Look(w)
		if !ok || last > 0 && (v >= last || last < 20 || v >= 10 && last < 100) || w == "zero" && j > begin {
			break
		}
		cur, last = cur+v, max(v, 0.5)
	}
	if j == i || j == begin && begin > i || j == i+1 && p.norm(i) == "one" && !p.countsOne(i) {
		return figure{}, false
	}
	v := total + cur
	f := figure{low: v, high: v, step: place(v), scaled: scaled, end: j}
	if half := p.andHalf(f); half.end > j && !scaled { // "two and a half million"
		return p.scales(half, false), true
	}
	return p.andHalf(f), true
}

// ones is the value of the number word at i, or 0.
func (p parser) ones(i int) float64 { return of(oneWords, p.norm(i)) }

// countsOne reports whether "one" at i counts something and is no pronoun.
func (p parser) countsOne(i int) bool {
	next := p.at(i + 1)
	if p.at(i).hyphen {
		return false // "one-on-one"
	}
	return !next.punct && !p.in(functionWord, i+1) && !p.in(notOne, i-1) && !strings.HasSuffix(next.norm, "'s")
}

// halfScale reads "half a million", "half-million", "half an hour" at i.
func (p parser) halfScale(i int) (figure, bool) {
	j := i
	if n := p.norm(j); n == "a" {
		j++
	}
	d := of(partWords, p.norm(j))
	if d != 2 && d != 4 || strings.HasSuffix(p.norm(j), "s") {
		return figure{}, false
	}
	j++
	if n := p.norm(j); n == "a" || n == "an" || n == "of" && p.norm(j+1) == "a" {
		j++
		if n == "of" {
			j++
		}
	}
	if s := of(scaleWords, p.norm(j)); s > 0 {
		return figure{low: s / d, high: s / d, step: s / 10, scaled: true, end: j + 1}, true
	}
	if u, ok := units[p.norm(j)]; ok && u.kind == Measure && d == 2 && j == i+2 {
		return figure{low: 1 / d, high: 1 / d, step: 0, end: j}, true
	}
	return figure{}, false
}

// vagueWords reads "hundreds of thousands" at i: from twice to ten times.
func (p parser) vagueWords(i int) (figure, bool) {
	v := of(vagueWords, p.norm(i))
	if v == 0 || v <= 20 && v != 12 && p.norm(i+1) != "of" {
		return figure{}, false
	}
	f := figure{low: 2 * v, high: 10 * v, step: v, vague: true, end: i + 1}
	if more := of(vagueWords, p.norm(i+2)); p.norm(i+1) == "of" && more > v {
		f.low, f.high, f.step, f.end = f.low*more, f.high*more, more, i+3
	}
	return f, true
}

// someScale reads "several hundred", "a few dozen", "a couple of" at i.
func (p parser) someScale(i int) (figure, bool) {
	j := i
	if p.norm(j) == "a" {
		j++
	}
	w := p.norm(j)
	if of(someWords, w) == 0 {
		return figure{}, false
	}
	low, high := 3.0, 9.0
	j++
	if w == "couple" {
		low, high = 2, 2
		if p.norm(j) == "of" {
			j++
		} else if of(scaleWords, p.norm(j)) == 0 {
			return figure{}, false
		}
	}
	s := of(scaleWords, p.norm(j))
	if s > 0 {
		return figure{low: low * s, high: high * s, step: s, scaled: s >= 1000, vague: true, end: j + 1}, true
	}
	return figure{low: low, high: high, step: 1, vague: true, end: j}, w == "couple"
}
