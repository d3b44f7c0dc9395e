package when

import "time"

// weekday reads a weekday, with what says which one, its date and the part of
// the day: "last Wednesday", "Wednesday, Jan. 4", "Wednesday night".
func (p parser) weekday(i int) (found, bool) {
	begin, shift := i, 0
	if s := p.number(shifts, i); s > 0 && p.number(weekdays, i+1) > 0 {
		shift, i = s-10, i+1
	} else if p.norm(i) == "this" && p.number(shifts, i+1) > 0 && p.number(weekdays, i+2) > 0 {
		shift, i = p.number(shifts, i+1)-10, i+2 // "this past Sunday"
	}
	w := p.number(weekdays, i)
	if w == 0 || !p.capital(i) || p.in(dayWord, i-1) || p.in(nameWord, i+1) && p.capital(i+1) {
		return found{}, false
	}
	j := i + 1
	if value(abbreviations, p.norm(i)) > 0 {
		if n := p.norm(j); n != "." && n != "," {
			return found{}, false
		}
		if m, _ := p.monthAt(j + 1); m == 0 {
			return found{}, false
		}
		j++
	}
	if f, ok := p.weekdayDate(begin, j, time.Weekday(w-1)); ok {
		return f, true
	}
	f := found{begin: begin, end: j, grain: DayGrain}
	if p.number(partWords, j) > 0 {
		f.grain, f.end = PartGrain, j+1
	}
	if !p.ref.IsZero() {
		explicit := begin < i
		f.days, f.known = day(p.weekdayNear(w-1, shift, explicit, p.future(begin))), true
	}
	return f, true
}

// weekdayDate reads the date that follows the weekday w: "Wednesday, Jan. 4".
func (p parser) weekdayDate(begin, j int, w time.Weekday) (found, bool) {
	if n := p.norm(j); n == "," || n == "(" || n == "the" {
		j++
	}
	for _, read := range []func(parser, int) (found, bool){parser.monthDate, parser.dayMonth} {
		if f, ok := read(p, j); ok && f.grain == DayGrain {
			f.begin = begin
			if _, dated := p.yearAt(f.end - 1); !dated && f.known {
				f.days = p.onWeekday(f.days, w)
			}
			return f, true
		}
	}
	return found{}, false
}

// onWeekday moves a day whose year was guessed to the nearest year in which it
// falls on w, an earlier one first; it stays where there is none.
func (p parser) onWeekday(s span, w time.Weekday) span {
	const most = 6 // every day but 29 February falls on each weekday within so many years
	for n := 0; n <= most && s.start == s.end; n++ {
		for _, y := range []int{s.start.Year - n, s.start.Year + n} {
			if d := (Date{y, s.start.Month, s.start.Day}); d.valid() && d.Weekday() == w {
				return day(d)
			}
		}
	}
	return s
}

// weekdayNear is the weekday w that is meant: without a word that says which,
// the last one up to the reference, or the next one where the sentence speaks
// of the future.
func (p parser) weekdayNear(w, shift int, explicit, future bool) Date {
	back := (int(p.ref.Weekday()) - w + 7) % 7 // days since the last one
	switch {
	case explicit && shift < 0 && back == 0:
		back = 7
	case explicit && shift > 0, future && !(explicit && shift < 0):
		back -= 7 // the one ahead; on the day itself a week ahead
		if back == -7 && future && !explicit {
			back = 0
		}
	}
	return p.ref.AddDays(-back)
}
