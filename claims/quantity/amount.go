package quantity

// amount is a figure with its currency and unit, or two as a range.
type amount struct {
	figure
	unit unit
	kind Kind
}

// value is the Value of a, without span and noun.
func (a amount) value() Value {
	v := Value{Kind: a.kind, Low: a.low, High: a.high, Step: a.step, Unit: a.unit.name}
	if a.vague {
		v.Approx = About
	}
	if f := a.unit.factor; a.kind == Money && f > 0 {
		v.Low, v.High, v.Step = v.Low*f, v.High*f, v.Step*f
	}
	if a.kind == Cardinal && a.step == 1 && a.low < 100 {
		v.Step = 0 // a small count is counted, not rounded
	}
	return v
}

// amounts reads an amount at i, or a range of two.
func (p parser) amounts(i int) (amount, bool) {
	between := p.norm(i) == "between"
	j := i
	if between {
		j++
	}
	a, ok := p.amount(j)
	if !ok {
		return amount{}, false
	}
	if b, ok := p.upper(a, j, between); ok {
		return p.join(a, b, j), true
	}
	return a, !between
}

// amount reads one amount at i: "$1.4bn", "200 miles", "two thirds".
func (p parser) amount(i int) (amount, bool) {
	if f, ok := p.fraction(i); ok {
		return amount{figure: f, kind: Fraction}, true
	}
	cur, j := p.sign(i)
	f, ok := p.number(j, j > i)
	if !ok {
		return amount{}, false
	}
	a := amount{figure: f, kind: Cardinal}
	if j > i {
		a.unit, a.kind = cur, Money
		if u, end := p.unitAt(a); u.kind == Money && u.name == cur.name {
			a.end = end
		}
		return a, true
	}
	if m, end := p.multiple(a.end); end > a.end {
		a.kind, a.end = m, end
		return a, true
	}
	if u, end := p.unitAt(a); end > a.end {
		a.unit, a.kind, a.end = u, u.kind, end
	}
	return a, true
}

// sign reads a currency before a figure: "$", "US$", "€", "USD".
func (p parser) sign(i int) (unit, int) {
	if p.at(i+1).tight && p.at(i+2).digits() {
		if u, ok := currencies[p.norm(i)+p.norm(i+1)]; ok {
			return u, i + 2
		}
	}
	u, ok := currencies[p.norm(i)]
	if ok && p.at(i+1).digits() && (p.at(i).punct || isUpper(p.at(i).In(p.text))) {
		return u, i + 1
	}
	return unit{}, i
}

// isUpper reports whether s is capital letters only.
func isUpper(s string) bool {
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return s != ""
}

// unitAt reads the unit or currency behind the figure of a.
func (p parser) unitAt(a amount) (unit, int) {
	i := a.end
	if a.vague && p.norm(i) == "of" { // "billions of dollars"
		i++
	}
	one := p.norm(i)
	if pairStarts[one] {
		if u, ok := p.unitForm(one+" "+p.norm(i+1), i+2, a); ok {
			return u, i + 2
		}
	}
	if u, ok := p.unitForm(one, i+1, a); ok {
		return u, i + 1
	}
	if one == "m" && p.at(i).tight && !p.at(i).hyphen {
		return unit{name: "metre", kind: Measure}, i + 1
	}
	if (one == "point" || one == "points") && p.norm(i+1) != "of" && a.low < 100 {
		return unit{name: "point", kind: Measure}, i + 1
	}
	return unit{}, a.end
}

// unitForm is the unit or currency of a form that ends before token end.
func (p parser) unitForm(form string, end int, a amount) (unit, bool) {
	if u, ok := currencies[form]; ok && !startsFigure(p.at(end)) {
		return u, true
	}
	u, ok := units[form]
	return p.pounds(u, a), ok
}

// startsFigure reports whether a currency before t would belong to it: in "5
// $10 notes" the dollar sign is not the five's.
func startsFigure(t token) bool { return t.tight && t.digits() }

// pounds tells the currency from the weight: "three million pounds" is money.
func (p parser) pounds(u unit, a amount) unit {
	if u.name == "pound" && a.scaled {
		return unit{name: "GBP", kind: Money, factor: 1}
	}
	return u
}

// multiple reads "times as", "fold" and "x" behind a figure.
func (p parser) multiple(i int) (Kind, int) {
	switch t := p.at(i); {
	case t.norm == "times" && p.in(timesWord, i+1), t.norm == "fold", t.norm == "x" && t.tight:
		return Multiple, i + 1
	}
	return "", i
}

// upper reads the second amount of a range whose first is a, read at from.
func (p parser) upper(a amount, from int, between bool) (amount, bool) {
	j := a.end
	t := p.at(j)
	switch {
	case t.digits() && t.hyphen && p.at(j-1).digits():
	case t.norm == "–" || t.norm == "-" && p.at(from).digits():
		j++
	case t.norm == "to" && (t.hyphen || !p.changes(from)), t.norm == "and" && between:
		j++
	case t.norm == "or" && a.low < 20:
		b, ok := p.amount(j + 1)
		return b, ok && b.kind == Cardinal && a.kind == Cardinal && b.low > a.low && b.low <= a.low+5
	default:
		return amount{}, false
	}
	b, ok := p.amount(j)
	if !ok || b.kind == Fraction && a.kind != Fraction || a.vague || b.vague {
		return amount{}, false
	}
	if b.high < a.low && b.kind != Cardinal {
		return amount{}, false // "62%-30%" are two
	}
	same := a.unit.name == b.unit.name || a.unit.name == "" || b.unit.name == "" && a.kind == Money
	return b, same
}

// changes reports whether the amount at i is the first of a change, "from 5 to
// 3 percent", and not of a range, "ranging from 3 to 5 percent".
func (p parser) changes(i int) bool {
	if p.norm(i-1) != "from" {
		return false
	}
	switch p.norm(i - 2) {
	case "ranging", "ranges", "ranged", "range", "anywhere", "aged", "ages", "vary", "varies", "varying":
		return false
	}
	return true
}

// join makes a range or a score of two amounts; a was read at from.
func (p parser) join(a, b amount, from int) amount {
	out := b
	if a.unit.name != "" && b.unit.name == "" {
		out.unit, out.kind = a.unit, a.kind
	}
	if b.scaled && !a.scaled && a.low < 1000 { // "1 to 2 million"
		factor := b.low / unscaled(b.low)
		if a.low*factor <= b.low {
			a.figure = a.times(factor)
		}
	}
	out.low, out.high, out.step = a.low, b.high, max(a.step, b.step)
	plain := out.unit.name == "" && !out.scaled && out.kind != Fraction
	if plain && (out.low > out.high || p.scored(from)) {
		out.kind = Score
	}
	if out.low > out.high && out.kind != Score {
		out.low, out.high = out.high, out.low
	}
	return out
}

// unscaled is v without its scale word.
func unscaled(v float64) float64 {
	for _, s := range []float64{1e12, 1e9, 1e6, 1000} {
		if v >= s {
			return v / s
		}
	}
	return v
}

// scored reports whether a word of voting or of sport stands shortly before
// the token at i: "passed the House 48-52".
func (p parser) scored(i int) bool {
	const before = 3
	for k := i - before; k < i; k++ {
		if p.in(scoreWord, k) {
			return true
		}
	}
	return false
}
