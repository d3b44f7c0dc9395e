package when

import (
	"strings"
	"time"
)

// year reads a year, or two: "in 2018", "the 2016 race", "2010-15".
func (p parser) year(i int) (found, bool) {
	from, last, j := p.yearRange(i)
	if from == 0 || p.in(peopleWord, j) || p.in(hedgeWord, i-1) {
		return found{}, false
	}
	next := p.norm(j)
	owned := p.in(ownerWord, i-1) || i > 0 && strings.HasSuffix(p.words[i-1].Norm, "'s")
	alone := i == 0 || p.words[i-1].Punct && (j >= len(p.words) || p.words[j].Punct)
	if next == "/" || next == ":" || !p.in(beforeWord, i-1) && !owned && !alone && last == from {
		return found{}, false
	}
	return found{begin: i, end: j, grain: YearGrain, days: years(from, last), known: true}, true
}

// yearRange reads "2018", "2010-2015", "2010–15" at i.
func (p parser) yearRange(i int) (from, last, next int) {
	if y, ok := p.yearAt(i); ok {
		if p.norm(i+1) == "–" {
			if e, ok := endYear(y, p.norm(i+2)); ok {
				return y, e, i + 3
			}
		}
		return y, y, i + 1
	}
	a, b, _ := strings.Cut(p.norm(i), "-")
	y, ok := figure(a, 4)
	if !ok || y < firstYear || y > lastYear {
		return 0, 0, i
	}
	if e, ok := endYear(y, b); ok {
		return y, e, i + 1
	}
	return 0, 0, i
}

// endYear is the year that s, of two figures or four, means behind y.
func endYear(y int, s string) (int, bool) {
	e, ok := figure(s, 4)
	if ok && len(s) == 2 {
		e += y - y%100
	}
	return e, ok && e > y && e <= lastYear
}

// decade reads "the 1990s", "the '90s", "mid-1990s".
func (p parser) decade(i int) (found, bool) {
	begin, n := i, p.norm(i)
	short := n == "'" || n == "‘" || n == "’"
	if short {
		i, n = i+1, p.norm(i+1)
	}
	n = strings.TrimPrefix(n, "mid-")
	n = strings.TrimSuffix(strings.TrimSuffix(n, "s"), "'")
	y, ok := figure(n, 4)
	if !ok || n == p.norm(i) && p.words[i].Norm != n+"'s" || y%10 != 0 {
		return found{}, false
	}
	if short && len(n) == 2 {
		y += 1900
		if y < 1920 {
			y += 100
		}
	}
	if y < firstYear || y > lastYear {
		return found{}, false
	}
	if y%100 == 0 && y < 2000 { // "the 1800s"
		return found{begin: begin, end: i + 1, grain: CenturyGrain, days: years(y, y+99), known: true}, true
	}
	return found{begin: begin, end: i + 1, grain: DecadeGrain, days: years(y, y+9), known: true}, true
}

// quarterOf reads "the third quarter of 2016", "Q3 2016", "third quarter".
func (p parser) quarterOf(i int) (found, bool) {
	q, j := p.number(ordinals, i), i+2
	n := p.norm(i)
	switch {
	case len(n) == 2 && n[0] == 'q' && n[1] >= '1' && n[1] <= '4':
		q, j = int(n[1]-'0'), i+1
	case strings.HasSuffix(n, "-quarter") && value(ordinals, strings.TrimSuffix(n, "-quarter")) > 0:
		q, j = value(ordinals, strings.TrimSuffix(n, "-quarter")), i+1
	case q == 0 || p.norm(i+1) != "quarter":
		return found{}, false
	}
	f := found{begin: i, end: j, grain: QuarterGrain}
	k := j
	if p.norm(k) == "of" {
		k++
	}
	if y, ok := p.yearAt(k); ok {
		f.end, f.days, f.known = k+1, quarter(y, q), true
	}
	return f, true
}

// season reads "last summer", "the summer of 2015".
func (p parser) season(i int) (found, bool) {
	begin, shift := i, 0
	if s := p.number(shifts, i); s > 0 {
		shift, i = s-10, i+1
	}
	m := time.Month(p.number(seasons, i))
	if m == 0 {
		return found{}, false
	}
	j := i + 1
	if p.norm(j) == "of" {
		j++
	}
	if y, ok := p.yearAt(j); ok && !p.in(peopleWord, j+1) {
		return found{begin: begin, end: j + 1, grain: SeasonGrain, days: seasonOf(y, m), known: true}, true
	}
	if begin == i {
		return found{}, false
	}
	f := found{begin: begin, end: i + 1, grain: SeasonGrain}
	if !p.ref.IsZero() {
		f.days, f.known = p.nearSeason(m, shift), true
	}
	return f, true
}

func seasonOf(y int, m time.Month) span {
	first := Date{y, m, 1}
	return span{first, first.addMonths(3).AddDays(-1)}
}

// nearSeason is the last such season that was over by the reference, this
// year's, or the next that begins behind it.
func (p parser) nearSeason(m time.Month, shift int) span {
	s := seasonOf(p.ref.Year, m)
	if shift == 0 && m == time.December && p.ref.Month <= time.February {
		return seasonOf(p.ref.Year-1, m)
	}
	if shift < 0 && !s.end.Before(p.ref) {
		s = seasonOf(p.ref.Year-1, m)
		if !s.end.Before(p.ref) {
			s = seasonOf(p.ref.Year-2, m)
		}
	}
	if shift > 0 && !p.ref.Before(s.start) {
		s = seasonOf(p.ref.Year+1, m)
	}
	return s
}
