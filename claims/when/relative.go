package when

// near reads "yesterday", "today", "tomorrow", "tonight", "last night", "this
// morning".
func (p parser) near(i int) (found, bool) {
	f := found{begin: i, end: i + 1, grain: DayGrain}
	away := p.number(nearWords, i)
	if away > 0 && p.capital(i) && (p.capital(i-1) || p.norm(i+1) == "show") {
		return found{}, false // a paper, a programme
	}
	switch {
	case away > 0:
		if p.number(partWords, i+1) > 0 {
			f.end, f.grain = i+2, PartGrain
		} else if p.norm(i) == "tonight" {
			f.grain = PartGrain
		}
	case (p.norm(i) == "last" && p.norm(i+1) == "night"):
		away, f.end, f.grain = 9, i+2, PartGrain
	case p.norm(i) == "this" && p.number(partWords, i+1) > 0:
		away, f.end, f.grain = 10, i+2, PartGrain
	default:
		return found{}, false
	}
	if !p.ref.IsZero() {
		f.days, f.known = day(p.ref.AddDays(away-10)), true
	}
	return f, true
}

// count reads a number of units at i: "three days", "a couple of weeks".
func (p parser) count(i int) (n int, g Grain, next int) {
	if p.norm(i) == "a" && p.norm(i+1) == "couple" {
		i++
	}
	const most = 3 // digits: a thousand days and more are no date
	n, ok := figure(p.norm(i), most)
	if !ok {
		n = p.number(numberWords, i)
	}
	if n == 0 {
		return 0, "", i
	}
	i++
	if p.norm(i) == "of" {
		i++
	}
	u := p.number(unitWords, i)
	if u == 0 || p.norm(i) == "weekend" {
		return 0, "", i
	}
	return n, grains[u], i + 1
}

// ago reads "three days ago" and, unresolved, "three days earlier".
func (p parser) ago(i int) (found, bool) {
	n, g, j := p.count(i)
	if n == 0 {
		return found{}, false
	}
	f := found{begin: i, end: j + 1, grain: g}
	switch p.norm(j) {
	case "ago":
		if !p.ref.IsZero() {
			f.days, f.known = around(p.ref, g, -n), true
		}
	case "earlier", "later", "before", "after":
		if n := p.norm(j); (n == "before" || n == "after") && j+1 < len(p.words) && !p.words[j+1].Punct {
			return found{}, false // "three days before the vote" is told from the vote
		}
	default:
		return found{}, false
	}
	return f, true
}

// around is unitAt, but a decade or a century that is centred on the year n
// units away: "a decade ago" in 2016 is about 2006, not the years from 2000.
func around(d Date, g Grain, n int) span {
	switch g {
	case DecadeGrain:
		return years(d.Year+10*n-5, d.Year+10*n+4)
	case CenturyGrain:
		return years(d.Year+100*n-50, d.Year+100*n+49)
	}
	return unitAt(d, g, n)
}

// shifted reads "last month", "this week", "next year".
func (p parser) shifted(i int) (found, bool) {
	s, u := p.number(shifts, i), p.number(unitWords, i+1)
	if s == 0 || u < 2 || p.norm(i-1) == "the" || p.plural(i+1) {
		return found{}, false
	}
	f := found{begin: i, end: i + 2, grain: grains[u]}
	if !p.ref.IsZero() {
		f.days, f.known = unitAt(p.ref, f.grain, s-10), true
		if p.norm(i+1) == "weekend" {
			f.days.start = f.days.end.AddDays(-1)
		}
	}
	return f, true
}

// plural reports whether the unit at i is in the plural.
func (p parser) plural(i int) bool {
	n := p.norm(i)
	return n != "" && n[len(n)-1] == 's'
}

// unitAt is the week, month or year n units from d's.
func unitAt(d Date, g Grain, n int) span {
	switch g {
	case WeekGrain:
		return week(d.AddDays(7 * n))
	case MonthGrain:
		m := d.addMonths(n)
		return month(m.Year, m.Month)
	case QuarterGrain:
		m := d.addMonths(3 * n)
		return quarter(m.Year, (int(m.Month)+2)/3)
	case YearGrain:
		return years(d.Year+n, d.Year+n)
	case DecadeGrain:
		first := d.Year - d.Year%10 + 10*n
		return years(first, first+9)
	case CenturyGrain:
		first := d.Year - d.Year%100 + 100*n
		return years(first, first+99)
	}
	return day(d.AddDays(n))
}

// stretch reads "the past three days", "the next two weeks", "the last year":
// the days up to the reference, or from it.
func (p parser) stretch(i int) (found, bool) {
	s := p.number(shifts, i)
	if s == 0 || s == 10 {
		return found{}, false
	}
	n, g, j := p.count(i + 1)
	if u := p.number(unitWords, i+1); n == 0 && u > 0 && p.norm(i-1) == "the" && !p.plural(i+1) && !p.anaphoric(i) {
		n, g, j = 1, grains[u], i+2
	}
	if n == 0 {
		return found{}, false
	}
	f := found{begin: i, end: j, grain: g}
	if !p.ref.IsZero() && p.norm(i) != "previous" {
		if s < 10 {
			f.days = span{back(p.ref, g, -n), p.ref}
		} else {
			f.days = span{p.ref, back(p.ref, g, n)}
		}
		f.known = true
	}
	return f, true
}

// anaphoric reports whether "the previous month" or "the next day" is at i,
// which is told from another event. "The next year" is told from today.
func (p parser) anaphoric(i int) bool {
	u := p.number(unitWords, i+1)
	return p.norm(i) == "previous" || p.norm(i) == "next" && u <= 2
}

// back is the day n units from d, n being negative for the past.
func back(d Date, g Grain, n int) Date {
	months := map[Grain]int{MonthGrain: 1, QuarterGrain: 3, YearGrain: 12, DecadeGrain: 120, CenturyGrain: 1200}[g]
	if months == 0 {
		if g == WeekGrain {
			n *= 7
		}
		return d.AddDays(n)
	}
	to := d.addMonths(months * n)
	last := to.addMonths(1).AddDays(-1).Day
	to.Day = min(d.Day, last)
	return to
}

// anaphor reads "the same day", "the next day", "the following week", which
// are told from another event.
func (p parser) anaphor(i int) (found, bool) {
	u := p.number(unitWords, i+1)
	if p.number(anaphors, i) == 0 || u == 0 || p.norm(i-1) != "the" || p.plural(i+1) {
		return found{}, false
	}
	return found{begin: i, end: i + 2, grain: grains[u]}, true
}
