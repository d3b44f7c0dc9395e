package when

import (
	"strings"
	"time"
)

// monthAt reads the name of a month at i, with its full stop; next is the
// index behind it. A prefix as in "mid-November" is allowed.
func (p parser) monthAt(i int) (m time.Month, next int) {
	n := p.norm(i)
	for _, pre := range []string{"mid-", "early-", "late-"} {
		n = strings.TrimPrefix(n, pre)
	}
	m = time.Month(value(monthNames, n))
	if m == 0 || !p.capital(i) && n == p.norm(i) {
		return 0, i
	}
	next = i + 1
	if value(abbreviations, n) > 0 && p.norm(next) == "." {
		next++
	}
	return m, next
}

// monthDate reads a date that begins with a month.
func (p parser) monthDate(i int) (found, bool) {
	m, j := p.monthAt(i)
	if m == 0 {
		return found{}, false
	}
	if f, ok := p.withDay(i, j, m); ok {
		return f, true
	}
	k := j
	if p.norm(k) == "," || p.norm(k) == "of" {
		k++
	}
	if y, ok := p.yearAt(k); ok && !p.in(peopleWord, k+1) {
		return found{begin: i, end: k + 1, grain: MonthGrain, days: month(y, m), known: true}, true
	}
	if !p.bareMonth(i, j) {
		return found{}, false
	}
	f := found{begin: i, end: i + 1, grain: MonthGrain}
	if !p.ref.IsZero() {
		f.days, f.known = p.nearestMonth(m, p.number(shifts, i-1)-10, p.future(i)), true
	}
	if p.number(shifts, i-1) > 0 {
		f.begin = i - 1
	}
	return f, true
}

// bareMonth reports whether the month at i, without day or year, is one: not
// "May said", "a march", "Jan Roe".
func (p parser) bareMonth(i, j int) bool {
	n := p.norm(i)
	_, dayed := p.dayAt(j) // "February 31"
	if value(abbreviations, n) > 0 && j == i+1 || p.in(verbWord, j) || dayed && !p.in(peopleWord, j+1) {
		return false
	}
	if value(doubtful, n) == 0 {
		return true
	}
	return p.in(beforeWord, i-1) && !p.capital(j)
}

// aheadWeight is how many days of the past one day of the future counts in
// looking for the nearest year or month: news looks back, so that in November
// "in May" is the May before, and "on Jan. 5" the January to come. Our choice.
const aheadWeight = 2

// nearestMonth is the month m nearest to the reference; with shift -1 the last
// one before the reference's month, with 1 the next one behind it. (A shift of
// -10 means that there is no such word.)
func (p parser) nearestMonth(m time.Month, shift int, future bool) span {
	away := (int(m-p.ref.Month) + 12) % 12 // months ahead, 0 to 11
	switch {
	case shift == -1:
		away -= 12
	case shift == 1 && away == 0:
		away = 12
	case shift != 1 && !future && away*aheadWeight > 12-away:
		away -= 12
	}
	first := Date{p.ref.Year, p.ref.Month, 1}.addMonths(away)
	return month(first.Year, first.Month)
}

// withDay reads the day, the end of a stretch, and the year behind a month
// that stands from begin up to j.
func (p parser) withDay(begin, j int, m time.Month) (found, bool) {
	from, last, k := p.dayRange(j)
	if from == 0 || p.in(peopleWord, k) || p.norm(k) == "%" {
		return found{}, false // "in May 30 people"
	}
	endMonth := m
	if em, next := p.through(k); em != 0 {
		if d, ok := p.dayAt(next); ok {
			endMonth, last, k = em, d, next+1
		}
	} else if next > k {
		if d, ok := p.dayAt(next); ok && d > from {
			last, k = d, next+1
		}
	}
	return p.dated(begin, k, Date{0, m, from}, Date{0, endMonth, last})
}

// dayRange reads "18", "18th" or "14-15" at i; from is 0 where there is none.
func (p parser) dayRange(i int) (from, last, next int) {
	if d, ok := p.dayAt(i); ok {
		if e, ok := p.dayAt(i + 2); ok && p.norm(i+1) == "–" && e > d {
			return d, e, i + 3
		}
		return d, d, i + 1
	}
	a, b, ok := strings.Cut(p.norm(i), "-")
	from, okA := figure(a, 2)
	last, okB := figure(b, 2)
	if ok && okA && okB && from >= 1 && from < last && last <= 31 {
		return from, last, i + 1
	}
	return 0, 0, i
}

// through reads "through December", "to" or a dash at i; m is 0 where only a
// day can follow.
func (p parser) through(i int) (m time.Month, next int) {
	switch p.norm(i) {
	case "through", "to", "–", "-", "until":
	default:
		return 0, i
	}
	if m, next := p.monthAt(i + 1); m != 0 {
		return m, next
	}
	return 0, i + 1
}

// dated finds the year of the days from a to b, whose words end at k: the one
// that follows, else the one that brings a nearest to the reference.
func (p parser) dated(begin, k int, a, b Date) (found, bool) {
	f := found{begin: begin, end: k, grain: DayGrain}
	at := k
	if p.norm(at) == "," {
		at++
	}
	if y, ok := p.yearAt(at); ok && !p.in(peopleWord, at+1) {
		f.end, f.known = at+1, true
		f.days = span{Date{y, a.Month, a.Day}, Date{y, b.Month, b.Day}}
		if b.Month < a.Month {
			f.days.start.Year-- // "Dec. 30 through Jan. 2, 2017"
		}
	} else if !p.ref.IsZero() {
		y := p.nearestYear(a, p.future(begin))
		f.known = true
		f.days = span{Date{y, a.Month, a.Day}, Date{y, b.Month, b.Day}}
		if b.Month < a.Month {
			f.days.end.Year++
		}
	}
	if f.known && (!f.days.start.valid() || !f.days.end.valid()) {
		return found{}, false
	}
	return f, true
}

// nearestYear is the year in which the month and day of d lie nearest to the
// reference, and not before it where the sentence speaks of the future.
func (p parser) nearestYear(d Date, future bool) int {
	best, least := p.ref.Year, 10000
	for y := p.ref.Year - 1; y <= p.ref.Year+1; y++ {
		away := p.ref.days(Date{y, d.Month, d.Day})
		switch {
		case away < 0 && future:
			continue
		case away < 0:
			away = -away
		case !future:
			away *= aheadWeight
		}
		if away < least {
			best, least = y, away
		}
	}
	return best
}

// dayMonth reads a date that begins with its day: "18 November 2018", "the
// 18th of November".
func (p parser) dayMonth(i int) (found, bool) {
	from, last, j := p.dayRange(i)
	if from == 0 {
		return found{}, false
	}
	if p.norm(j) == "of" {
		j++
	}
	m, k := p.monthAt(j)
	if m == 0 || value(abbreviations, p.norm(i-1)) > 0 {
		return found{}, false
	}
	return p.dated(i, k, Date{0, m, from}, Date{0, m, last})
}
