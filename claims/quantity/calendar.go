package quantity

import "strings"

// clock reads a time of day: "9:15", "5 p.m.", "10am", "6 o'clock".
func (p parser) clock(i int) (Value, int) {
	const hours, minutes = 24, 60
	h, ok := whole(p.norm(i), 2)
	if !ok || h > hours {
		return Value{}, i
	}
	j, at := i+1, float64(h)
	if m, ok := whole(p.norm(i+2), 2); ok && m < minutes && len(p.norm(i+2)) == 2 && p.norm(j) == ":" && p.at(j).tight {
		j, at = i+3, at+float64(m)/minutes
	}
	switch p.norm(j) {
	case "a.m.", "am", "a.m", "o'clock":
		return point(Clock, at), j + 1
	case "p.m.", "pm", "p.m":
		if h < 12 {
			at += 12
		}
		return point(Clock, at), j + 1
	}
	if j > i+1 {
		return point(Clock, at), j
	}
	return Value{}, i
}

// calendar reads the day of a date: "Nov. 18", "18 November", "Nov. 18-20".
func (p parser) calendar(i int) (Value, int) {
	d, ok := whole(strings.TrimRight(p.norm(i), "stndrh"), 2)
	if !ok || d < 1 || d > 31 {
		return Value{}, i
	}
	k := i - 1
	if p.norm(k) == "." {
		k--
	}
	if p.in(monthName, k) && p.at(k).capital {
		j := i + 1
		if t := p.at(j); t.norm == "–" && p.at(j+1).digits() {
			j += 2
		} else if t.hyphen && t.digits() {
			j++
		}
		return point(Calendar, float64(d)), j
	}
	j := i + 1
	if p.norm(j) == "of" {
		j++
	}
	if p.in(monthName, j) && p.at(j).capital {
		return point(Calendar, float64(d)), i + 1
	}
	return Value{}, i
}

// decade reads "1990s", "the '90s" and, as an age, "in her 30s".
func (p parser) decade(i int) (Value, int) {
	n := strings.TrimSuffix(strings.TrimSuffix(p.norm(i), "s"), "'")
	v, ok := whole(n, 4)
	if !ok || n == p.norm(i) || v%10 != 0 || v == 0 {
		return Value{}, i
	}
	kind := Year
	if v < 100 {
		for k := i - 1; k > i-4; k-- {
			switch p.norm(k) {
			case "his", "her", "their", "my", "our", "your":
				kind = Age
			}
		}
	}
	return Value{Kind: kind, Low: float64(v), High: float64(v + 9), Unit: ageUnit(kind)}, i + 1
}

func ageUnit(k Kind) string {
	if k == Age {
		return "year"
	}
	return ""
}

// year reads a year, or two: "2016", "2015-16", "between 1985 and 1989".
func (p parser) year(i int) (Value, int) {
	if p.norm(i) != "between" {
		return p.oneYear(i)
	}
	a, j := p.oneYear(i + 1)
	if j != i+2 || p.norm(j) != "and" {
		return Value{}, i
	}
	b, k := p.oneYear(j + 1)
	if k != j+2 || b.Low <= a.Low {
		return Value{}, i
	}
	a.High = b.High
	return a, k
}

// oneYear reads "2016", "2015-16".
func (p parser) oneYear(i int) (Value, int) {
	y, ok := whole(p.norm(i), 4)
	if !ok || y < 1500 || y > 2100 || p.counts(i, y) {
		return Value{}, i
	}
	v, j := point(Year, float64(y)), i+1
	k := j
	if p.norm(k) == "–" {
		k++
	}
	if end, ok := whole(p.norm(k), 4); ok && (k > j || p.at(k).hyphen) {
		if end < 100 {
			end += y - y%100
		}
		if end > y {
			v.High, j = float64(end), k+1
		}
	}
	return v, j
}

// counts reports whether the four figures at i are an amount and no year.
func (p parser) counts(i, v int) bool {
	owned := p.norm(i-1) == "the" || p.norm(i-1) == "in" || strings.HasSuffix(p.norm(i-1), "'s")
	if p.scale(i+1, false) > 0 || p.in(peopleWord, i+1) && !owned {
		return true
	}
	if u, ok := units[p.norm(i+1)]; ok && !p.in(sinceWord, i-1) && u.name != "day" {
		return true
	}
	if _, ok := currencies[p.norm(i+1)]; ok || startsAmount(p.norm(i-1)) && p.at(i).tight {
		return true
	}
	next := p.at(i + 1)
	plural := strings.HasSuffix(next.norm, "s") && !next.capital && !next.punct && !p.in(functionWord, i+1)
	round := v%100 == 0
	return plural && round && !owned && !p.in(sinceWord, i-1)
}
