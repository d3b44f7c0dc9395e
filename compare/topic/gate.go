package topic

import "time"

// sameEvent is the cosine of statement and context together below which two
// statements of different articles are not taken to be about one event.
const sameEvent = 0.05

// gate says why two statements cannot be about the same event.
type gate int

const (
	open       gate = iota
	otherDate       // too many days between them
	otherEvent      // no name and no title word shared
)

// gate asks whether two statements can be about the same subject, event and
// time. One article or one story always is one event, and what is not known
// does not speak against.
func (r *run) gate(a, b *profile) gate {
	x, y := a.item, b.item
	if x.Article == y.Article && x.Article != "" || x.Story == y.Story && x.Story != "" {
		return open
	}
	if apart(a.day, b.day) > r.opt.Window && (x.Speaker == "" || x.Speaker != y.Speaker) {
		return otherDate
	}
	if x.Context != "" && y.Context != "" && cosine(a.whole, b.whole) < sameEvent {
		return otherEvent
	}
	return open
}

// day numbers the days from 1970-01-01, which is 1; 0 where date is no date.
func day(date string) int {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return int(t.Unix()/86400) + 1
}

// apart is the number of days between two dates, 0 where either is unknown.
func apart(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	return max(a-b, b-a)
}
