package quantity

import (
	"strings"
)

// whole is the value of a figure of digits only, at most most of them.
func whole(norm string, most int) (int, bool) {
	if norm == "" || len(norm) > most {
		return 0, false
	}
	v := 0
	for _, c := range []byte(norm) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// point is a Value of one number that was not rounded.
func point(k Kind, v float64) Value { return Value{Kind: k, Low: v, High: v} }

// grouped reads figures joined by hyphens that are no range: a telephone
// number, a date in digits.
func (p parser) grouped(i int) (Value, int) {
	if !p.at(i).digits() {
		return Value{}, i
	}
	j := i + 1
	for p.at(j).hyphen && p.at(j).digits() {
		j++
	}
	first, second := len(p.norm(i)), len(p.norm(i+1))
	phone := j == i+2 && first == 3 && second == 4
	if j < i+3 && !phone {
		return Value{}, i
	}
	if first == 4 && second <= 2 && j == i+3 {
		return Value{Kind: Calendar}, j
	}
	return Value{Kind: Identifier}, j
}

// slashed reads figures with strokes between: "9/11", "1/2".
func (p parser) slashed(i int) (Value, int) {
	a, ok := whole(p.norm(i), 4)
	b, ok2 := whole(p.norm(i+2), 4)
	if !ok || !ok2 || p.norm(i+1) != "/" || !p.at(i+1).tight || !p.at(i+2).tight {
		return Value{}, i
	}
	if p.norm(i+3) == "/" && p.at(i+4).digits() {
		return Value{Kind: Calendar}, i + 5
	}
	_, unit := units[p.norm(i+3)]
	if a < b && b <= 10 && (unit || p.norm(i+3) == "of") {
		v := point(Fraction, float64(a)/float64(b))
		return v, i + 3
	}
	return Value{Kind: Identifier}, i + 3
}

// name reads a number that is part of a name: "G20", "No. 10", "Boeing 737",
// "COVID-19", "Group of Twenty".
func (p parser) name(i int) (Value, int) {
	t := p.at(i)
	if t.capital && hasDigit(t.norm) {
		return Value{Kind: Identifier}, i + 1
	}
	if i == 0 && t.digits() && p.norm(1) == "." && p.at(2).capital {
		return Value{Kind: Identifier}, i + 1 // a list's "1."
	}
	if p.coded(i) {
		return Value{Kind: Identifier}, i + 2
	}
	if t.capital && p.ones(i) > 0 && p.norm(i-1) == "of" && p.at(i-2).capital && !p.title {
		return point(Identifier, p.ones(i)), i + 1
	}
	v, ok := whole(t.norm, 5)
	if !ok && !(t.capital && p.ones(i) > 0) || !p.named(i) || p.measured(i+1) {
		return Value{}, i
	}
	return point(Identifier, max(float64(v), p.ones(i))), i + 1
}

// coded reports whether letters that are no unit follow the figure at i
// directly: "5G", "3D", a web address.
func (p parser) coded(i int) bool {
	t := p.at(i + 1)
	if !p.at(i).digits() || !t.tight || t.hyphen || t.punct {
		return false
	}
	_, isMoney := currencies[t.norm]
	return !p.measured(i+1) && !isMoney && t.norm != "m" && t.norm != "b" && t.norm != "t" && t.norm != "x" && t.norm != "fold"
}

// named reports whether the word before the number at i makes it a name.
func (p parser) named(i int) bool {
	k := i - 1
	if p.norm(k) == "." && p.norm(k-1) == "no" {
		k--
		return p.at(k).capital || p.at(i).digits()
	}
	before := p.at(k)
	if before.punct || before.norm == "" {
		return false
	}
	if p.at(i).hyphen {
		return p.at(i).digits() && !before.digits() && !p.in(yearPrefix, k) && p.ones(k) == 0
	}
	if p.in(label, k) {
		return before.norm != "no" || before.capital && !p.opens(k)
	}
	if !p.at(i).digits() {
		return before.capital && !p.title && !p.in(functionWord, k) // "Air Force One"
	}
	_, hedge := p.phrase("before", k)
	plain := !before.capital || strings.HasSuffix(before.norm, "'s") || strings.HasSuffix(before.norm, "'")
	if plain || hedge > k || p.opens(k) || p.title {
		return false
	}
	return !p.in(functionWord, k) && !p.in(monthName, k) && !before.digits() && p.ones(k) == 0
}

// measured reports whether a unit, a scale or a noun for people is at i, so
// that the figure before it is an amount.
func (p parser) measured(i int) bool {
	_, isUnit := units[p.norm(i)]
	_, isMoney := currencies[p.norm(i)]
	return isUnit || isMoney || p.in(peopleWord, i) || p.scale(i, false) > 0 || p.norm(i) == "per" || p.norm(i) == "percentage"
}

// ordinal reads "20th", "third", "twenty-first".
func (p parser) ordinal(i int) (Value, int) {
	n := p.norm(i)
	if p.at(i).digits() {
		for _, end := range []string{"st", "nd", "rd", "th"} {
			if figure, ok := strings.CutSuffix(n, end); ok {
				if v, _, ok := parseDigits(figure); ok {
					return p.ranked(v, i+1), i + 1
				}
			}
		}
		return Value{}, i
	}
	if v := p.ones(i); v >= 20 && of(ordinalWords, p.norm(i+1)) > 0 && p.at(i+1).hyphen {
		return p.ranked(v+of(ordinalWords, p.norm(i+1)), i+2), i + 2
	}
	v := of(ordinalWords, n)
	if v == 0 || p.norm(i-1) == "a" || p.norm(i-1) == "per" || p.norm(i-1) == "split" {
		return Value{}, i
	}
	return p.ranked(v, i+1), i + 1
}

func (p parser) ranked(v float64, next int) Value {
	out := point(Ordinal, v)
	out.Noun = p.noun(next, Ordinal)
	return out
}
