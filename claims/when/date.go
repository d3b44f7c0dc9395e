package when

import (
	"fmt"
	"time"
)

// Date is a civil day. The zero value is an unknown day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads "2017-01-20". The error names what was read; "" is one.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("reading date %q: not a day of the form YYYY-MM-DD; hint: write 2017-01-20", s)
	}
	return dateOf(t), nil
}

// String is the form "2017-01-20", and "" for the zero value.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero reports whether the day is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.time().Before(e.time()) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// AddDays is the day n days after d; n may be negative.
func (d Date) AddDays(n int) Date { return dateOf(d.time().AddDate(0, 0, n)) }

// addMonths is the first day of the month n months after d's.
func (d Date) addMonths(n int) Date {
	return dateOf(time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
}

// days is how many days lie from d to e.
func (d Date) days(e Date) int { return int(e.time().Sub(d.time()).Hours() / 24) }

func (d Date) time() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

func dateOf(t time.Time) Date { return Date{t.Year(), t.Month(), t.Day()} }

// valid reports whether the month has the day: 30 February has not.
func (d Date) valid() bool { return dateOf(d.time()) == d }

// span is a stretch of days, both ends in it.
type span struct{ start, end Date }

func day(d Date) span { return span{d, d} }

func month(year int, m time.Month) span {
	first := Date{year, m, 1}
	return span{first, first.addMonths(1).AddDays(-1)}
}

func years(from, to int) span {
	return span{Date{from, time.January, 1}, Date{to, time.December, 31}}
}

// week is the week of d: Monday to Sunday (ISO 8601).
func week(d Date) span {
	monday := d.AddDays(-(int(d.Weekday()) + 6) % 7)
	return span{monday, monday.AddDays(6)}
}

func quarter(year, q int) span {
	first := Date{year, time.Month(3*q - 2), 1}
	return span{first, first.addMonths(3).AddDays(-1)}
}
